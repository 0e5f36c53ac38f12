import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = name => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

/** The pages that hold measured tables. */
export const pages = [file('docs/compare.md'), file('README.md')];

const blocks = /(<!-- measured: (\w+) -->\n)((?:\|.*\n)*)(<!-- \/measured -->)/g;

/** The tables on a page, by name. */
export const tablesOn = text => Object.fromEntries([...text.matchAll(blocks)].map(([, , name, table]) => [name, table.trimEnd()]));

/** The page with each of its tables as it was measured. */
export const withTables = (text, tables) => text.replace(blocks, (_, begin, name, _old, end) => `${begin}${tables[name]}\n${end}`);

export const read = path => readFileSync(path, 'utf8');
