import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { plain, red } from './support/images.mjs';

// 50 megapixels. The ceilings in MB leave room for another machine's allocator; all are far below the
// 1,769 MB of a function with one whole vCPU. Measured: 95, 375 and 130.
const [width, height] = [8_688, 5_792];
const ceilings = {
  'baseline JPEG': [200, image => image.jpeg()],
  // The decoder must hold all coefficients of a progressive JPEG: six bytes a pixel without subsampling, the worst case.
  'progressive JPEG without chroma subsampling': [550, image => image.jpeg({ progressive: true, chromaSubsampling: '4:4:4' })],
  'PNG on its side': [300, image => image.withMetadata({ orientation: 6 }).png({ compressionLevel: 1 })],
};

let folder;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'thumbnail-memory-'))));
after(() => rm(folder, { recursive: true, force: true }));

for (const [name, [ceiling, encode]] of Object.entries(ceilings)) {
  test(`a ${name} of 50 megapixels needs at most ${ceiling} MB`, async () => {
    const file = join(folder, 'image');
    await encode(plain(width, height, red)).toFile(file);
    const script = fileURLToPath(new URL('support/peak.mjs', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, file], { env: { ...process.env, MALLOC_ARENA_MAX: '2' } });
    const { image, made, megabytes } = JSON.parse(stdout);
    assert.equal(image.width * image.height, width * height);
    assert.deepEqual(made.at(-1), [200, 200]);
    assert.equal(Math.max(...made[0]), 1600);
    assert.ok(megabytes <= ceiling, `${megabytes} MB`);
  });
}
