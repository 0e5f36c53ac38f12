import { mentions } from '../../../policy/lib/template.mjs';

/** Log groups that are never emptied: those without retention, and those that Lambda makes for functions without their own. */
export function endlessLogs(template) {
  const groups = template.ids('AWS::Logs::LogGroup');
  return [
    ...groups.filter(id => template.properties(id).RetentionInDays === undefined),
    ...template.ids('AWS::Lambda::Function').filter(id => !template.properties(id).LoggingConfig?.LogGroup
      && !groups.some(group => mentions(template.properties(group).LogGroupName, [id]))),
  ];
}
