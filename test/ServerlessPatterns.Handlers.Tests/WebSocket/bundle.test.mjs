import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { handlerDir, require } from './support/handler.mjs';
import { connectEvent, createWorld, wire } from './support/world.mjs';

const { unzipSync } = require('fflate');
const run = promisify(execFile);
const invoke = fileURLToPath(new URL('../support/invoke.mjs', import.meta.url));
let folder;
let zip;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'websocket bundle '));
  zip = await bundle('websocket');
});
after(() => rm(folder, { recursive: true, force: true }));

async function bundle(name, env = {}) {
  const file = join(folder, 'made by the bundler', `${name}.zip`);
  await run(process.execPath, [join(handlerDir, 'bundle.mjs'), '--out', file], { env: { ...process.env, ...env } });
  return readFile(file);
}

test('the bundle is one module and its licences, and small', () => {
  const names = Object.keys(unzipSync(zip));
  assert.ok(names.includes('index.mjs') && names.includes('licenses/@aws-sdk/client-apigatewaymanagementapi/LICENSE'));
  assert.ok(names.every(name => name === 'index.mjs' || name.startsWith('licenses/')));
  assert.ok(zip.length < 1_000_000, `${zip.length} bytes`);
});

test('the same files give the same bytes, in any time zone', async () => assert.ok(zip.equals(await bundle('again', { TZ: 'Pacific/Auckland' }))));

test('a missing file name is answered with the usage', () =>
  assert.rejects(run(process.execPath, [join(handlerDir, 'bundle.mjs')]), /usage: node bundle\.mjs --out FILE\.zip/));

test('the bundle runs by itself', wire, async () => {
  const unzipped = join(folder, 'task');
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    await mkdir(dirname(join(unzipped, path)), { recursive: true });
    await writeFile(join(unzipped, path), bytes);
  }
  const world = await createWorld();
  const { stdout } = await run(process.execPath, [invoke, unzipped, JSON.stringify(connectEvent('c1', { room: 'news' }))], { env: { ...process.env, ...world.env } });

  const lines = stdout.trim().split('\n').map(line => JSON.parse(line));
  assert.deepEqual(lines.at(-1), { statusCode: 200 });
  assert.deepEqual(await world.members('news'), ['c1']);
});

test('the function says at its start what is missing in its environment', () =>
  assert.rejects(run(process.execPath, [invoke, handlerDir, '{}'], { env: { ...process.env, AWS_REGION: 'us-east-1' } }), /TABLE_NAME must be a text that is not empty, but is not set/));
