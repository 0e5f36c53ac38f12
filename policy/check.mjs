#!/usr/bin/env node
// node policy/check.mjs [--list] [cdk.out]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { templatesOf } from './lib/assembly.mjs';
import { cfnLint } from './lib/cfn-lint.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { judge } from './lib/judge.mjs';
import { reviewersReport, textReport } from './lib/report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    exemptions: { type: 'string', default: join(root, 'policy/exemptions.json') },
    acknowledgements: { type: 'string', default: join(root, 'policy/acknowledgements.json') },
  },
});

try {
  process.exitCode = await check(positionals[0] ?? join(root, 'cdk.out'));
} catch (error) {
  console.error(`policy: ${error.message}`);
  process.exitCode = 1;
}

async function check(directory) {
  if (!existsSync(join(directory, 'manifest.json'))) throw new Error(`${directory} is no cloud assembly: run cdk synth first`);
  const templates = templatesOf(directory);
  if (templates.length === 0) throw new Error(`${directory} has no templates`);

  ensureInstalled();
  const { nagFindings } = await import('./lib/nag.mjs');
  const result = judge({
    findings: nagFindings(templates),
    exemptions: JSON.parse(readFileSync(values.exemptions, 'utf8')),
    acknowledgements: JSON.parse(readFileSync(values.acknowledgements, 'utf8')),
    pageOf,
  });
  const lint = cfnLint(templates);
  result.problems.push(...lint.problems);

  if (values.list) console.log(`${reviewersReport(templates, result)}\n`);
  if (lint.skipped) console.log(`skipped: ${lint.skipped}`);
  console.log(textReport(templates, result));
  return result.open.length + result.problems.length > 0 ? 1 : 0;
}

function pageOf(page) {
  try {
    return readFileSync(join(root, 'docs/patterns', `${page}.md`), 'utf8');
  } catch {
    return undefined;
  }
}
