import assert from 'node:assert/strict';
import { it } from 'node:test';
import { edgesOf } from '../lib/edges.mjs';
import { hiddenFunctions } from '../lib/hidden.mjs';
import { arn, ref, templateOf } from './template.mjs';

const fn = ['AWS::Lambda::Function', {}];
const queue = ['AWS::SQS::Queue', {}];
const config = { DeadLetterConfig: { Arn: arn('Dead') } };
const called = principal => ['AWS::Lambda::Permission', { FunctionName: arn('Fn'), Principal: principal, Action: 'lambda:InvokeFunction' }];
const kept = resources => edgesOf(templateOf(resources)).map(edge => [edge.id, edge.kept]);

it('counts a rule that calls a function as two edges, kept when each has its own dead letters', () => {
  const rule = more => ['AWS::Events::Rule', { Targets: [{ Arn: arn('Fn'), ...more }] }];
  assert.deepEqual(kept({ Rule: rule(), Fn: fn }), [['Rule', false], ['Fn', false]]);
  assert.deepEqual(kept({ Rule: rule(config), Fn: fn, Dead: queue }), [['Rule', true], ['Fn', false]]);
  const withDeadLetters = ['AWS::Lambda::Function', { DeadLetterConfig: { TargetArn: arn('Dead') } }];
  assert.deepEqual(kept({ Rule: rule(config), Fn: withDeadLetters, Dead: queue }), [['Rule', true], ['Fn', true]]);
});

it('takes a failure destination for kept, if it holds for the calls', () => {
  const settings = qualifier => ['AWS::Lambda::EventInvokeConfig',
    { FunctionName: ref('Fn'), Qualifier: qualifier, DestinationConfig: { OnFailure: { Destination: arn('Dead') } } }];
  const resources = qualifier => ({ Fn: fn, Permission: called('s3.amazonaws.com'), Settings: settings(qualifier), Dead: queue });
  assert.deepEqual(kept(resources('$LATEST')), [['Fn', true]]);
  assert.deepEqual(kept(resources('live')), [['Fn', false]]);

  // The function and an alias of it are called, and the destination is that of one of the two.
  const alias = {
    Alias: ['AWS::Lambda::Alias', { FunctionName: ref('Fn'), Name: 'live' }],
    AliasPermission: ['AWS::Lambda::Permission', { FunctionName: ref('Alias'), Principal: 's3.amazonaws.com', Action: 'lambda:InvokeFunction' }],
  };
  assert.deepEqual(kept({ ...resources('live'), ...alias }), [['Fn', false]]);
});

it('counts a schedule', () => {
  const schedule = more => ['AWS::Scheduler::Schedule', { Target: { Arn: arn('Cluster'), ...more } }];
  assert.deepEqual(kept({ Schedule: schedule() }), [['Schedule', false]]);
  assert.deepEqual(kept({ Schedule: schedule(config), Dead: queue }), [['Schedule', true]]);
});

it('counts no function that an API calls', () => {
  assert.deepEqual(kept({ Fn: fn, Permission: called('apigateway.amazonaws.com') }), []);
});

it('counts no function that only a custom resource names', () => {
  const custom = ['Custom::S3BucketNotifications', { NotificationConfiguration: { LambdaFunctionArn: arn('Fn') } }];
  assert.deepEqual(kept({ Fn: fn, Custom: custom }), []);
});

it('counts a queue once, by its mapping', () => {
  const mapping = ['AWS::Lambda::EventSourceMapping', { EventSourceArn: arn('Work'), FunctionName: ref('Fn') }];
  assert.deepEqual(kept({ Work: queue, Mapping: mapping, Fn: fn }), [['Mapping', false]]);
  const redriven = ['AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 3 } }];
  assert.deepEqual(kept({ Work: redriven, Mapping: mapping, Fn: fn, Dead: queue }), [['Mapping', true]]);
});

it('counts a queue that containers read by its redrive policy', () => {
  assert.deepEqual(kept({ Work: queue }), [['Work', false]]);
  const redriven = ['AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 3 } }];
  assert.deepEqual(kept({ Work: redriven, Dead: queue }), [['Work', true]]);
});

it('counts a stream by the destination of its mapping', () => {
  const mapping = more => ['AWS::Lambda::EventSourceMapping', { EventSourceArn: arn('Stream'), FunctionName: ref('Fn'), ...more }];
  assert.deepEqual(kept({ Mapping: mapping(), Fn: fn }), [['Mapping', false]]);
  assert.deepEqual(kept({ Mapping: mapping({ DestinationConfig: { OnFailure: { Destination: arn('Dead') } } }), Fn: fn, Dead: queue }), [['Mapping', true]]);
});

it('counts a subscription', () => {
  const subscription = more => ['AWS::SNS::Subscription', { TopicArn: ref('Topic'), Endpoint: 'a@example.com', ...more }];
  assert.deepEqual(kept({ Subscription: subscription() }), [['Subscription', false]]);
  assert.deepEqual(kept({ Subscription: subscription({ RedrivePolicy: {} }) }), [['Subscription', true]]);
});

it('knows the functions of the CDK itself, and leaves their edges out', () => {
  const resources = {
    Handler: fn,
    Notifications: ['Custom::S3BucketNotifications', { ServiceToken: arn('Handler'), Lambdas: [arn('Fn')] }],
    Drain: fn,
    Topic: ['AWS::SNS::Topic', {}],
    Hook: ['AWS::AutoScaling::LifecycleHook', { NotificationTargetARN: ref('Topic') }],
    Subscription: ['AWS::SNS::Subscription', { TopicArn: ref('Topic'), Endpoint: arn('Drain') }],
    Fn: fn,
    Permission: called('s3.amazonaws.com'),
  };
  assert.deepEqual(hiddenFunctions(templateOf(resources)), ['Handler', 'Drain']);
  assert.deepEqual(kept(resources), [['Fn', false]]);
});
