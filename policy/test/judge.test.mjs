import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge } from '../lib/judge.mjs';
import { reviewersReport, textReport } from '../lib/report.mjs';
import { findingsIn, pipeline, pipelineExemptions as exemptions } from './assembly.mjs';

const reason = 'The bucket holds public pictures only, and CloudTrail data events record who read them.';
const acknowledgement = { pattern: 'ThumbnailStack', page: 'thumbnails', rule: 'AwsSolutions-S1', resource: 'LogBucket*', reason };

const noLogs = ({ SourceBucket, DestinationBucket }) => [SourceBucket, DestinationBucket].forEach(
  bucket => delete bucket.Properties.LoggingConfiguration);

function judged(change, { acknowledgements = [], page = 'AwsSolutions-S1', listed = exemptions } = {}) {
  return judge({ findings: findingsIn(pipeline(change)), exemptions: listed, acknowledgements, pageOf: () => page });
}

describe('a finding', () => {
  it('is exempted in the thumbnail pipeline, whatever it is', () => {
    const { exempted, open, problems } = judged();
    assert.deepEqual([exempted.length, open, problems], [8, [], []]);
  });

  it('is open without an exemption, and told which predicate holds', () => {
    const { open, problems } = judged(undefined, { listed: [] });
    assert.deepEqual([open.length, problems], [8, []]);
    assert.ok(open.every(finding => finding.hint));
  });

  it('is open when nothing knows it', () => {
    const { open } = judged(noLogs);
    assert.deepEqual(open.map(finding => `${finding.level} ${finding.rule} ${finding.resource} ${finding.hint}`), [
      'error AwsSolutions-S1 LogBucket undefined',
      'error AwsSolutions-S1 SourceBucket undefined',
      'error AwsSolutions-S1 DestinationBucket undefined',
    ]);
  });

  it('is open when its rule threw', () => {
    const { open } = judged(({ RoleDefaultPolicy }) =>
      RoleDefaultPolicy.Properties.PolicyDocument.Statement.push({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }));
    assert.deepEqual(open.map(finding => `${finding.threw} ${finding.rule} ${finding.resource}`), ['true AwsSolutions-IAM5 RoleDefaultPolicy']);

    const [exempted] = judged().exempted;
    const threw = judge({ findings: [{ ...exempted, threw: true }], exemptions, acknowledgements: [], pageOf: () => '' });
    assert.deepEqual([threw.open.length, threw.exempted.length], [1, 0]);
  });

  it('is open when the template cannot be loaded', () => {
    const { open } = judged(resources => delete resources.Table);
    assert.deepEqual(open.map(finding => finding.rule), ['Policy-Unreadable']);
  });

  for (const [runtime, found] of [['dotnet10', 0], ['nodejs24.x', 0], ['nodejs22.x', 2], ['dotnet8', 2], ['cobol1', 2]]) {
    it(`about the runtime ${runtime} comes ${found} times`, () => {
      const { open } = judged(({ Function: { Properties } }) => { Properties.Runtime = runtime; });
      assert.equal(open.filter(finding => /L1$|LambdaLatestVersion$/.test(finding.rule)).length, found);
    });
  }
});

describe('an acknowledgement', () => {
  const onlyOne = ({ DestinationBucket }) => delete DestinationBucket.Properties.LoggingConfiguration;
  const bucket = { ...acknowledgement, resource: 'DestinationBucket*' };
  const problemsOf = (acknowledgements, options) => judged(onlyOne, { acknowledgements, ...options }).problems;

  it('takes the finding of its stack, rule and resource', () => {
    const { acknowledged, open, problems } = judged(onlyOne, { acknowledgements: [bucket] });
    assert.deepEqual([acknowledged.length, open, problems], [1, [], []]);
  });
  it('takes a construct path', () =>
    assert.deepEqual(problemsOf([{ ...bucket, resource: 'ThumbnailStack/DestinationBucket/Resource' }]), []));
  it('is stale without a finding', () => assert.match(problemsOf([bucket, acknowledgement])[0], /S1 on ThumbnailStack\/LogBucket\* is stale/));
  it('is stale in another stack', () => assert.match(problemsOf([{ ...bucket, pattern: 'CrudStack' }])[0], /is stale/));
  it('stands on the page', () => assert.match(problemsOf([bucket], { page: 'AwsSolutions-S10' })[0], /must stand on docs\/patterns\/thumbnails.md/));
  it('says why', () => assert.match(problemsOf([{ ...bucket, reason: 'fine' }])[0], /say why/));
  it('names its resource', () => assert.match(problemsOf([{ ...bucket, resource: '*' }])[0], /name the resource/));
  it('covers one rule a pattern', () => {
    const unlogged = { ...bucket, rule: 'AwsSolutions-DDB3', resource: 'Table*' };
    const problems = judged(resources => {
      onlyOne(resources);
      delete resources.Table.Properties.PointInTimeRecoverySpecification;
    }, { acknowledgements: [bucket, unlogged], page: 'AwsSolutions-S1, AwsSolutions-DDB3' }).problems;
    assert.deepEqual(problems, ['ThumbnailStack acknowledges AwsSolutions-S1 and AwsSolutions-DDB3: one rule a pattern is the most']);
  });
});

describe('an exemption', () => {
  const [entry] = exemptions;
  const problemsOf = listed => judged(undefined, { listed }).problems;

  it('is stale without a finding', () => assert.match(
    problemsOf([{ ...entry, rules: ['Serverless-LambdaEventSourceMappingDestination'], when: 'sourceQueueRedrives' }])[0],
    /sourceQueueRedrives is stale: no finding of Serverless-LambdaEventSourceMappingDestination/));
  it('needs a predicate', () => assert.match(problemsOf([{ ...entry, when: 'always' }])[0], /no such predicate/));
  it('needs a predicate for its rule', () => assert.match(problemsOf([{ ...entry, rules: ['AwsSolutions-S1'] }])[0], /not made for AwsSolutions-S1/));
});

describe('the report', () => {
  const findings = findingsIn(pipeline(noLogs));
  const [{ template }] = findings;
  const result = judge({ findings, exemptions, acknowledgements: [], pageOf: () => '' });

  it('ends with the sums', () => {
    const lines = textReport([template], result).split('\n');
    assert.equal(lines[0], 'ThumbnailStack (ThumbnailStack.template.json): 8 exempted, 0 acknowledged, 3 unacknowledged');
    assert.match(lines[1], /^ {2}error {4}AwsSolutions-S1 {2}LogBucket {10}The S3 Bucket has server access logs disabled/);
    assert.equal(lines.at(-1), 'policy: 1 templates, 0 findings acknowledged, 8 exempted, 3 unacknowledged');
  });
  it('lists the reasons', () => assert.match(reviewersReport([template], result),
    /\| ThumbnailStack \| ThumbnailStack\/Function\/Resource \| `Serverless-LambdaDLQ` \| exempted \| The asynchronous settings/));
});
