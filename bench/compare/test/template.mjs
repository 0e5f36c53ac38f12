import { Template } from '../../../policy/lib/template.mjs';

/** A template of resources given as `{ Id: ['AWS::Type', { Properties }] }`. */
export const templateOf = resources => new Template({
  file: 'test', pattern: 'test',
  json: { Resources: Object.fromEntries(Object.entries(resources).map(([id, [Type, Properties]]) => [id, { Type, Properties }])) },
});

export const arn = id => ({ 'Fn::GetAtt': [id, 'Arn'] });
export const ref = id => ({ Ref: id });
