// node bundle.mjs --out path/to/websocket.zip
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundlerOf } from '../Shared/bundling.mjs';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
if (!values.out) {
  console.error('usage: node bundle.mjs --out FILE.zip');
  process.exit(1);
}

const { bundle, write } = bundlerOf(dirname(fileURLToPath(import.meta.url)));
await write(resolve(values.out), await bundle());
