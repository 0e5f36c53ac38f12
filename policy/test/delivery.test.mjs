import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { predicates } from '../lib/predicates.mjs';
import { findingsIn, pipeline } from './assembly.mjs';

function accepts(when, rule, resource, change) {
  const finding = findingsIn(pipeline(change)).find(found => found.rule === rule && found.resource === resource);
  assert.ok(finding, `${rule} on ${resource}`);
  return predicates[when].accepts(finding);
}

const att = id => ({ 'Fn::GetAtt': [id, 'Arn'] });
const noRule = resources => ['Rule', 'RulePermission', 'RuleDeadLetterQueuePolicy'].forEach(id => delete resources[id]);
const noSettings = resources => delete resources.FunctionEventInvokeConfig;

function api(resources) {
  noRule(resources);
  resources.ApiPermission = {
    Type: 'AWS::Lambda::Permission',
    Properties: { Action: 'lambda:InvokeFunction', FunctionName: att('Function'), Principal: 'apigateway.amazonaws.com' },
  };
  resources.Integration = {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: { ApiId: 'api', IntegrationType: 'AWS_PROXY', IntegrationUri: att('Function'), PayloadFormatVersion: '2.0' },
  };
}

function source(resources) {
  resources.Work = { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: att('RuleDeadLetterQueue'), maxReceiveCount: 3 } } };
  resources.Mapping = { Type: 'AWS::Lambda::EventSourceMapping', Properties: { EventSourceArn: att('Work'), FunctionName: { Ref: 'Function' } } };
}

function alias(resources) {
  resources.Alias = { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Function' }, FunctionVersion: '1', Name: 'live' } };
  resources.Rule.Properties.Targets[0].Arn = { Ref: 'Alias' };
  resources.RulePermission.Properties.FunctionName = { Ref: 'Alias' };
}

describe('hasFailureDestination', () => {
  const destination = change => accepts('hasFailureDestination', 'Serverless-LambdaDLQ', 'Function', change);

  it('accepts a rule and settings with a destination', () => assert.ok(destination()));
  it('refuses a rule and no settings', () => assert.ok(!destination(noSettings)));
  it('refuses settings without a destination', () =>
    assert.ok(!destination(({ FunctionEventInvokeConfig }) => delete FunctionEventInvokeConfig.Properties.DestinationConfig)));
  it('refuses settings of another function', () =>
    assert.ok(!destination(({ FunctionEventInvokeConfig }) => { FunctionEventInvokeConfig.Properties.FunctionName = 'other'; })));
  it('refuses settings of the function when its alias is called', () => assert.ok(!destination(alias)));
  it('refuses settings of an alias when the function is called', () =>
    assert.ok(!destination(({ FunctionEventInvokeConfig }) => { FunctionEventInvokeConfig.Properties.Qualifier = 'live'; })));
  it('accepts settings of the alias that is called', () => assert.ok(destination(resources => {
    alias(resources);
    resources.FunctionEventInvokeConfig.Properties.Qualifier = { 'Fn::Select': [7, { 'Fn::Split': [':', { Ref: 'Alias' }] }] };
  })));
});

describe('calledSynchronously', () => {
  const synchronous = (...changes) => accepts('calledSynchronously', 'Serverless-LambdaDLQ', 'Function', resources => {
    noSettings(resources);
    changes.forEach(change => change(resources));
  });

  it('accepts an API', () => assert.ok(synchronous(api)));
  it('accepts a WebSocket API, which names the function by the address of its invocations', () => assert.ok(synchronous(api, ({ Integration }) => {
    Integration.Properties = {
      ApiId: 'api', IntegrationType: 'AWS_PROXY',
      IntegrationUri: { 'Fn::Join': ['', ['arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/', att('Function'), '/invocations']] },
    };
  })));
  it('refuses an API beside a rule', () => assert.ok(!synchronous(resources => {
    const rule = structuredClone(resources.Rule);
    api(resources);
    resources.Rule = rule;
  })));
  it('refuses an API that does not wait', () => assert.ok(!synchronous(api, ({ Integration }) => {
    Integration.Properties.RequestParameters = { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" };
  })));
  it('refuses an API beside a caller that nobody knows', () => assert.ok(!synchronous(api, resources => {
    resources.Machine = { Type: 'AWS::StepFunctions::StateMachine', Properties: { RoleArn: att('Role'), DefinitionSubstitutions: { f: att('Function') } } };
  })));
  it('refuses a function that nobody calls', () => assert.ok(!synchronous(noRule)));

  const settings = change => accepts('calledSynchronously', 'Serverless-LambdaAsyncFailureDestination', 'FunctionEventInvokeConfig', resources => {
    delete resources.FunctionEventInvokeConfig.Properties.DestinationConfig;
    change(resources);
  });
  it('accepts settings without a destination behind an API', () => assert.ok(settings(api)));
  it('refuses settings without a destination behind a rule', () => assert.ok(!settings(() => {})));
});

describe('sourceQueueRedrives', () => {
  const redrives = (...changes) => accepts('sourceQueueRedrives', 'Serverless-LambdaEventSourceMappingDestination', 'Mapping', resources =>
    [source, ...changes].forEach(change => change(resources)));

  it('accepts a queue with a redrive policy', () => assert.ok(redrives()));
  it('refuses a queue without one', () => assert.ok(!redrives(({ Work }) => delete Work.Properties)));
  it('refuses a queue that it cannot see', () => assert.ok(
    !redrives(({ Mapping }) => { Mapping.Properties.EventSourceArn = 'arn:aws:sqs:eu-west-1:123456789012:given'; })));
  it('refuses a stream', () => assert.ok(!redrives(({ Mapping }) => { Mapping.Properties.EventSourceArn = att('Table'); })));
});

describe('deadLetterEnd', () => {
  const ends = (queue, ...changes) => ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'].map(rule =>
    accepts('deadLetterEnd', rule, queue, resources => changes.forEach(change => change(resources)))).every(Boolean);
  const idle = ({ Rule }) => delete Rule.Properties.Targets[0].DeadLetterConfig;
  const target = name => change => accepts('deadLetterEnd', 'Serverless-SQSRedrivePolicy', 'RuleDeadLetterQueue', resources => {
    idle(resources);
    change(resources, name);
  });

  it('accepts the queue of a rule and of a function', () => {
    assert.ok(ends('RuleDeadLetterQueue'));
    assert.ok(ends('FunctionDeadLetterQueue'));
  });
  const failedTasks = change => target()(({ Rule }) => {
    Rule.Properties.EventPattern = {
      source: ['aws.ecs'], 'detail-type': ['ECS Task State Change'],
      detail: {
        lastStatus: ['STOPPED'],
        $or: [{ stopCode: ['TaskFailedToStart'] }, { containers: { name: ['app'], exitCode: [{ 'anything-but': 0 }] } }],
      },
    };
    Rule.Properties.Targets[0].Arn = att('RuleDeadLetterQueue');
    change(Rule.Properties.EventPattern.detail);
  });

  it('accepts the queue of reports of failed tasks', () => assert.ok(failedTasks(() => {})));
  it('refuses the queue of reports of tasks that end well', () => {
    assert.ok(!failedTasks(detail => delete detail.$or));
    assert.ok(!failedTasks(detail => detail.$or.push({ stopCode: ['EssentialContainerExited'] })));
    assert.ok(!failedTasks(detail => detail.$or.push({ containers: { exitCode: [0] } })));
    assert.ok(!failedTasks(detail => { detail.lastStatus = ['RUNNING']; }));
  });
  it('accepts the queue of a queue', () => assert.ok(target()(source)));
  it('accepts the queue of a schedule', () => assert.ok(target()(resources => {
    resources.Schedule = {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        FlexibleTimeWindow: { Mode: 'OFF' }, ScheduleExpression: 'rate(1 day)',
        Target: { Arn: att('Function'), RoleArn: att('Role'), DeadLetterConfig: { Arn: att('RuleDeadLetterQueue') } },
      },
    };
  })));
  it('refuses a queue that only sounds like one', () => assert.ok(!ends('RuleDeadLetterQueue', idle)));
  it('refuses a queue that a function reads', () => assert.ok(!ends('RuleDeadLetterQueue', resources => {
    source(resources);
    delete resources.Work;
    resources.Mapping.Properties.EventSourceArn = att('RuleDeadLetterQueue');
  })));
  it('refuses a queue that a role may read', () => assert.ok(!ends('RuleDeadLetterQueue', ({ RoleDefaultPolicy }) =>
    RoleDefaultPolicy.Properties.PolicyDocument.Statement.push({ Effect: 'Allow', Action: ['sqs:ReceiveMessage'], Resource: att('RuleDeadLetterQueue') }))));
  it('refuses a queue that a rule fills', () => assert.ok(!ends('RuleDeadLetterQueue', ({ Rule }) =>
    Rule.Properties.Targets.push({ Id: 'Work', Arn: att('RuleDeadLetterQueue') }))));
});
