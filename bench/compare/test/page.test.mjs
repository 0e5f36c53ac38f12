import assert from 'node:assert/strict';
import { it } from 'node:test';
import { compare } from '../compare.mjs';
import { pages, read, tablesOn, withTables } from '../lib/page.mjs';

it('prints the tables that the pages hold: `node bench/compare/compare.mjs --write` puts new ones in', async () => {
  const tables = await compare();
  assert.deepEqual(tablesOn(read(pages[0])), tables);
  for (const page of pages.slice(1)) {
    for (const [name, table] of Object.entries(tablesOn(read(page)))) assert.equal(table, tables[name], page);
  }
});

it('puts tables between their marks, whatever was there, and leaves the rest', () => {
  const text = 'a\n<!-- measured: one -->\n<!-- /measured -->\nb\n<!-- measured: two -->\n| old |\n<!-- /measured -->\nc\n';
  const tables = { one: '| 1 |\n| 2 |', two: '| new |' };
  const expected = 'a\n<!-- measured: one -->\n| 1 |\n| 2 |\n<!-- /measured -->\nb\n<!-- measured: two -->\n| new |\n<!-- /measured -->\nc\n';
  assert.equal(withTables(text, tables), expected);
  assert.deepEqual(tablesOn(expected), tables);
});
