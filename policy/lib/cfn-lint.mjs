import { spawnSync } from 'node:child_process';

const hint = 'cfn-lint is not installed: python3 -m pip install cfn-lint==1.51.0';

/** Runs cfn-lint over the templates; anything that it prints is a problem. Without it, only CI fails. */
export function cfnLint(templates, { command = 'cfn-lint', ci = process.env.CI } = {}) {
  const run = spawnSync(command, templates.map(template => template.file), { encoding: 'utf8' });
  if (run.error?.code === 'ENOENT') return ci ? { problems: [hint] } : { problems: [], skipped: hint };
  if (run.error) return { problems: [`cfn-lint: ${run.error.message}`] };
  const output = `${run.stdout}${run.stderr}`.trim();
  if (output) return { problems: [`cfn-lint:\n${output}`] };
  return { problems: run.status === 0 ? [] : [`cfn-lint ended with ${run.status ?? run.signal} and no output`] };
}
