import { list, mentions, target } from '../../../policy/lib/template.mjs';

const hoursAMonth = 730;

// us-east-1, USD an hour where nothing else is said. The pages that they are from are on docs/compare.md.
export const prices = {
  alarmMetricMonth: 0.10,
  fargate: { X86_64: { vcpu: 0.04048, gb: 0.004445 }, ARM64: { vcpu: 0.03238, gb: 0.00356 } },
  instance: { 't3.medium': 0.0416 },
  interfaceEndpoint: 0.01,
  kinesisShard: 0.015,
  kinesisStreamOnDemand: 0.04,
  kmsKeyMonth: 1,
  loadBalancer: 0.0225,
  natGateway: 0.045,
  publicAddress: 0.005,
};

/** What a template costs in a month in which nothing happens, without storage: `{ alarms, other }`. */
export function idleCost(template) {
  const hourly = [loadBalancers, natGateways, endpoints, streams, fargateTasks, hosts].map(part => part(template)).reduce((a, b) => a + b);
  return {
    alarms: template.ids('AWS::CloudWatch::Alarm').reduce((sum, id) => sum + metricsOf(template.properties(id)), 0) * prices.alarmMetricMonth,
    other: hourly * hoursAMonth + template.ids('AWS::KMS::Key').length * prices.kmsKeyMonth,
  };
}

// An alarm on an expression costs as much as the metrics in it.
const metricsOf = ({ Metrics }) => (Metrics ? Metrics.filter(({ MetricStat }) => MetricStat).length : 1);

const sum = (template, type, priceOf) => template.ids(type).reduce((total, id) => total + priceOf(template.properties(id), id), 0);

// One that faces the internet has a public address in each of its subnets.
const loadBalancers = template => sum(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer', ({ Scheme, Subnets }) =>
  prices.loadBalancer + (Scheme === 'internet-facing' ? list(Subnets).length * prices.publicAddress : 0));

const natGateways = template => sum(template, 'AWS::EC2::NatGateway', () => prices.natGateway)
  + sum(template, 'AWS::EC2::EIP', () => prices.publicAddress);

const endpoints = template => sum(template, 'AWS::EC2::VPCEndpoint', ({ VpcEndpointType, SubnetIds }) =>
  (VpcEndpointType === 'Interface' ? list(SubnetIds).length * prices.interfaceEndpoint : 0));

const streams = template => sum(template, 'AWS::Kinesis::Stream', ({ StreamModeDetails, ShardCount }) =>
  (StreamModeDetails?.StreamMode === 'ON_DEMAND' ? prices.kinesisStreamOnDemand : ShardCount * prices.kinesisShard));

function fargateTasks(template) {
  return sum(template, 'AWS::ECS::Service', (service, id) => {
    const task = template.properties(target(service.TaskDefinition));
    if (!list(task.RequiresCompatibilities).includes('FARGATE')) return 0;
    const { vcpu, gb } = prices.fargate[task.RuntimePlatform?.CpuArchitecture ?? 'X86_64'];
    const address = service.NetworkConfiguration?.AwsvpcConfiguration?.AssignPublicIp === 'ENABLED' ? prices.publicAddress : 0;
    return leastTasks(template, id, service) * (task.Cpu / 1024 * vcpu + task.Memory / 1024 * gb + address);
  });
}

function leastTasks(template, id, service) {
  const scaling = template.ids('AWS::ApplicationAutoScaling::ScalableTarget')
    .map(name => template.properties(name))
    .find(({ ResourceId }) => mentions(ResourceId, [id]));
  return scaling?.MinCapacity ?? service.DesiredCount ?? 1;
}

function hosts(template) {
  return sum(template, 'AWS::AutoScaling::AutoScalingGroup', ({ MinSize, LaunchTemplate }) => {
    const type = template.properties(target(LaunchTemplate.LaunchTemplateId)).LaunchTemplateData.InstanceType;
    if (!(type in prices.instance)) throw new Error(`There is no price for ${type}: add it to idle-cost.mjs.`);
    return MinSize * prices.instance[type];
  });
}
