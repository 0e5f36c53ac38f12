import { list, target } from '../../../policy/lib/template.mjs';
import { edgesOf } from './edges.mjs';
import { openToAll, unencrypted, withoutTls } from './exposure.mjs';
import { hiddenFunctions } from './hidden.mjs';
import { idleCost } from './idle-cost.mjs';
import { endlessLogs } from './logs.mjs';
import { managedPolicies, wideStatements } from './permissions.mjs';

/** All that is told about one template. */
export function measure(template) {
  const edges = edgesOf(template);
  return {
    resources: Object.keys(template.resources).filter(id => template.type(id) !== 'AWS::CDK::Metadata').length,
    edges: edges.length,
    kept: edges.filter(({ kept }) => kept).length,
    alarms: template.ids('AWS::CloudWatch::Alarm').filter(id => !scales(template, id)).length,
    wide: wideStatements(template).length,
    managed: managedPolicies(template).length,
    withoutTls: withoutTls(template).length,
    unencrypted: unencrypted(template).length,
    open: openToAll(template).length,
    endless: endlessLogs(template).length,
    hidden: hiddenFunctions(template).length,
    idle: idleCost(template),
  };
}

// An alarm that starts or stops tasks tells nobody that something is wrong.
function scales(template, id) {
  const actions = list(template.properties(id).AlarmActions);
  return actions.length > 0 && actions.every(action => template.type(target(action)) === 'AWS::ApplicationAutoScaling::ScalingPolicy');
}
