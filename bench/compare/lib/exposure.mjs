import { list, mentions, target } from '../../../policy/lib/template.mjs';

/** Buckets, queues and topics that answer requests without TLS. */
export function withoutTls(template) {
  return template.ids('AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::SNS::Topic').filter(id =>
    !template.ids('AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy')
      .map(policy => template.properties(policy))
      .filter(({ Bucket, Queues, Topics }) => mentions([Bucket, Queues, Topics], [id]))
      .some(({ PolicyDocument }) => list(PolicyDocument?.Statement).some(deniesPlain)));
}

const deniesPlain = ({ Effect, Condition }) => Effect === 'Deny' && String(Condition?.Bool?.['aws:SecureTransport']) === 'false';

/** What is stored unencrypted. S3, SQS, DynamoDB and CloudWatch Logs always encrypt; streams, topics and disks do when told to. */
export function unencrypted(template) {
  return [
    ...template.ids('AWS::Kinesis::Stream').filter(id => template.properties(id).StreamEncryption === undefined),
    ...template.ids('AWS::SNS::Topic').filter(id => template.properties(id).KmsMasterKeyId === undefined),
    ...template.ids('AWS::EC2::LaunchTemplate').filter(id => !hasEncryptedDisks(template.properties(id).LaunchTemplateData)),
  ];
}

function hasEncryptedDisks(data) {
  const disks = list(data?.BlockDeviceMappings).map(({ Ebs }) => Ebs).filter(Boolean);
  return disks.length > 0 && disks.every(({ Encrypted }) => Encrypted === true);
}

/** Ways in for everybody: security group rules, and methods and routes without authorization. */
export function openToAll(template) {
  const inline = template.ids('AWS::EC2::SecurityGroup').flatMap(id => list(template.properties(id).SecurityGroupIngress));
  const separate = template.ids('AWS::EC2::SecurityGroupIngress').map(id => template.properties(id));
  return [
    ...[...inline, ...separate].filter(({ CidrIp, CidrIpv6 }) => CidrIp === '0.0.0.0/0' || CidrIpv6 === '::/0'),
    ...template.ids('AWS::ApiGateway::Method').filter(id => isOpenMethod(template.properties(id))),
    ...template.ids('AWS::ApiGatewayV2::Route').filter(id => isOpenRoute(template, template.properties(id))),
    ...template.ids('AWS::Lambda::Url').filter(id => template.properties(id).AuthType === 'NONE'),
  ];
}

// A preflight request cannot be signed.
const isOpenMethod = ({ HttpMethod, AuthorizationType }) => HttpMethod !== 'OPTIONS' && (AuthorizationType ?? 'NONE') === 'NONE';

// API Gateway knows authorization on $connect only, of the routes of a WebSocket API.
function isOpenRoute(template, { ApiId, RouteKey, AuthorizationType }) {
  const webSocket = template.properties(target(ApiId)).ProtocolType === 'WEBSOCKET';
  return (!webSocket || RouteKey === '$connect') && (AuthorizationType ?? 'NONE') === 'NONE';
}
