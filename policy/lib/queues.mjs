import { list, mentions, target } from './template.mjs';

// Where each type of resource names the queue for what it could not deliver.
const deadLetterProperties = {
  'AWS::Events::Rule': properties => list(properties.Targets)
    .flatMap(item => [item.DeadLetterConfig?.Arn, reportsFailedTasks(properties.EventPattern) ? item.Arn : undefined]),
  'AWS::Lambda::EventInvokeConfig': properties => [properties.DestinationConfig?.OnFailure?.Destination],
  'AWS::Lambda::EventSourceMapping': properties => [properties.DestinationConfig?.OnFailure?.Destination],
  'AWS::Lambda::Function': properties => [properties.DeadLetterConfig?.TargetArn],
  'AWS::SNS::Subscription': properties => [properties.RedrivePolicy?.deadLetterTargetArn],
  'AWS::SQS::Queue': properties => [properties.RedrivePolicy?.deadLetterTargetArn],
  'AWS::Scheduler::Schedule': properties => [properties.Target?.DeadLetterConfig?.Arn],
};

// These name a queue without putting into it or taking from it.
const silentTypes = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::Dashboard', 'AWS::SQS::QueuePolicy'];

const policyTypes = ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::Role'];

/** A rule of nothing but tasks of ECS that have stopped, and each of them because it failed. */
function reportsFailedTasks(pattern) {
  const { lastStatus, $or: failures } = pattern?.detail ?? {};
  return same(pattern?.source, ['aws.ecs']) && same(pattern['detail-type'], ['ECS Task State Change']) && same(lastStatus, ['STOPPED'])
    && failures?.length > 0
    && failures.every(({ stopCode, containers }) =>
      (stopCode?.length > 0 && !stopCode.includes('EssentialContainerExited')) || same(containers?.exitCode, [{ 'anything-but': 0 }]));
}

const same = (value, wanted) => JSON.stringify(value) === JSON.stringify(wanted);

/** A queue that takes what others could not deliver, that nothing reads and nothing else writes. */
export function isDeadLetterEnd({ template, resource: id }) {
  let deadLetters = 0;
  for (const other of Object.keys(template.resources).filter(name => name !== id)) {
    const properties = template.properties(other);
    const type = template.type(other);
    const uses = mentions(properties, [id]);
    if (uses === 0 || silentTypes.includes(type)) continue;
    if (policyTypes.includes(type)) {
      if (mayReceive(template, other, id)) return false;
      continue;
    }
    const ends = (deadLetterProperties[type]?.(properties) ?? []).filter(value => target(value) === id).length;
    if (ends < uses) return false;
    deadLetters += ends;
  }
  return deadLetters > 0 && template.properties(id).RedrivePolicy === undefined;
}

function mayReceive(template, policy, queue) {
  return template.allowStatements(policy)
    .filter(statement => mentions(statement.Resource, [queue]))
    .some(statement => statement.NotAction || list(statement.Action).some(action => /\*|^sqs:receive/i.test(action)));
}

/** An event source mapping whose queue is in the template and moves failed messages on by itself. */
export function hasRedrivingSource({ template, resource: id }) {
  const queue = target(template.properties(id).EventSourceArn);
  const redrive = template.properties(queue).RedrivePolicy;
  return template.type(queue) === 'AWS::SQS::Queue' && redrive?.deadLetterTargetArn !== undefined && redrive.maxReceiveCount > 0;
}
