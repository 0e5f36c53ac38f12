import { mentions, target } from './template.mjs';

// A permission says who may call; the API, mapping or trigger that it is for is looked at as well.
const synchronousPrincipals = ['apigateway.amazonaws.com', 'elasticloadbalancing.amazonaws.com'];

const synchronousTypes = [
  'AWS::ApiGateway::Authorizer', 'AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Authorizer', 'AWS::ApiGatewayV2::Integration',
  'AWS::ElasticLoadBalancingV2::TargetGroup', 'AWS::Lambda::EventSourceMapping', 'AWS::Lambda::Url',
];

// These name a function without calling it.
const silentTypes = [
  'AWS::ApplicationAutoScaling::ScalableTarget', 'AWS::CloudWatch::Alarm', 'AWS::CloudWatch::Dashboard',
  'AWS::CodeDeploy::DeploymentGroup', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::Role',
  'AWS::Lambda::Alias', 'AWS::Lambda::Version', 'AWS::Logs::LogGroup', 'AWS::Logs::MetricFilter',
];

/**
 * Who calls a function, by the resources that name it, its versions or its aliases.
 * What is not known to be synchronous counts as asynchronous.
 */
export function invokersOf(template, functionId) {
  const qualified = template.ids('AWS::Lambda::Version', 'AWS::Lambda::Alias')
    .filter(id => target(template.properties(id).FunctionName) === functionId);
  const result = { synchronous: [], asynchronous: [] };
  for (const invoked of [functionId, ...qualified]) {
    for (const id of Object.keys(template.resources)) {
      if (id === functionId || !mentions(template.properties(id), [invoked])) continue;
      const kind = kindOf(template.type(id), template.properties(id), invoked);
      if (kind !== 'silent') result[kind].push({ id, invoked });
    }
  }
  return result;
}

function kindOf(type, properties, invoked) {
  if (silentTypes.includes(type)) return 'silent';
  if (type === 'AWS::Lambda::EventInvokeConfig') {
    // Named as the destination of another function, it is called asynchronously.
    return mentions(properties.DestinationConfig, [invoked]) ? 'asynchronous' : 'silent';
  }
  if (type === 'AWS::Lambda::Permission') {
    return synchronousPrincipals.includes(properties.Principal) || properties.Action === 'lambda:InvokeFunctionUrl'
      ? 'silent' : 'asynchronous';
  }
  // This header turns an API's call into an asynchronous one.
  const header = /x-amz-invocation-type/i.test(JSON.stringify(properties));
  return synchronousTypes.includes(type) && !header ? 'synchronous' : 'asynchronous';
}

/** The asynchronous settings of a function that name a failure destination. */
export function failureDestinations(template, functionId) {
  return template.ids('AWS::Lambda::EventInvokeConfig')
    .map(id => template.properties(id))
    .filter(config => config.DestinationConfig?.OnFailure?.Destination && mentions(config.FunctionName, [functionId]));
}

/** Whether asynchronous settings, which hold for one qualifier, hold for calls of the function, version or alias. */
export function coversCalls(template, config, invoked) {
  return template.type(invoked) === 'AWS::Lambda::Function'
    ? config.Qualifier === '$LATEST'
    : mentions(config.Qualifier, [invoked]) > 0 || config.Qualifier === template.properties(invoked).Name;
}
