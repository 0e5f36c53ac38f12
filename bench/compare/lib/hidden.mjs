import { mentions, target } from '../../../policy/lib/template.mjs';

const isCustomResource = type => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';

/** Functions that do the CDK's own work: those of custom resources, and those that a host's lifecycle hook tells. */
export function hiddenFunctions(template) {
  const custom = Object.keys(template.resources).filter(id => isCustomResource(template.type(id))).map(id => template.properties(id));
  const hookTopics = template.ids('AWS::AutoScaling::LifecycleHook').map(id => target(template.properties(id).NotificationTargetARN));
  const hooks = template.ids('AWS::SNS::Subscription')
    .map(id => template.properties(id))
    .filter(({ TopicArn }) => hookTopics.includes(target(TopicArn)));
  return template.ids('AWS::Lambda::Function').filter(id =>
    custom.some(({ ServiceToken }) => mentions(ServiceToken, [id])) || hooks.some(({ Endpoint }) => mentions(Endpoint, [id])));
}
