/** The value as a list: CloudFormation writes one element without its brackets. */
export const list = value => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** A synthesised template, and the questions that the checks ask of it. */
export class Template {
  constructor({ file, pattern, json }) {
    this.file = file;
    this.pattern = pattern;
    this.json = json;
    this.resources = json.Resources ?? {};
  }

  type(id) {
    return this.resources[id]?.Type;
  }

  properties(id) {
    return this.resources[id]?.Properties ?? {};
  }

  /** The construct path that CDK notes on every resource, or the logical id where that is turned off. */
  path(id) {
    return this.resources[id]?.Metadata?.['aws:cdk:path'] ?? id;
  }

  ids(...types) {
    return Object.keys(this.resources).filter(id => types.includes(this.type(id)));
  }

  /** The Allow statements of an IAM resource. */
  allowStatements(id) {
    const { PolicyDocument, Policies } = this.properties(id);
    return [PolicyDocument, ...list(Policies).map(policy => policy.PolicyDocument)]
      .flatMap(document => list(document?.Statement))
      .filter(statement => statement.Effect === 'Allow');
  }
}

/** The logical id that a Ref or Fn::GetAtt names. */
export function target(value) {
  return value?.Ref ?? value?.['Fn::GetAtt']?.[0];
}

/** How often a value refers to one of the ids, at any depth. */
export function mentions(value, ids) {
  if (typeof value !== 'object' || value === null) return 0;
  if (ids.includes(target(value))) return 1;
  const nested = Object.values(value).reduce((sum, part) => sum + mentions(part, ids), 0);
  return nested + list(value['Fn::Sub']).filter(text => typeof text === 'string' && subMentions(text, ids)).length;
}

function subMentions(text, ids) {
  return ids.some(id => text.includes(`\${${id}}`) || text.includes(`\${${id}.`));
}

/** An intrinsic as one line of text, in the way cdk-nag writes it into its finding ids. */
export function flatten(value) {
  if (typeof value === 'string') return value.replace(/\$\{/g, '<').replace(/\}/g, '>');
  if (value?.['Fn::Join']) return value['Fn::Join'][1].map(flatten).join(value['Fn::Join'][0]);
  if (value?.['Fn::Sub']) return flatten(value['Fn::Sub']);
  if (value?.['Fn::GetAtt']) return `<${value['Fn::GetAtt'].join('.')}>`;
  if (value?.['Fn::ImportValue']) return flatten(value['Fn::ImportValue']);
  if (value?.Ref) return `<${value.Ref}>`;
  return JSON.stringify(value);
}
