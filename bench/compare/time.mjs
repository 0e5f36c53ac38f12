#!/usr/bin/env node
// npm run time --prefix bench/compare [-- ROUNDS]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, synthesise } from './lib/synth.mjs';

// The patterns that all three have.
const patterns = ['thumbnails', 'crud', 'queue', 'schedule', 'kinesis', 'table-stream'];
const runs = {
  'ServerlessPatterns, in C#': ['ours', ...patterns],
  'an empty stack, in C#': ['ours', 'empty'],
  'Solutions Constructs, in JavaScript': ['solutionsConstructs', ...patterns],
  'raw L2, in JavaScript': ['raw', ...patterns],
};
const rounds = Number(process.argv[2] ?? 7);

prepare();
const times = Object.fromEntries(Object.keys(runs).map(name => [name, []]));
const directory = mkdtempSync(join(tmpdir(), 'compare-'));

// The CDK's own processes leave folders behind as well.
process.env.TMPDIR = directory;
try {
  // One round that does not count, and then all in turn, so that a slow minute is slow for all.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, [library, ...wanted]] of Object.entries(runs)) {
      const begin = performance.now();
      synthesise(library, join(directory, `${round}-${library}-${wanted.length}`), ...wanted);
      if (round > 0) times[name].push(performance.now() - begin);
    }
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}

const [ours, ...others] = Object.entries(times);
for (const [name, theirs] of others) console.log(`${(median(ours[1]) / median(theirs)).toFixed(2)} times ${name} (${patterns.length} stacks, medians of ${rounds})`);

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
