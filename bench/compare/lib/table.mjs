import { libraries } from './cases.mjs';

const money = amount => amount.toFixed(2);

const cells = {
  lines: ({ lines }) => lines,
  resources: ({ resources }) => resources,
  'failures kept': ({ kept, edges }) => (edges === 0 ? '-' : `${kept}/${edges}`),
  alarms: ({ alarms }) => alarms,
  'idle USD': ({ idle }) => money(idle.alarms + idle.other),
  'of which alarms': ({ idle }) => money(idle.alarms),
  '`*` statements': ({ wide }) => wide,
  'managed policies': ({ managed }) => managed,
  'no TLS': ({ withoutTls }) => withoutTls,
  'not encrypted': ({ unencrypted }) => unencrypted,
  'open to all': ({ open }) => open,
  'endless logs': ({ endless }) => endless,
  'hidden functions': ({ hidden }) => hidden,
  'cdk-nag': ({ findings }) => findings,
};

/** All measures as a Markdown table, one row a pattern and library. */
export function full(rows) {
  return table(['pattern', 'library'], Object.keys(cells), rows.map(row =>
    [row.title, libraries[row.library].name, ...Object.values(cells).map(cell => cell(row))]));
}

// One row a library and kind of pattern, the one that costs most against another among them.
const pairs = [
  ['thumbnails', 'solutionsConstructs'], ['crud', 'solutionsConstructs'], ['kinesis', 'solutionsConstructs'],
  ['queue', 'raw'], ['fargate', 'ecsPatterns'],
];
const short = ['lines', 'resources', 'failures kept', 'alarms', 'idle USD', 'endless logs', 'hidden functions', 'cdk-nag'];

/** Five rows for those who want no more: ours, then theirs. */
export function summary(rows) {
  const find = (id, library) => rows.find(row => row.id === id && row.library === library);
  return table(['pattern', 'ours : theirs'], short, pairs.map(([id, library]) => {
    const [ours, theirs] = [find(id, 'ours'), find(id, library)];
    return [ours.title, libraries[library].name, ...short.map(name => `${cells[name](ours)} : ${cells[name](theirs)}`)];
  }));
}

function table(names, numbers, rows) {
  const line = values => `| ${values.join(' | ')} |`;
  return [line([...names, ...numbers]), line([...names.map(() => '---'), ...numbers.map(() => '--:')]), ...rows.map(line)].join('\n');
}
