import { App, Stack } from 'aws-cdk-lib';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ecsPatterns } from './ecs-patterns.mjs';
import { rawEvents } from './raw-events.mjs';
import { rawWeb } from './raw-web.mjs';
import { solutionsConstructs } from './solutions-constructs.mjs';

// node stacks/synth.mjs LIBRARY OUTDIR [PATTERN...]: one stack a pattern, all of the library unless some are named.
const [library, outdir, ...wanted] = process.argv.slice(2);
const makers = { solutionsConstructs, ecsPatterns, raw: { ...rawWeb, ...rawEvents } }[library];

// The flags that `cdk init` writes into a new app's cdk.json.
const flags = createRequire(import.meta.url).resolve('aws-cdk-lib/recommended-feature-flags.json');

const app = new App({ outdir, context: JSON.parse(readFileSync(flags, 'utf8')), analyticsReporting: false });
for (const id of wanted.length > 0 ? wanted : Object.keys(makers)) makers[id](new Stack(app, id));
app.synth();
