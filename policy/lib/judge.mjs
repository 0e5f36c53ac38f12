import { predicates } from './predicates.mjs';

/** The finding's rule as cdk-nag spells it in acknowledgements, with what was found where a rule says so. */
export const idOf = finding => (finding.detail === undefined ? finding.rule : `${finding.rule}[${finding.detail}]`);

/**
 * Sorts findings into exempted, acknowledged and open ones, and tells what is wrong with the two lists.
 * @param pageOf gives the text of a page in docs/patterns, or undefined
 */
export function judge({ findings, exemptions, acknowledgements, pageOf }) {
  const exempted = [], acknowledged = [], open = [];
  for (const finding of findings) {
    const exemption = exemptions.find(entry => exempts(entry, finding));
    const acknowledgement = acknowledgements.find(entry => acknowledges(entry, finding));
    if (exemption) exempted.push({ ...finding, entry: exemption });
    else if (acknowledgement) acknowledged.push({ ...finding, entry: acknowledgement });
    else open.push({ ...finding, hint: predicateFor(finding) });
  }
  const problems = [
    ...exemptions.flatMap(entry => exemptionProblems(entry, exempted)),
    ...acknowledgements.flatMap(entry => acknowledgementProblems(entry, acknowledged, pageOf)),
    ...patternProblems(acknowledgements),
  ];
  return { exempted, acknowledged, open, problems };
}

// A rule that threw has judged nothing, so no predicate can know what it would have said.
function exempts({ rules, when }, finding) {
  return !finding.threw && rules.includes(finding.rule) && predicates[when]?.accepts(finding);
}

function acknowledges({ pattern, rule, resource }, finding) {
  return pattern === finding.template.pattern && rule === idOf(finding)
    && [finding.resource, finding.template.path(finding.resource)].some(name => glob(resource).test(name));
}

// Logical ids end in a hash, which a star may stand for.
function glob(text) {
  return new RegExp(`^${text.split('*').map(part => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`);
}

function predicateFor(finding) {
  return Object.keys(predicates).find(when => exempts({ rules: predicates[when].rules, when }, finding));
}

function exemptionProblems(entry, exempted) {
  const { rules, when, reason } = entry;
  if (!predicates[when]) return [`exemption ${when}: there is no such predicate`];
  const text = reason?.length >= 40 ? [] : [`exemption ${when}: say why, for a security reviewer`];
  return text.concat(rules.flatMap(rule => {
    if (!predicates[when].rules.includes(rule)) return [`exemption ${when}: the predicate is not made for ${rule}`];
    const matches = exempted.some(finding => finding.entry === entry && finding.rule === rule);
    return matches ? [] : [`exemption ${when} is stale: no finding of ${rule} needs it`];
  }));
}

function acknowledgementProblems(entry, acknowledged, pageOf) {
  const { pattern, page, rule, resource, reason } = entry;
  const name = `acknowledgement of ${rule} on ${pattern}/${resource}`;
  const problems = [];
  if (!(reason?.length >= 40)) problems.push(`${name}: say why, for a security reviewer`);
  if (resource.replaceAll('*', '').length < 3) problems.push(`${name}: name the resource`);
  if (!acknowledged.some(finding => finding.entry === entry)) problems.push(`${name} is stale: no finding needs it`);
  if (!new RegExp(`${ruleOf(entry)}(?![\\w-])`).test(pageOf(page) ?? '')) {
    problems.push(`${name}: ${ruleOf(entry)} must stand on docs/patterns/${page}.md`);
  }
  return problems;
}

// More than one means that the pattern's defaults are wrong, or that the general list lacks something.
function patternProblems(acknowledgements) {
  return [...new Set(acknowledgements.map(entry => entry.pattern))].flatMap(pattern => {
    const rules = new Set(acknowledgements.filter(entry => entry.pattern === pattern).map(ruleOf));
    return rules.size > 1 ? [`${pattern} acknowledges ${[...rules].join(' and ')}: one rule a pattern is the most`] : [];
  });
}

function ruleOf({ rule }) {
  return rule.replace(/\[.*$/s, '');
}
