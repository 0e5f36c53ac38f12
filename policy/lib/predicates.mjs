import { coversCalls, failureDestinations, invokersOf } from './invokers.mjs';
import { hasRedrivingSource, isDeadLetterEnd } from './queues.mjs';
import { everyWildcard, isAccountLogging, isConnectionsOfStage, isHostsOfCluster, isObjectsBelowPrefix, isRevisionsOfTask, isServiceStar, isStreamsOfTable } from './wildcards.mjs';
import { list, target } from './template.mjs';

const wildcard = 'AwsSolutions-IAM5';

/** What exemptions.json may name: the rules that a predicate is for, and its test of the template's JSON. */
export const predicates = {
  serviceStar: { rules: [wildcard], accepts: everyWildcard(isServiceStar) },
  accountLogging: { rules: [wildcard], accepts: everyWildcard(isAccountLogging) },
  objectsBelowPrefix: { rules: [wildcard], accepts: everyWildcard(isObjectsBelowPrefix) },
  streamsOfTable: { rules: [wildcard], accepts: everyWildcard(isStreamsOfTable) },
  connectionsOfStage: { rules: [wildcard], accepts: everyWildcard(isConnectionsOfStage) },
  hostsOfCluster: { rules: [wildcard], accepts: everyWildcard(isHostsOfCluster) },
  revisionsOfTask: { rules: [wildcard], accepts: everyWildcard(isRevisionsOfTask) },
  loadBalancerLogs: { rules: ['AwsSolutions-S1'], accepts: isLoadBalancerLogs },
  publicEnvironment: { rules: ['AwsSolutions-ECS2'], accepts: isPublicEnvironment },
  connectAuthorized: { rules: ['AwsSolutions-APIG4'], accepts: isConnectAuthorized },
  calledSynchronously: { rules: ['Serverless-LambdaDLQ', 'Serverless-LambdaAsyncFailureDestination'], accepts: isCalledSynchronously },
  hasFailureDestination: { rules: ['Serverless-LambdaDLQ'], accepts: hasFailureDestination },
  sourceQueueRedrives: { rules: ['Serverless-LambdaEventSourceMappingDestination'], accepts: hasRedrivingSource },
  deadLetterEnd: { rules: ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'], accepts: isDeadLetterEnd },
};

function isCalledSynchronously({ template, resource: id }) {
  const isSettings = template.type(id) === 'AWS::Lambda::EventInvokeConfig';
  const { synchronous, asynchronous } = invokersOf(template, isSettings ? target(template.properties(id).FunctionName) : id);
  return synchronous.length > 0 && asynchronous.length === 0;
}

function hasFailureDestination({ template, resource: id }) {
  const configs = failureDestinations(template, id);
  return configs.length > 0 && invokersOf(template, id).asynchronous
    .every(({ invoked }) => configs.some(config => coversCalls(template, config, invoked)));
}

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
function isConnectAuthorized({ template, resource: id }) {
  const route = template.properties(id);
  const api = target(route.ApiId);
  const connect = template.ids('AWS::ApiGatewayV2::Route')
    .map(name => template.properties(name))
    .filter(({ ApiId, RouteKey }) => target(ApiId) === api && RouteKey === '$connect');
  return template.type(id) === 'AWS::ApiGatewayV2::Route'
    && template.properties(api).ProtocolType === 'WEBSOCKET'
    && route.RouteKey !== '$connect'
    && connect.length === 1
    && ['AWS_IAM', 'CUSTOM'].includes(connect[0].AuthorizationType);
}

// The bucket of a load balancer's access logs, which nobody else is allowed anything in.
function isLoadBalancerLogs({ template, resource: id }) {
  const isTarget = template.ids('AWS::ElasticLoadBalancingV2::LoadBalancer')
    .some(name => list(template.properties(name).LoadBalancerAttributes)
      .some(({ Key, Value }) => Key === 'access_logs.s3.bucket' && target(Value) === id));
  const allowed = template.ids('AWS::S3::BucketPolicy')
    .filter(name => target(template.properties(name).Bucket) === id)
    .flatMap(name => template.allowStatements(name));
  return isTarget && allowed.length > 0
    && allowed.every(({ Principal, Action }) => Principal?.Service === 'logdelivery.elasticloadbalancing.amazonaws.com' && Action === 's3:PutObject');
}

// Variables that say which resource of the template to use, or a number: nothing that anybody could log in with.
function isPublicEnvironment({ template, resource: id }) {
  const variables = list(template.properties(id).ContainerDefinitions).flatMap(({ Environment }) => list(Environment));
  return template.type(id) === 'AWS::ECS::TaskDefinition' && variables.length > 0
    && variables.every(({ Value }) => /^\d+$/.test(Value) || template.type(target(Value)) !== undefined);
}
