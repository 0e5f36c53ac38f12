#!/usr/bin/env node
// node bench/compare/compare.mjs [--write]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { templatesOf } from '../../policy/lib/assembly.mjs';
import { ensureInstalled } from '../../policy/lib/install.mjs';
import { cases, libraries } from './lib/cases.mjs';
import { linesOf } from './lib/lines.mjs';
import { measure } from './lib/measure.mjs';
import { pages, read, withTables } from './lib/page.mjs';
import { prepare, synthesise } from './lib/synth.mjs';
import { full, summary } from './lib/table.mjs';

/** The tables, measured now. */
export async function compare() {
  ensureInstalled();
  const { nagFindings } = await import('../../policy/lib/nag.mjs');
  prepare();
  const directory = mkdtempSync(join(tmpdir(), 'compare-'));
  try {
    const templates = Object.fromEntries(Object.keys(libraries).map(library => {
      synthesise(library, join(directory, library));
      return [library, templatesOf(join(directory, library))];
    }));
    const rows = cases.flatMap(({ id, title, statements }) => Object.entries(statements).map(([library, file]) => {
      const template = templates[library].find(({ pattern }) => pattern === id);
      return { id, title, library, lines: linesOf(file, id), findings: nagFindings([template]).length, ...measure(template) };
    }));
    return { full: full(rows), summary: summary(rows) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tables = await compare();
  console.log(`${tables.summary}\n\n${tables.full}`);
  if (process.argv.includes('--write')) pages.forEach(page => writeFileSync(page, withTables(read(page), tables)));
}
