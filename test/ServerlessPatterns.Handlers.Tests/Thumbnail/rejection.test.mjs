import assert from 'node:assert/strict';
import { test } from 'node:test';
import { photo } from './support/handler.mjs';
import { plain, quarters, red, sharp, thumbnailOf, thumbnailsOf } from './support/images.mjs';

const rejected = (name, bytes, reason, detail, more) =>
  test(`${name} is rejected as ${reason}`, async () => {
    await assert.rejects(async () => thumbnailsOf(await bytes(), more), error => {
      assert.deepEqual([error.name, error.reason], ['Rejection', reason], error.message);
      assert.match(error.message, detail);
      return true;
    });
  });

const cut = (bytes, share) => bytes.subarray(0, Math.floor(bytes.length * share));
const noise = () => sharp({ create: { width: 200, height: 150, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } });

/** zlib.crc32 came with Node 22. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

rejected('an empty object', () => Buffer.alloc(0), 'empty', /no bytes/);
rejected('a text', () => Buffer.from('not an image\n'.repeat(50)), 'not-an-image', /unsupported image format/);
rejected('a single byte', () => Buffer.from('x'), 'not-an-image', /./);
rejected('HTML', () => Buffer.from('<!doctype html><title>x</title>'), 'not-an-image', /./);
rejected('HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'unsupported-format', /HEIC is not in sharp's prebuilt binaries/);
rejected('BMP', () => Buffer.from(`BM${'\0'.repeat(60)}`), 'unsupported-format', /BMP/);
rejected('JPEG XL', () => Buffer.from('\0\0\0\x0cJXL \r\n\x87\n', 'latin1'), 'unsupported-format', /JPEG XL/);

rejected('a truncated photograph', () => cut(photo('rocket.jpg'), 0.6), 'truncated', /premature end/);
rejected('a photograph cut in its header', () => cut(photo('rocket.jpg'), 0.001), 'truncated', /premature end/);
for (const format of ['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'])
  rejected(`a truncated ${format}`, async () => cut(await noise().toFormat(format, { effort: 1 }).toBuffer(), 0.5), 'truncated', /./);

rejected('a PNG with a broken chunk', async () => {
  const bytes = await noise().png().toBuffer();
  return bytes.fill(0xff, 10_000, 10_200);
}, 'corrupt', /./);
rejected('a JPEG with lost pixels', async () => {
  const bytes = await quarters(400, 300).jpeg().toBuffer();
  const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
  const middle = (scan + bytes.length) >> 1;
  return bytes.fill(0x55, middle, middle + 30);
}, 'corrupt', /bad Huffman code/);
rejected('a broken SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect'), 'corrupt', /./);

rejected('a PNG that says 60,000 x 60,000', async () => {
  const bytes = await plain(10, 10, red).png().toBuffer();
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}, 'too-many-pixels', /60000 x 60000 is more than 100000000 pixels/);
rejected('a vast SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"/>'), 'too-many-pixels', /30000 x 30000/);
rejected('an image just too large', () => plain(101, 100, red).png().toBuffer(), 'too-many-pixels', /101 x 100 is more than 10000/, { maxInputPixels: 10_000 });

test('an image of exactly the most pixels is taken', async () => {
  const thumbnail = await thumbnailOf(await plain(100, 100, red).png().toBuffer(), { maxInputPixels: 10_000 });
  assert.equal(thumbnail.width, 64);
});

test('a JPEG with stray bytes, as some cameras write them, is taken', async () => {
  const bytes = await quarters(400, 300).jpeg().toBuffer();
  const second = 4 + bytes.readUInt16BE(4);
  const stray = Buffer.concat([bytes.subarray(0, second), Buffer.from('stray'), bytes.subarray(second)]);
  await assert.rejects(sharp(stray, { failOn: 'warning' }).toBuffer(), /extraneous bytes/, 'it must draw a warning, or this test shows nothing');
  assert.equal((await thumbnailOf(stray)).width, 64);
});
