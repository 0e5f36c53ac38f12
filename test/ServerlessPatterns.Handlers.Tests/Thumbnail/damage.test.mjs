import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quarters, sharp, thumbnailsOf } from './support/images.mjs';

/** The same numbers in every run, so that a failure can be looked at. */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const encoders = {
  jpeg: image => image.jpeg(),
  'progressive jpeg': image => image.jpeg({ progressive: true }),
  png: image => image.png(),
  webp: image => image.webp(),
  gif: image => image.gif(),
  tiff: image => image.tiff({ compression: 'lzw' }),
  avif: image => image.avif({ effort: 0 }),
  svg: async image => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><image width="90" height="60" href="data:image/png;base64,${(await image.png().toBuffer()).toString('base64')}"/><text x="9" y="9">&amp;</text></svg>`),
};

// Anything else that is thrown would be retried, dead-lettered and alarmed for an object that no attempt can mend.
for (const [name, encode] of Object.entries(encoders)) {
  test(`a damaged ${name} gives thumbnails or a rejection, whatever the damage`, async () => {
    const encoded = await encode(quarters(90, 60).withMetadata({ orientation: 6 }));
    const sound = Buffer.isBuffer(encoded) ? encoded : await encoded.toBuffer();
    const random = numbers(name.length);
    const next = most => Math.floor(random.next().value * most);
    const reasons = new Map();
    for (let round = 0; round < 60; round++) {
      const bytes = Buffer.from(sound);
      for (let changes = 1 + next(8); changes > 0; changes--) bytes[next(round % 2 === 0 ? bytes.length : Math.min(bytes.length, 200))] = next(256);
      try {
        const { thumbnails } = await thumbnailsOf(next(4) === 0 ? bytes.subarray(0, next(bytes.length)) : bytes);
        assert.ok((await sharp(thumbnails[0].body).metadata()).width > 0);
      } catch (error) {
        assert.equal(error.name, 'Rejection', error.stack);
        reasons.set(error.reason, (reasons.get(error.reason) ?? 0) + 1);
      }
    }
    assert.ok(reasons.size > 0, 'some of the damage must show');
  });
}
