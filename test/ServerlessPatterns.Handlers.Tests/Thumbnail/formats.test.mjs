import assert from 'node:assert/strict';
import { test } from 'node:test';
import { photo } from './support/handler.mjs';
import { blue, near, pixels, plain, quarters, red, sharp, thumbnailOf, thumbnailsOf, yellow } from './support/images.mjs';

for (const format of ['gif', 'webp']) {
  test(`the first frame of an animated ${format} is taken`, async () => {
    const frames = Buffer.concat(await Promise.all([red, blue].map(colour => plain(50, 40, colour).raw().toBuffer())));
    const source = await sharp(frames, { raw: { width: 50, height: 80, channels: 3, pageHeight: 40 } }).toFormat(format, { lossless: true, delay: [100, 100] }).toBuffer();
    assert.equal((await sharp(source).metadata()).pages, 2);
    const { image, thumbnails: [thumbnail] } = await thumbnailsOf(source);
    assert.deepEqual([image.width, image.height], [50, 40]);
    near((await pixels(thumbnail.body)).at(20, 20), red, 4);
  });
}

const sources = {
  jpeg: ['image/jpeg', image => image.jpeg()],
  png: ['image/png', image => image.png()],
  webp: ['image/webp', image => image.webp()],
  gif: ['image/gif', image => image.gif()],
  avif: ['image/avif', image => image.avif()],
  tiff: ['image/tiff', image => image.tiff()],
};

for (const [format, [contentType, encode]] of Object.entries(sources)) {
  test(`${format} is read`, async () => {
    const { image, thumbnails: [thumbnail] } = await thumbnailsOf(await encode(quarters(200, 100)).toBuffer());
    assert.deepEqual(image, { format, contentType, width: 200, height: 100 });
    const result = await pixels(thumbnail.body);
    near(result.part(0.25, 0.25), red, 25);
    near(result.part(0.75, 0.75), yellow, 25);
  });
}

test('SVG is read, and loads nothing from elsewhere', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100">
    <rect width="100" height="50" fill="rgb(30,60,200)"/>
    <image xlink:href="${new URL('photos/rocket.jpg', import.meta.url)}" y="50" width="100" height="50"/></svg>`;
  const { image, thumbnails: [thumbnail] } = await thumbnailsOf(Buffer.from(svg));
  assert.equal(image.contentType, 'image/svg+xml');
  const result = await pixels(thumbnail.body);
  near(result.part(0.5, 0.25), blue, 2);
  assert.equal(result.part(0.5, 0.75)[3], 0, 'the file beside it must not be drawn');
});

test('an SVG may be larger than the limit of sharp, where the settings say so', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"><rect width="20000" height="20000" fill="rgb(30,60,200)"/></svg>';
  near((await pixels((await thumbnailOf(Buffer.from(svg), { maxInputPixels: 500_000_000 })).body)).at(20, 20), blue, 2);
});

test('quality changes the output', async () => {
  const bytes = async quality => (await thumbnailOf(photo('rocket.jpg'), { format: 'webp', quality })).body.length;
  assert.ok((await bytes(20)) < (await bytes(90)));
});

test('one decode serves all sizes, of a real photograph', async () => {
  const sizes = [['a', 300, 300, 'cover'], ['b', 50, null, 'inside'], ['c', 120, 120, 'contain']].map(([name, width, height, fit]) => ({ name, width, height, fit }));
  const { thumbnails } = await thumbnailsOf(photo('rocket.jpg'), { sizes, format: 'webp' });
  assert.deepEqual(thumbnails.map(({ width, height }) => [width, height]), [[300, 300], [50, 33], [120, 120]]);
});
