import assert from 'node:assert/strict';
import { it } from 'node:test';
import { openToAll, unencrypted, withoutTls } from '../lib/exposure.mjs';
import { endlessLogs } from '../lib/logs.mjs';
import { managedPolicies, wideStatements } from '../lib/permissions.mjs';
import { arn, ref, templateOf } from './template.mjs';

const deny = { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };

it('tells what answers without TLS', () => {
  const policy = statement => ['AWS::S3::BucketPolicy', { Bucket: ref('Bucket'), PolicyDocument: { Statement: [statement] } }];
  const found = resources => withoutTls(templateOf({ Bucket: ['AWS::S3::Bucket', {}], ...resources }));
  assert.deepEqual(found({}), ['Bucket']);
  assert.deepEqual(found({ Policy: policy(deny) }), []);
  assert.deepEqual(found({ Policy: policy({ ...deny, Effect: 'Allow' }) }), ['Bucket']);
  assert.deepEqual(found({ Queue: ['AWS::SQS::Queue', {}], Policy: policy(deny) }), ['Queue']);
  assert.deepEqual(found({ Queue: ['AWS::SQS::Queue', {}], Policy: policy(deny),
    QueuePolicy: ['AWS::SQS::QueuePolicy', { Queues: [ref('Queue')], PolicyDocument: { Statement: deny } }] }), []);
});

it('tells what is stored unencrypted', () => {
  const found = unencrypted(templateOf({
    Stream: ['AWS::Kinesis::Stream', {}],
    Encrypted: ['AWS::Kinesis::Stream', { StreamEncryption: { EncryptionType: 'KMS' } }],
    Topic: ['AWS::SNS::Topic', {}],
    Hosts: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: {} }],
    HalfHosts: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: { BlockDeviceMappings: [{ Ebs: { Encrypted: true } }, { Ebs: {} }] } }],
    EncryptedHosts: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: { BlockDeviceMappings: [{ Ebs: { Encrypted: true } }] } }],
  }));
  assert.deepEqual(found, ['Stream', 'Topic', 'Hosts', 'HalfHosts']);
});

it('tells what is open to all', () => {
  const open = resources => openToAll(templateOf(resources)).length;
  assert.equal(open({ Group: ['AWS::EC2::SecurityGroup', { SecurityGroupIngress: [{ CidrIp: '0.0.0.0/0' }, { CidrIp: '10.0.0.0/8' }] }] }), 1);
  assert.equal(open({ Rule: ['AWS::EC2::SecurityGroupIngress', { CidrIpv6: '::/0' }] }), 1);
  assert.equal(open({ Get: ['AWS::ApiGateway::Method', { HttpMethod: 'GET' }], Options: ['AWS::ApiGateway::Method', { HttpMethod: 'OPTIONS' }] }), 1);
  assert.equal(open({ Get: ['AWS::ApiGateway::Method', { HttpMethod: 'GET', AuthorizationType: 'AWS_IAM' }] }), 0);
  assert.equal(open({ Url: ['AWS::Lambda::Url', { AuthType: 'NONE' }] }), 1);
});

it('asks for authorization where a WebSocket API knows it', () => {
  const open = (protocol, key) => openToAll(templateOf({
    Api: ['AWS::ApiGatewayV2::Api', { ProtocolType: protocol }],
    Route: ['AWS::ApiGatewayV2::Route', { ApiId: ref('Api'), RouteKey: key }],
  })).length;
  assert.equal(open('WEBSOCKET', '$connect'), 1);
  assert.equal(open('WEBSOCKET', '$default'), 0);
  assert.equal(open('HTTP', '$default'), 1);
});

it('tells statements on everything from those that the service demands or a condition narrows', () => {
  const wide = statement => wideStatements(templateOf({
    Policy: ['AWS::IAM::Policy', { PolicyDocument: { Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] } }],
  })).length;
  assert.equal(wide({ Action: 's3:GetObject' }), 1);
  assert.equal(wide({ Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'] }), 0);
  assert.equal(wide({ Action: ['xray:PutTraceSegments', 's3:GetObject'] }), 1);
  assert.equal(wide({ Action: 'ecs:Poll', Condition: { ArnEquals: {} } }), 0);
  assert.equal(wide({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/*' }), 0);
  assert.equal(wide({ Action: 's3:GetObject', Effect: 'Deny' }), 0);
});

it("counts AWS's managed policies, and not one's own", () => {
  const aws = { 'Fn::Join': ['', ['arn:', ref('AWS::Partition'), ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']] };
  assert.equal(managedPolicies(templateOf({ Role: ['AWS::IAM::Role', { ManagedPolicyArns: [aws, ref('Own')] }] })).length, 1);
});

it('tells the logs that are never emptied', () => {
  const found = endlessLogs(templateOf({
    Endless: ['AWS::Logs::LogGroup', undefined],
    Month: ['AWS::Logs::LogGroup', { RetentionInDays: 30 }],
    Given: ['AWS::Lambda::Function', { LoggingConfig: { LogGroup: ref('Month') } }],
    Named: ['AWS::Lambda::Function', {}],
    NamedLogs: ['AWS::Logs::LogGroup', { LogGroupName: { 'Fn::Join': ['', ['/aws/lambda/', ref('Named')]] }, RetentionInDays: 30 }],
    Without: ['AWS::Lambda::Function', { Role: arn('Role') }],
  }));
  assert.deepEqual(found, ['Endless', 'Without']);
});
