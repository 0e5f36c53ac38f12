import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blue, green, near, pixels, plain, quarters, red, sharp, thumbnailOf, thumbnailsOf, yellow } from './support/images.mjs';

// Where the pixel (x, y) of the upright image is stored, for each EXIF orientation of a width x height image.
const stored = {
  1: () => (x, y) => [x, y],
  2: width => (x, y) => [width - 1 - x, y],
  3: (width, height) => (x, y) => [width - 1 - x, height - 1 - y],
  4: (width, height) => (x, y) => [x, height - 1 - y],
  5: () => (x, y) => [y, x],
  6: width => (x, y) => [y, width - 1 - x],
  7: (width, height) => (x, y) => [height - 1 - y, width - 1 - x],
  8: (width, height) => (x, y) => [height - 1 - y, x],
};

for (const [orientation, place] of Object.entries(stored)) {
  test(`EXIF orientation ${orientation} is applied`, async () => {
    const [width, height] = [640, 320];
    const turned = Number(orientation) > 4 ? [height, width] : [width, height];
    const source = await quarters(width, height, place(width, height), turned)
      .withMetadata({ orientation: Number(orientation) })
      .jpeg({ quality: 95 })
      .toBuffer();

    const { image, thumbnails: [thumbnail] } = await thumbnailsOf(source);

    assert.deepEqual([image.width, image.height], [width, height]);
    assert.deepEqual([thumbnail.width, thumbnail.height], [64, 32]);
    const result = await pixels(thumbnail.body);
    near(result.part(0.25, 0.25), red, 12, 'top left');
    near(result.part(0.75, 0.25), green, 12, 'top right');
    near(result.part(0.25, 0.75), blue, 12, 'bottom left');
    near(result.part(0.75, 0.75), yellow, 12, 'bottom right');
  });
}

for (const format of ['webp', 'png', 'avif']) {
  test(`alpha is kept in ${format}`, async () => {
    const source = await plain(100, 100, [...red, 128]).png().toBuffer();
    const thumbnail = await thumbnailOf(source, { format });
    assert.equal(thumbnail.contentType, `image/${format}`);
    near((await pixels(thumbnail.body)).at(20, 20), [...red, 128], 6);
  });
}

test('alpha is flattened on white in jpeg', async () => {
  const source = await plain(100, 100, [0, 0, 0, 0]).png().toBuffer();
  const thumbnail = await thumbnailOf(source, { format: 'jpeg' });
  near((await pixels(thumbnail.body)).at(20, 20), [255, 255, 255], 1);
});

for (const icc of [undefined, 'cmyk']) {
  test(`CMYK JPEG ${icc ? 'with' : 'without'} a profile becomes sRGB`, async () => {
    const image = plain(100, 100, green).toColourspace('cmyk');
    const source = await (icc ? image.withIccProfile(icc) : image).jpeg({ quality: 95 }).toBuffer();
    assert.equal((await sharp(source).metadata()).channels, 4);
    const result = await pixels((await thumbnailOf(source)).body);
    assert.equal(result.channels, 3);
    near(result.at(20, 20), green, 25);
  });
}

test('16-bit PNG keeps its brightness in 8 bits', async () => {
  const values = new Uint16Array(100 * 100 * 3).map((_, index) => [0x8000, 0x4000, 0xffff][index % 3]);
  const source = await sharp(values, { raw: { width: 100, height: 100, channels: 3 } }).toColourspace('rgb16').png().toBuffer();
  assert.equal((await sharp(source).metadata()).depth, 'ushort');
  near((await pixels((await thumbnailOf(source)).body)).at(20, 20), [128, 64, 255], 1);
});

test('greyscale with alpha becomes sRGB', async () => {
  const source = await plain(100, 100, [90, 90, 90, 255]).toColourspace('b-w').png().toBuffer();
  near((await pixels((await thumbnailOf(source)).body)).at(20, 20), [90, 90, 90], 2);
});

test('Display P3 is converted to sRGB', async () => {
  const colour = [200, 80, 40];
  const source = await plain(100, 100, colour).withIccProfile('p3').png().toBuffer();
  assert.ok(Math.abs((await pixels(source)).at(20, 20)[0] - colour[0]) > 5, 'the stored values must differ, or this test shows nothing');
  near((await pixels((await thumbnailOf(source)).body)).at(20, 20), colour, 2);
});

test('nothing is cached, as memory is sized for one image', () => {
  assert.deepEqual([sharp.cache().memory.max, sharp.cache().items.max], [0, 0]);
});

test('metadata is stripped', async () => {
  const source = await plain(100, 100, red)
    .withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a/></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  for (const format of ['webp', 'jpeg', 'png', 'avif']) {
    const { exif, icc, xmp, iptc } = await sharp((await thumbnailOf(source, { format })).body).metadata();
    assert.deepEqual({ exif, icc, xmp, iptc }, { exif: undefined, icc: undefined, xmp: undefined, iptc: undefined }, format);
  }
});
