import { flatten, list, target } from './template.mjs';

const tracing = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];

// What AWS's managed policy AWSLambdaVPCAccessExecutionRole holds besides logs.
const networkInterfaces = [
  'ec2:AssignPrivateIpAddresses', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets', 'ec2:UnassignPrivateIpAddresses',
];

// What ECS Exec needs of the role of a task.
const execute = [
  'ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel', 'logs:DescribeLogGroups',
];

// What AWS's managed policy AmazonAPIGatewayPushToCloudWatchLogs holds.
const apiLogs = /^logs:(CreateLogGroup|CreateLogStream|DescribeLogGroups|DescribeLogStreams|FilterLogEvents|GetLogEvents|PutLogEvents)$/;

const objects = /^s3:((Get|Put|Delete)Object(Version)?(Tagging|Attributes)?|AbortMultipartUpload|ListMultipartUploadParts)$/;

// What the ECS agent of a host asks and tells about that host.
const host = ['ecs:Poll', 'ecs:StartTelemetrySession', 'ecs:UpdateContainerInstancesState'];

/** The stars on `*` that a service demands: of X-Ray, of Lambda in a VPC, of ECR's registry, of ECS Exec, of ECS's agent. */
export const isServiceStar = use => [isTracing, isNetworkInterfaces, isRegistryToken, isExecute, isAgentStart].some(test => test(use));

// X-Ray has no resource to name for what writes traces.
function isTracing({ statement, resource }) {
  return flatten(resource) === '*' && onlyActions(statement, action => tracing.includes(action));
}

// Lambda finds, makes and removes network interfaces that do not exist yet.
function isNetworkInterfaces({ statement, resource, template, id }) {
  return flatten(resource) === '*'
    && onlyActions(statement, action => networkInterfaces.includes(action))
    && functionsOf(template, id).some(properties => properties.VpcConfig?.SubnetIds);
}

// The token opens a registry, in which other statements name the repositories.
function isRegistryToken({ statement, resource }) {
  return flatten(resource) === '*' && onlyActions(statement, action => action === 'ecr:GetAuthorizationToken');
}

// The channels of a session are made by the service when somebody opens one.
function isExecute({ statement, resource, template, id }) {
  const roles = rolesOf(template, id);
  return flatten(resource) === '*'
    && onlyActions(statement, action => execute.includes(action))
    && roles.length > 0
    && roles.every(role => template.ids('AWS::ECS::TaskDefinition')
      .some(task => role && target(template.properties(task).TaskRoleArn) === role));
}

// The agent asks for its endpoint before it belongs to a cluster that could be named.
function isAgentStart({ statement, resource }) {
  return flatten(resource) === '*' && onlyActions(statement, action => action === 'ecs:DiscoverPollEndpoint');
}

/** Hosts have their ids when they start: those of one cluster that the template makes is the narrowest there is. */
export function isHostsOfCluster({ statement, resource, template }) {
  const [, cluster] = /^arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:container-instance\/<(\w+)>\/\*$/.exec(flatten(resource)) ?? [];
  return template.type(cluster) === 'AWS::ECS::Cluster' && onlyActions(statement, action => host.includes(action));
}

/** A deployment makes a new revision: those of one family that the template makes, in one cluster, is the narrowest there is. */
export function isRevisionsOfTask({ statement, resource, template }) {
  const [, family] = /^arn:<AWS::Partition>:ecs:<AWS::Region>:<AWS::AccountId>:task-definition\/([\w-]+):\*$/.exec(flatten(resource)) ?? [];
  const cluster = statement.Condition?.ArnEquals?.['ecs:cluster'];
  return template.ids('AWS::ECS::TaskDefinition').some(task => family && template.properties(task).Family === family)
    && cluster !== undefined && list(cluster).every(arn => !/[*?]/.test(flatten(arn)))
    && onlyActions(statement, action => action === 'ecs:RunTask');
}

/** One role writes the logs of every REST API of the account, in groups that API Gateway finds by itself. */
export function isAccountLogging({ statement, resource, template, id }) {
  const roles = rolesOf(template, id);
  return flatten(resource) === '*'
    && onlyActions(statement, action => apiLogs.test(action))
    && roles.length > 0
    && roles.every(role => template.ids('AWS::ApiGateway::Account')
      .some(account => role && target(template.properties(account).CloudWatchRoleArn) === role));
}

/** Objects are not known before they are there: a named bucket and a prefix is the narrowest there is. */
export function isObjectsBelowPrefix({ statement, resource, template }) {
  const text = flatten(resource);
  const [, byArn, byName] = /^(?:<(\w+)\.Arn>|arn:(?:aws[\w-]*|<AWS::Partition>):s3:::<(\w+)>)\/[^*?<]*\*$/.exec(text) ?? [];
  const known = /^arn:(?:aws[\w-]*|<AWS::Partition>):s3:::[a-z0-9.-]+\/[^*?<]+\*$/.test(text);
  // The whole of a bucket only where the template makes the bucket; a given one is named with a prefix.
  const ours = template.type(byArn ?? byName) === 'AWS::S3::Bucket';
  return (ours || known) && onlyActions(statement, action => objects.test(action));
}

/** A listing of the streams of a table has no single stream to name: all of one table is the narrowest there is. */
export function isStreamsOfTable({ statement, resource, template }) {
  const text = flatten(resource);
  const [, made] = /^<(\w+)\.Arn>\/stream\/\*$/.exec(text) ?? [];
  const known = /^arn:(?:aws[\w-]*|<AWS::Partition>):dynamodb:[^:*?]+:[^:*?]+:table\/[\w.-]+\/stream\/\*$/.test(text);
  return (template.type(made) === 'AWS::DynamoDB::Table' || known)
    && onlyActions(statement, action => action === 'dynamodb:ListStreams');
}

/** Connections are not known before clients connect: an API of the template, its stage and a method is the narrowest there is. */
export function isConnectionsOfStage({ statement, resource, template }) {
  const [, api] = /^arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<(\w+)>\/[\w-]+\/(?:POST|GET|DELETE)\/@connections\/\*$/.exec(flatten(resource)) ?? [];
  return template.type(api) === 'AWS::ApiGatewayV2::Api'
    && template.properties(api).ProtocolType === 'WEBSOCKET'
    && onlyActions(statement, action => action === 'execute-api:ManageConnections');
}

/** Every statement behind the finding meets the test; a finding about an action never does. */
export function everyWildcard(test) {
  return ({ template, resource: id, detail }) => {
    const uses = template.allowStatements(id).flatMap(statement => list(statement.Resource)
      .filter(resource => detail === `Resource::${flatten(resource)}`)
      .map(resource => ({ statement, resource, template, id })));
    return uses.length > 0 && uses.every(test);
  };
}

// A statement with NotAction has no actions to test, and allows nearly all.
function onlyActions(statement, test) {
  const actions = list(statement.Action);
  return actions.length > 0 && actions.every(action => typeof action === 'string' && test(action));
}

function functionsOf(template, id) {
  const roles = rolesOf(template, id);
  return template.ids('AWS::Lambda::Function')
    .map(name => template.properties(name))
    .filter(properties => roles.includes(target(properties.Role)));
}

function rolesOf(template, id) {
  return template.type(id) === 'AWS::IAM::Role' ? [id] : list(template.properties(id).Roles).map(target);
}
