import assert from 'node:assert/strict';
import { it } from 'node:test';
import { idleCost } from '../lib/idle-cost.mjs';
import { measure } from '../lib/measure.mjs';
import { ref, templateOf } from './template.mjs';

const other = resources => Number(idleCost(templateOf(resources)).other.toFixed(2));

it('counts an alarm by its metrics', () => {
  const { alarms } = idleCost(templateOf({
    Plain: ['AWS::CloudWatch::Alarm', { MetricName: 'Errors' }],
    Rate: ['AWS::CloudWatch::Alarm', { Metrics: [{ Expression: 'a / b' }, { MetricStat: {} }, { MetricStat: {} }] }],
  }));
  assert.equal(alarms.toFixed(2), '0.30');
});

it('knows load balancers, gateways, endpoints and addresses', () => {
  assert.equal(other({ Lb: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal', Subnets: ['a', 'b'] }] }), 16.43);
  assert.equal(other({ Lb: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internet-facing', Subnets: ['a', 'b'] }] }), 23.73);
  assert.equal(other({ Nat: ['AWS::EC2::NatGateway', {}], Eip: ['AWS::EC2::EIP', {}] }), 36.50);
  assert.equal(other({ Endpoint: ['AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface', SubnetIds: ['a', 'b'] }] }), 14.60);
  assert.equal(other({ Endpoint: ['AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway', SubnetIds: ['a'] }] }), 0);
});

it('knows streams and keys', () => {
  assert.equal(other({ Stream: ['AWS::Kinesis::Stream', { StreamModeDetails: { StreamMode: 'ON_DEMAND' } }] }), 29.20);
  assert.equal(other({ Stream: ['AWS::Kinesis::Stream', { ShardCount: 2 }] }), 21.90);
  assert.equal(other({ Key: ['AWS::KMS::Key', {}] }), 1);
});

it('counts the least tasks that a service keeps', () => {
  const task = ['AWS::ECS::TaskDefinition', { Cpu: '256', Memory: '512', RequiresCompatibilities: ['FARGATE'] }];
  const service = ['AWS::ECS::Service', { TaskDefinition: ref('Task') }];
  const scaling = least => ['AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity: least, ResourceId: { 'Fn::GetAtt': ['Service', 'Name'] } }];
  assert.equal(other({ Task: task, Service: service }), 9.01);
  assert.equal(other({ Task: task, Service: service, Scaling: scaling(2) }), 18.02);
  assert.equal(other({ Task: task, Service: service, Scaling: scaling(0) }), 0);
  assert.equal(other({ Task: ['AWS::ECS::TaskDefinition', { Cpu: '256', Memory: '512' }], Service: service }), 0);
});

it('knows the price of a host, or says that it does not', () => {
  const group = type => ({
    Group: ['AWS::AutoScaling::AutoScalingGroup', { MinSize: '2', LaunchTemplate: { LaunchTemplateId: ref('Template') } }],
    Template: ['AWS::EC2::LaunchTemplate', { LaunchTemplateData: { InstanceType: type } }],
  });
  assert.equal(other(group('t3.medium')), 60.74);
  assert.throws(() => other(group('x9.metal')), /no price for x9\.metal/);
});

it('counts no alarm that only scales, and no metadata', () => {
  const { alarms, resources } = measure(templateOf({
    Scaling: ['AWS::CloudWatch::Alarm', { AlarmActions: [ref('Policy')] }],
    Policy: ['AWS::ApplicationAutoScaling::ScalingPolicy', {}],
    Telling: ['AWS::CloudWatch::Alarm', {}],
    Metadata: ['AWS::CDK::Metadata', {}],
  }));
  assert.equal(alarms, 1);
  assert.equal(resources, 3);
});
