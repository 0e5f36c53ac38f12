import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { templatesOf } from '../lib/assembly.mjs';
import { cfnLint } from '../lib/cfn-lint.mjs';
import { assembly, pipeline, pipelineExemptions } from './assembly.mjs';

const command = fileURLToPath(new URL('../check.mjs', import.meta.url));
const bucket = { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } };

function check(directory, lists = {}) {
  const options = Object.entries(lists).flatMap(([name, list]) => {
    writeFileSync(join(directory, `${name}.json`), JSON.stringify(list));
    return [`--${name}`, join(directory, `${name}.json`)];
  });
  const run = spawnSync(process.execPath, [command, ...options, directory], { encoding: 'utf8', env: { ...process.env, CI: '' } });
  return { status: run.status, lines: `${run.stdout}${run.stderr}`.trim().split('\n') };
}

describe('the templates of an assembly', () => {
  it('are those of stacks, nested stacks and stages, and no others', () => {
    const directory = assembly(
      { Outer: { template: bucket, nested: { 'OuterInner12.nested.template.json': bucket } } },
      { stages: { Prod: { ProdStack: { template: bucket } } } });
    writeFileSync(join(directory, 'Gone.template.json'), '{}');
    assert.deepEqual(templatesOf(directory).map(({ pattern, file }) => `${pattern} ${basename(file)}`), [
      'Outer Outer.template.json', 'Outer OuterInner12.nested.template.json', 'ProdStack ProdStack.template.json',
    ]);
  });
});

describe('the command', () => {
  it('succeeds on the thumbnail pipeline', () => {
    const { status, lines } = check(
      assembly({ ThumbnailStack: { template: pipeline() } }), { exemptions: pipelineExemptions, acknowledgements: [] });
    assert.equal(lines.at(-1), 'policy: 1 templates, 0 findings acknowledged, 8 exempted, 0 unacknowledged');
    assert.equal(status, 0, lines.join('\n'));
  });

  it('fails on a violation in a nested stack', () => {
    const { status, lines } = check(
      assembly({ Outer: { template: { Resources: {} }, nested: { 'Inner.nested.template.json': bucket } } }), { exemptions: [], acknowledgements: [] });
    assert.equal(status, 1);
    assert.match(lines.join('\n'), /Outer \(Inner\.nested\.template\.json\): 0 exempted, 0 acknowledged, 2 unacknowledged\n {2}error {4}AwsSolutions-S1 /);
  });

  it('fails on a stale exemption', () => {
    const { status, lines } = check(assembly({ ThumbnailStack: { template: pipeline(({ Function: { Properties } }) => {
      Properties.DeadLetterConfig = { TargetArn: { 'Fn::GetAtt': ['FunctionDeadLetterQueue', 'Arn'] } };
    }) } }), { exemptions: pipelineExemptions, acknowledgements: [] });
    assert.equal(status, 1);
    assert.match(lines.join('\n'), /exemption hasFailureDestination is stale/);
  });

  it('fails without templates', () => {
    assert.equal(check(assembly({})).status, 1);
    assert.match(check(join(assembly({}), 'none')).lines[0], /is no cloud assembly/);
  });
});

describe('cfn-lint', () => {
  // Node stands in for cfn-lint: it prints the template that it cannot run.
  const templates = [{ file: '--print-nothing' }];

  it('fails when it prints anything', () => assert.match(cfnLint(templates, { command: process.execPath }).problems[0], /^cfn-lint:\n.*bad option/s));
  it('is skipped with a hint where it is missing', () => {
    const { problems, skipped } = cfnLint(templates, { command: 'no-such-command', ci: '' });
    assert.deepEqual(problems, []);
    assert.match(skipped, /pip install cfn-lint/);
  });
  it('may not be missing in CI', () => assert.match(cfnLint(templates, { command: 'no-such-command', ci: 'true' }).problems[0], /not installed/));
});
