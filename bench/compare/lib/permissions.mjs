import { list } from '../../../policy/lib/template.mjs';

// Actions for which the Service Authorization Reference has no resource type, so that IAM takes nothing but `*`.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
const withoutResource = [
  /^xray:Put(TraceSegments|TelemetryRecords)$/, /^ecr:GetAuthorizationToken$/, /^ecs:DiscoverPollEndpoint$/, /^ec2:Describe\w+$/,
  /^dynamodb:ListStreams$/,
];

/** Allow statements on `*` that neither the service demands nor a condition narrows. */
export function wideStatements(template) {
  return template.ids('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Role')
    .flatMap(id => template.allowStatements(id))
    .filter(({ Resource, Condition }) => list(Resource).includes('*') && Condition === undefined)
    .filter(({ Action }) => list(Action).some(action => !withoutResource.some(pattern => pattern.test(action))));
}

/** AWS's managed policies that roles name: their statements are AWS's to change, and most are on `*`. */
export function managedPolicies(template) {
  return template.ids('AWS::IAM::Role')
    .flatMap(id => list(template.properties(id).ManagedPolicyArns))
    .filter(arn => /:aws:policy\//.test(JSON.stringify(arn)));
}
