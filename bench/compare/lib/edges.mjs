import { coversCalls, failureDestinations, invokersOf } from '../../../policy/lib/invokers.mjs';
import { hasRedrivingSource, isDeadLetterEnd } from '../../../policy/lib/queues.mjs';
import { list, mentions, target } from '../../../policy/lib/template.mjs';
import { hiddenFunctions } from './hidden.mjs';

/**
 * The asynchronous edges of a template, where nobody waits for an answer, and whether what fails there is kept: a
 * rule's or schedule's delivery, a function that is called asynchronously, what reads a queue or stream, a subscription.
 * The CDK's own functions are left out.
 */
export function edgesOf(template) {
  const hidden = hiddenFunctions(template);
  return [
    ...template.ids('AWS::Events::Rule').flatMap(id => list(template.properties(id).Targets)
      .map(item => ({ id, kept: item.DeadLetterConfig?.Arn !== undefined }))),
    ...template.ids('AWS::Scheduler::Schedule').map(id => ({ id, kept: template.properties(id).Target?.DeadLetterConfig?.Arn !== undefined })),
    ...template.ids('AWS::SNS::Subscription').filter(id => !mentions(template.properties(id).Endpoint, hidden))
      .map(id => ({ id, kept: template.properties(id).RedrivePolicy !== undefined })),
    ...template.ids('AWS::Lambda::Function').filter(id => !hidden.includes(id) && asynchronousCalls(template, id).length > 0)
      .map(id => ({ id, kept: keepsFailedCalls(template, id) })),
    ...template.ids('AWS::Lambda::EventSourceMapping')
      .map(id => ({ id, kept: hasRedrivingSource({ template, resource: id }) || hasDestination(template, id) })),
    ...template.ids('AWS::SQS::Queue').filter(id => isReadByOthers(template, id))
      .map(id => ({ id, kept: template.properties(id).RedrivePolicy?.deadLetterTargetArn !== undefined })),
  ];
}

// A custom resource names the functions that it sets notifications up for; the permission beside it says who calls them.
const asynchronousCalls = (template, id) => invokersOf(template, id).asynchronous
  .filter(call => !template.type(call.id).startsWith('Custom::'));

function keepsFailedCalls(template, id) {
  if (template.properties(id).DeadLetterConfig?.TargetArn) return true;
  const configs = failureDestinations(template, id);
  return asynchronousCalls(template, id).every(({ invoked }) => configs.some(config => coversCalls(template, config, invoked)));
}

const hasDestination = (template, id) => template.properties(id).DestinationConfig?.OnFailure?.Destination !== undefined;

// A queue that a function reads is counted by its mapping; a dead-letter queue is where an edge ends.
function isReadByOthers(template, id) {
  const mapped = template.ids('AWS::Lambda::EventSourceMapping')
    .some(mapping => target(template.properties(mapping).EventSourceArn) === id);
  return !mapped && !isDeadLetterEnd({ template, resource: id });
}
