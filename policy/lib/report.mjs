import { basename } from 'node:path';
import { idOf } from './judge.mjs';

/** What the command prints: a table a template, what is wrong with the lists, and one line of sums. */
export function textReport(templates, { exempted, acknowledged, open, problems }) {
  const lines = templates.flatMap(template => {
    const of = findings => findings.filter(finding => finding.template === template);
    const sums = `${of(exempted).length} exempted, ${of(acknowledged).length} acknowledged, ${of(open).length} unacknowledged`;
    return [`${template.pattern} (${basename(template.file)}): ${sums}`, ...table(of(open))];
  });
  return [
    ...lines,
    ...problems.map(problem => `problem: ${problem}`),
    `policy: ${templates.length} templates, ${acknowledged.length} findings acknowledged, ${exempted.length} exempted, ${open.length} unacknowledged`,
  ].join('\n');
}

function table(findings) {
  const width = key => Math.max(...findings.map(finding => key(finding).length));
  const rule = width(idOf), resource = width(finding => finding.resource);
  return findings.flatMap(finding => [
    `  ${finding.level.padEnd(7)}  ${idOf(finding).padEnd(rule)}  ${finding.resource.padEnd(resource)}  ${finding.wants}`,
    ...(finding.hint ? [`           the predicate ${finding.hint} holds: policy/exemptions.json may list it, with its reason`] : []),
  ]);
}

/** The exempted and acknowledged findings with their reasons, as Markdown for a reviewer. */
export function reviewersReport(templates, { exempted, acknowledged }) {
  const rows = templates.flatMap(template => [...exempted, ...acknowledged]
    .filter(finding => finding.template === template)
    .map(finding => row(template.pattern, template.path(finding.resource), `\`${idOf(finding)}\``,
      finding.entry.when ? 'exempted' : 'acknowledged', finding.entry.reason)));
  return [row('stack', 'resource', 'rule', 'how', 'reason'), row('---', '---', '---', '---', '---'), ...rows].join('\n');
}

/** The table of exemptions as docs/policy.md holds it. */
export function exemptionTable(exemptions) {
  const rows = exemptions.map(({ rules, when, reason }) => row(rules.map(rule => `\`${rule}\``).join(', '), `\`${when}\``, reason));
  return [row('rule', 'predicate', 'reason'), row('---', '---', '---'), ...rows].join('\n');
}

const row = (...cells) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
