import assert from 'node:assert/strict';
import { test } from 'node:test';
import { size } from './support/handler.mjs';
import { blue, near, pixels, quarters, red, thumbnailOf, yellow } from './support/images.mjs';

const made = async (image, fit, width, height, more = {}) =>
  thumbnailOf(await quarters(...image).png().toBuffer(), { sizes: [size('x', width, height, fit)], ...more });

// source, fit, asked for, made
const table = [
  [[400, 200], 'cover', [100, 100], [100, 100]],
  [[400, 200], 'contain', [100, 100], [100, 100]],
  [[400, 200], 'fill', [100, 100], [100, 100]],
  [[400, 200], 'inside', [100, 100], [100, 50]],
  [[400, 200], 'outside', [100, 100], [200, 100]],
  [[400, 200], 'cover', [100, null], [100, 50]],
  [[400, 200], 'fill', [null, 100], [200, 100]],
  [[401, 199], 'inside', [100, 100], [100, 50]],
  [[2000, 2], 'inside', [100, 100], [100, 1]],
  // Never enlarged: what the source lacks is taken off both sides alike, or padded by contain.
  [[100, 50], 'cover', [200, 200], [50, 50]],
  [[100, 300], 'cover', [200, 200], [100, 100]],
  [[100, 50], 'cover', [400, 100], [100, 25]],
  [[100, 50], 'fill', [200, 50], [100, 25]],
  [[100, 50], 'inside', [200, 200], [100, 50]],
  [[100, 50], 'outside', [200, 200], [100, 50]],
  [[100, 50], 'contain', [200, 200], [200, 200]],
  [[100, 50], 'inside', [200, null], [100, 50]],
  [[1, 1], 'cover', [200, 200], [1, 1]],
];

for (const [source, fit, asked, expected] of table) {
  test(`${source.join(' x ')} with ${fit} in ${asked.join(' x ')} gives ${expected.join(' x ')}`, async () => {
    const { width, height } = await made(source, fit, ...asked);
    assert.deepEqual([width, height], expected);
  });
}

test('cover crops the middle', async () => {
  const result = await pixels((await made([400, 200], 'cover', 100, 100)).body);
  near(result.at(45, 10), red, 3);
  near(result.at(55, 90), yellow, 3);
});

test('fill stretches the whole image', async () => {
  const result = await pixels((await made([400, 200], 'fill', 100, 100)).body);
  near(result.at(5, 95), blue, 3);
});

test('contain leaves the image as it is, in the middle of a transparent canvas', async () => {
  const result = await pixels((await made([100, 50], 'contain', 200, 200)).body);
  near(result.at(100, 70), [0, 0, 0, 0].map((_, index) => result.at(0, 0)[index]), 0);
  assert.equal(result.at(100, 70)[3], 0);
  near(result.at(52, 78), [...red, 255], 2);
  near(result.at(148, 122), [...yellow, 255], 2);
  assert.equal(result.at(48, 100)[3], 0);
});

test('contain pads with white where the output has no alpha', async () => {
  near((await pixels((await made([100, 50], 'contain', 200, 200, { format: 'jpeg' })).body)).at(5, 5), [255, 255, 255], 2);
});
