import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { idOf } from '../lib/judge.mjs';
import { predicates } from '../lib/predicates.mjs';
import { exemptionTable } from '../lib/report.mjs';
import { findingsIn, pipeline } from './assembly.mjs';

const exemptions = JSON.parse(readFileSync(new URL('../exemptions.json', import.meta.url), 'utf8'));

/** Whether the predicate accepts the finding of the rule on the resource; fails when there is no such finding. */
function accepts(when, rule, resource, change) {
  const findings = findingsIn(pipeline(change)).filter(finding => idOf(finding) === rule && finding.resource === resource);
  assert.equal(findings.length, 1, `${rule} on ${resource}`);
  return predicates[when].accepts(findings[0]);
}

const att = id => ({ 'Fn::GetAtt': [id, 'Arn'] });
const join = (...parts) => ({ 'Fn::Join': ['', parts] });
const allow = (Action, Resource) => ({ Effect: 'Allow', Action, Resource });
const grant = (...statements) => resources => resources.RoleDefaultPolicy.Properties.PolicyDocument.Statement.push(...statements);

describe('serviceStar', () => {
  const rule = 'AwsSolutions-IAM5[Resource::*]';
  const star = change => accepts('serviceStar', rule, 'RoleDefaultPolicy', change);
  const networkInterfaces = grant(allow(['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces'], '*'));

  it('accepts tracing', () => assert.ok(star()));
  it('refuses another action beside tracing', () => assert.ok(!star(grant(allow(['xray:PutTraceSegments', 's3:GetObject'], '*')))));
  it('refuses a second statement on the star', () => assert.ok(!star(grant(allow('s3:*', '*')))));
  it('accepts network interfaces of a function in a VPC', () => assert.ok(star(resources => {
    networkInterfaces(resources);
    resources.Function.Properties.VpcConfig = { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] };
  })));
  it("accepts the token of ECR's registry", () => assert.ok(star(grant(allow('ecr:GetAuthorizationToken', '*')))));
  it("accepts the question of a host's agent", () => assert.ok(star(grant(allow('ecs:DiscoverPollEndpoint', '*')))));
  it('refuses the hosts of every cluster', () => assert.ok(!star(grant(allow(['ecs:DiscoverPollEndpoint', 'ecs:Poll'], '*')))));
  it('refuses pulling from every repository', () => assert.ok(!star(grant(allow('ecr:BatchGetImage', '*')))));
  const task = role => resources => {
    grant(allow(['ssmmessages:OpenDataChannel', 'logs:DescribeLogGroups'], '*'))(resources);
    resources.Task = { Type: 'AWS::ECS::TaskDefinition', Properties: { TaskRoleArn: att(role) } };
  };
  it('accepts ECS Exec in the role of a task', () => assert.ok(star(task('Role'))));
  it('refuses ECS Exec in another role', () => assert.ok(!star(task('Function'))));
  it('refuses network interfaces without a VPC', () => assert.ok(!star(networkInterfaces)));
});

describe('accountLogging', () => {
  const logs = ['logs:CreateLogGroup', 'logs:PutLogEvents'];
  const account = role => resources => {
    resources.Account = { Type: 'AWS::ApiGateway::Account', Properties: { CloudWatchRoleArn: att(role) } };
    resources.Writer = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {}, Policies: [] } };
  };
  const writes = (role, actions) => accepts('accountLogging', 'AwsSolutions-IAM5[Resource::*]', 'Writer', resources => {
    account(role)(resources);
    resources.Writer.Properties.Policies.push({ PolicyName: 'Logs', PolicyDocument: { Statement: [allow(actions, '*')] } });
  });

  it("accepts the logs of the account's role", () => assert.ok(writes('Writer', logs)));
  it('refuses the logs of another role', () => assert.ok(!writes('Role', logs)));
  it('refuses another action', () => assert.ok(!writes('Writer', [...logs, 'logs:DeleteLogGroup'])));
  it('refuses an action with a star', () => assert.ok(!writes('Writer', 'logs:*')));
});

describe('objectsBelowPrefix', () => {
  const below = (detail, Resource, action = 's3:GetObject') => accepts('objectsBelowPrefix',
    `AwsSolutions-IAM5[Resource::${detail}]`, 'RoleDefaultPolicy', grant(allow(action, Resource)));
  const given = (...path) => join('arn:', { Ref: 'AWS::Partition' }, ':s3:::', ...path);

  it('accepts a prefix of a made bucket', () => assert.ok(below('<SourceBucket.Arn>/new/*', join(att('SourceBucket'), '/new/*'))));
  it('accepts all of a made bucket', () => assert.ok(below('<SourceBucket.Arn>/*', join(att('SourceBucket'), '/*'))));
  it('accepts a made bucket by its name', () => assert.ok(
    below('arn:<AWS::Partition>:s3:::<SourceBucket>/a*', given({ Ref: 'SourceBucket' }, '/a*'))));
  it('accepts a prefix of a given bucket', () => assert.ok(below('arn:<AWS::Partition>:s3:::given/a/*', given('given/a/*'))));
  it('refuses all of a given bucket', () => assert.ok(!below('arn:<AWS::Partition>:s3:::given/*', given('given/*'))));
  it('refuses every bucket', () => assert.ok(!below('arn:aws:s3:::*/uploads/*', 'arn:aws:s3:::*/uploads/*')));
  it('refuses a star within the prefix', () => assert.ok(!below('<SourceBucket.Arn>/*/a*', join(att('SourceBucket'), '/*/a*'))));
  it('refuses what is not a bucket', () => assert.ok(!below('<Table.Arn>/index/*', join(att('Table'), '/index/*'))));
  it('refuses an action of the bucket', () => assert.ok(
    !below('<SourceBucket.Arn>/b/*', join(att('SourceBucket'), '/b/*'), ['s3:GetObject', 's3:PutBucketPolicy'])));
  it('refuses an action with a star, and the finding about it', () => {
    const all = ['s3:*', join(att('SourceBucket'), '/c/*')];
    assert.ok(!below('<SourceBucket.Arn>/c/*', all[1], all[0]));
    assert.ok(!accepts('objectsBelowPrefix', 'AwsSolutions-IAM5[Action::s3:*]', 'RoleDefaultPolicy', grant(allow(...all))));
  });
});

describe('streamsOfTable', () => {
  const lists = (detail, Resource, action = 'dynamodb:ListStreams') => accepts('streamsOfTable',
    `AwsSolutions-IAM5[Resource::${detail}]`, 'RoleDefaultPolicy', grant(allow(action, Resource)));
  const made = join(att('Table'), '/stream/*');

  it('accepts a listing of a made table', () => assert.ok(lists('<Table.Arn>/stream/*', made)));
  it('accepts a listing of a given table', () => assert.ok(
    lists('arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/*', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/*')));
  it('refuses to read all streams', () => assert.ok(!lists('<Table.Arn>/stream/*', made, ['dynamodb:ListStreams', 'dynamodb:GetRecords'])));
  it('refuses what is not a stream', () => assert.ok(!lists('<Table.Arn>/*', join(att('Table'), '/*'))));
  it('refuses the streams of every table', () => assert.ok(
    !lists('arn:aws:dynamodb:eu-west-1:111122223333:table/*/stream/*', 'arn:aws:dynamodb:eu-west-1:111122223333:table/*/stream/*')));
  it('refuses what is not a table', () => assert.ok(!lists('<SourceBucket.Arn>/stream/*', join(att('SourceBucket'), '/stream/*'))));
});

const webSocketApi = resources => {
  resources.Chat = { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'chat', ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action' } };
};

describe('connectionsOfStage', () => {
  const pseudo = name => ({ Ref: `AWS::${name}` });
  const arn = (api, below) => join('arn:', pseudo('Partition'), ':execute-api:', pseudo('Region'), ':', pseudo('AccountId'), ':', { Ref: api }, below);
  const connections = (api, below, action = 'execute-api:ManageConnections') => accepts('connectionsOfStage',
    `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<${api}>${below}]`, 'RoleDefaultPolicy', resources => {
      webSocketApi(resources);
      grant(allow(action, arn(api, below)))(resources);
    });

  it('accepts one method on the connections of a stage', () => assert.ok(connections('Chat', '/prod/POST/@connections/*')));
  it('refuses every method', () => assert.ok(!connections('Chat', '/prod/*/@connections/*')));
  it('refuses every stage', () => assert.ok(!connections('Chat', '/*/POST/@connections/*')));
  it('refuses what is no connection', () => assert.ok(!connections('Chat', '/prod/POST/*')));
  it('refuses what is no WebSocket API', () => assert.ok(!connections('Table', '/prod/POST/@connections/*')));
  it('refuses another action', () => assert.ok(!connections('Chat', '/prod/POST/@connections/*', ['execute-api:ManageConnections', 'execute-api:Invoke'])));
});

describe('connectAuthorized', () => {
  const route = (RouteKey, AuthorizationType) => ({ Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: { Ref: 'Chat' }, RouteKey, AuthorizationType } });
  const authorized = (connect, ...changes) => accepts('connectAuthorized', 'AwsSolutions-APIG4', 'Say', resources => {
    webSocketApi(resources);
    resources.Connect = route('$connect', connect);
    resources.Say = route('say', 'NONE');
    changes.forEach(change => change(resources));
  });

  it('accepts a message behind IAM', () => assert.ok(authorized('AWS_IAM')));
  it('accepts a message behind a Lambda authorizer', () => assert.ok(authorized('CUSTOM')));
  it('refuses a message behind a public $connect', () => assert.ok(!authorized('NONE')));
  it('refuses a public $connect', () => assert.ok(!authorized('AWS_IAM', ({ Say }) => { Say.Properties.RouteKey = '$connect'; })));
  it('refuses an API without $connect', () => assert.ok(!authorized('AWS_IAM', resources => delete resources.Connect)));
  it('refuses a $connect of another API', () => assert.ok(!authorized('AWS_IAM', ({ Connect }) => { Connect.Properties.ApiId = 'other'; })));
  it('refuses an HTTP API', () => assert.ok(!authorized('AWS_IAM', ({ Chat }) => { Chat.Properties.ProtocolType = 'HTTP'; })));
});

describe('hostsOfCluster', () => {
  const detail = 'arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:container-instance/<Cluster>/*';
  const ref = name => ({ Ref: name });
  const hosts = (type, actions) => accepts('hostsOfCluster', `AwsSolutions-IAM5[Resource::${detail}]`, 'RoleDefaultPolicy', resources => {
    resources.Cluster = { Type: type, Properties: {} };
    grant(allow(actions, join('arn:', ref('AWS::Partition'), ':ecs:', ref('AWS::Region'), ':', ref('AWS::AccountId'), ':container-instance/', ref('Cluster'), '/*')))(resources);
  });

  it('accepts what the agent reports', () => assert.ok(hosts('AWS::ECS::Cluster', ['ecs:Poll', 'ecs:StartTelemetrySession'])));
  it('refuses another action', () => assert.ok(!hosts('AWS::ECS::Cluster', ['ecs:Poll', 'ecs:DeregisterContainerInstance'])));
  it('refuses what is no cluster', () => assert.ok(!hosts('AWS::S3::Bucket', ['ecs:Poll'])));
});

describe('revisionsOfTask', () => {
  const ref = name => ({ Ref: name });
  const there = { ArnEquals: { 'ecs:cluster': att('Cluster') } };
  const revisions = (name = 'Nightly:*', Condition = there, actions = 'ecs:RunTask') => accepts('revisionsOfTask',
    `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:task-definition/${name}]`, 'RoleDefaultPolicy', resources => {
      resources.Cluster = { Type: 'AWS::ECS::Cluster', Properties: {} };
      resources.Task = { Type: 'AWS::ECS::TaskDefinition', Properties: { Family: 'Nightly' } };
      const arn = join('arn:', ref('AWS::Partition'), ':ecs:', ref('AWS::Region'), ':', ref('AWS::AccountId'), `:task-definition/${name}`);
      grant({ ...allow(actions, arn), Condition })(resources);
    });

  it('accepts the revisions of a made family in a cluster', () => assert.ok(revisions()));
  it('refuses another family', () => assert.ok(!revisions('Weekly:*')));
  it('refuses families that begin alike', () => assert.ok(!revisions('Nightly*')));
  it('refuses every family', () => assert.ok(!revisions('*:*')));
  it('refuses any cluster', () => assert.ok(!revisions('Nightly:*', {})));
  it('refuses a condition on something else', () => assert.ok(!revisions('Nightly:*', { ArnEquals: { 'aws:SourceArn': att('Cluster') } })));
  it('refuses clusters that begin alike', () => assert.ok(
    !revisions('Nightly:*', { ArnEquals: { 'ecs:cluster': ['arn:aws:ecs:eu-west-1:111122223333:cluster/*'] } })));
  it('refuses another action', () => assert.ok(!revisions('Nightly:*', there, ['ecs:RunTask', 'ecs:StartTask'])));
});

describe('publicEnvironment', () => {
  const variables = (...values) => accepts('publicEnvironment', 'AwsSolutions-ECS2', 'Task', resources => {
    const container = { Name: 'app', Image: 'app', Environment: values.map((Value, index) => ({ Name: `V${index}`, Value })) };
    resources.Task = { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [container] } };
  });

  it('accepts a reference to a resource, and a number', () => assert.ok(variables({ Ref: 'SourceBucket' }, '900')));
  it('refuses a text', () => assert.ok(!variables({ Ref: 'SourceBucket' }, 'hunter2')));
  it('refuses what comes from another stack', () => assert.ok(!variables({ 'Fn::ImportValue': 'Password' })));
});

describe('loadBalancerLogs', () => {
  const statement = (Service, Action) => ({ ...allow(Action, join(att('Logs'), '/*')), Principal: { Service } });
  const logs = (bucket, ...statements) => accepts('loadBalancerLogs', 'AwsSolutions-S1', 'Logs', resources => {
    resources.Logs = { Type: 'AWS::S3::Bucket', Properties: {} };
    resources.LogsPolicy = { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Logs' }, PolicyDocument: { Statement: statements } } };
    resources.LoadBalancer = {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: { LoadBalancerAttributes: [{ Key: 'access_logs.s3.enabled', Value: 'true' }, { Key: 'access_logs.s3.bucket', Value: { Ref: bucket } }] },
    };
  });
  const delivery = statement('logdelivery.elasticloadbalancing.amazonaws.com', 's3:PutObject');

  it('accepts the bucket of the access logs', () => assert.ok(logs('Logs', delivery)));
  it("refuses another load balancer's", () => assert.ok(!logs('SourceBucket', delivery)));
  it('refuses a bucket that others may use', () => assert.ok(!logs('Logs', delivery, statement('lambda.amazonaws.com', 's3:GetObject'))));
});

describe('docs/policy.md', () => {
  it('holds the exemptions of exemptions.json', () => {
    const page = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');
    const table = exemptionTable(exemptions);
    assert.ok(page.includes(table), `docs/policy.md must hold this table:\n\n${table}\n`);
  });
});
