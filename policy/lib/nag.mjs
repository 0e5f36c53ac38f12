import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';

const ruleThrew = 'Rule threw an error during validation.';

/** What cdk-nag's AwsSolutions and Serverless packs find in the templates. */
export function nagFindings(templates) {
  // An App without an outdir of its own leaves a folder behind.
  const outdir = mkdtempSync(join(tmpdir(), 'policy-'));
  try {
    const app = new App({ outdir, analyticsReporting: false });
    return templates.flatMap((template, index) => findingsOf(template, new Stack(app, `Template${index}`)));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function findingsOf(template, stack) {
  try {
    new CfnInclude(stack, 'Template', { templateFile: template.file });
  } catch (error) {
    return [{ template, rule: 'Policy-Unreadable', level: 'error', resource: '-', threw: true, wants: error.message }];
  }
  return [AwsSolutionsChecks, ServerlessChecks].flatMap(Pack => new Pack(undefined, { verbose: true })
    .validateScope(stack).violations
    .flatMap(violation => violation.violatingResources.map(({ constructPath }) => {
      const [, rule, detail] = /^([^[]+)(?:\[(.*)\])?$/s.exec(violation.ruleName);
      return {
        template, rule, detail, level: violation.severity, wants: violation.description,
        resource: constructPath.split('/').at(-1),
        threw: violation.description.startsWith(ruleThrew),
      };
    })));
}
