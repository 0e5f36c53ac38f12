import { load, require } from './handler.mjs';

export const sharp = require('sharp');
const { inspect, decode } = await load('image.mjs');

export const red = [220, 30, 30];
export const green = [30, 160, 60];
export const blue = [30, 60, 200];
export const yellow = [230, 200, 40];

/** An image of one colour, three or four channels by the colour's length. */
export const plain = (width, height, colour) =>
  sharp({ create: { width, height, channels: colour.length, background: { r: colour[0], g: colour[1], b: colour[2], alpha: (colour[3] ?? 255) / 255 } } });

/** Red and green above, blue and yellow below, so that every turn and mirroring shows. */
export function quarters(width, height, place = (x, y) => [x, y], [storedWidth, storedHeight] = [width, height]) {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = [[red, green], [blue, yellow]][y < height / 2 ? 0 : 1][x < width / 2 ? 0 : 1];
      const [column, row] = place(x, y);
      data.set(colour, (row * storedWidth + column) * 3);
    }
  }
  return sharp(data, { raw: { width: storedWidth, height: storedHeight, channels: 3 } });
}

export const settings = {
  sizes: [{ name: 'small', width: 64, height: 64, fit: 'inside' }],
  format: 'png',
  quality: 80,
  maxInputPixels: 100_000_000,
};

/** The header and the thumbnails that the handler makes of the bytes. */
export async function thumbnailsOf(bytes, more = {}) {
  const config = { ...settings, ...more };
  const image = await inspect(bytes, config);
  const encoders = await decode(bytes, image, config);
  return { image, thumbnails: await Promise.all(encoders.map(encode => encode())) };
}

export async function thumbnailOf(bytes, more) {
  const { thumbnails } = await thumbnailsOf(bytes, more);
  return thumbnails[0];
}

/** The pixels as a viewer without colour management would show them. */
export async function pixels(body) {
  const { data, info } = await sharp(body, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true });
  const at = (x, y) => [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x + 1) * info.channels)];
  return { width: info.width, height: info.height, channels: info.channels, at, part: (x, y) => at(Math.floor(x * info.width), Math.floor(y * info.height)) };
}

export function near(actual, expected, tolerance, what = '') {
  if (actual.length < expected.length || expected.some((value, index) => Math.abs(value - actual[index]) > tolerance))
    throw new Error(`${what} expected about ${expected}, got ${actual}`);
}
