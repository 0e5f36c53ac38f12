import sharp from 'sharp';
import { contentTypeOf, endsEarly, formatOf, refuseUnsupported } from './formats.mjs';
import { intermediate, layout } from './geometry.mjs';
import { Rejection } from './rejection.mjs';

// An invocation sees an image once: a cache would only hold memory that the next image needs.
sharp.cache(false);

/** `failOn: 'error'` lets all warnings pass. Many come from sound camera files; these mean lost pixels. */
const lostPixels = /bad Huffman code|premature end of data segment|instead of RST/;

const white = '#ffffff';
const transparent = { r: 255, g: 255, b: 255, alpha: 0 };

/** Reads the header: type, and width and height as a viewer shows them. Decodes nothing. */
export async function inspect(bytes, { maxInputPixels }) {
  if (bytes.length === 0) throw new Rejection('empty', 'The object has no bytes.');
  refuseUnsupported(bytes);
  const metadata = await rejecting(bytes, () => sharp(bytes, { limitInputPixels: false }).metadata());
  const format = formatOf(metadata);
  const contentType = contentTypeOf(format);
  if (!contentType) throw new Rejection('unsupported-format', `${format} is not among the formats that can be read.`);
  const { width, height } = metadata.autoOrient;
  if (width * height > maxInputPixels)
    throw new Rejection('too-many-pixels', `${width} x ${height} is more than ${maxInputPixels} pixels.`);
  return { format, contentType, width, height };
}

/**
 * Decodes once, to sRGB and to no more pixels than the largest size needs, and returns one function
 * a size that encodes it. JPEG, WebP and SVG are shrunk while they are decoded.
 */
export async function decode(bytes, image, { sizes, format, quality, maxInputPixels }) {
  const layouts = sizes.map(size => layout(size, image));
  const { width, height } = intermediate(layouts, image);
  const opaque = format === 'jpeg';

  const pipeline = sharp(bytes, { failOn: 'error', limitInputPixels: maxInputPixels })
    .autoOrient()
    .resize(width, height, { fit: 'fill' });
  if (opaque) pipeline.flatten({ background: white });
  let damage;
  pipeline.on('warning', warning => (damage ??= lostPixels.exec(warning)?.[0]));
  const { data, info } = await rejecting(bytes, () => pipeline.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true }));
  if (damage) throw new Rejection('corrupt', damage);
  const raw = { width: info.width, height: info.height, channels: info.channels };

  return layouts.map(({ scaled, canvas }) => async () => {
    const { data: body, info: output } = await arrange(sharp(data, { raw }), scaled, canvas, opaque ? white : transparent)
      .toFormat(format, encoding(format, quality))
      .toBuffer({ resolveWithObject: true });
    return { body, width: output.width, height: output.height, contentType: contentTypeOf(format) };
  });
}

function encoding(format, quality) {
  if (format === 'png') return {};
  // sharp's own default for AVIF, 4, takes twelve times as long and saves no bytes at these sizes.
  return format === 'avif' ? { quality, effort: 2 } : { quality };
}

function arrange(pipeline, scaled, canvas, background) {
  pipeline.resize(scaled.width, scaled.height, { fit: 'fill' });
  const left = Math.floor(Math.abs(scaled.width - canvas.width) / 2);
  const top = Math.floor(Math.abs(scaled.height - canvas.height) / 2);
  if (canvas.width > scaled.width || canvas.height > scaled.height) {
    const right = canvas.width - scaled.width - left;
    const bottom = canvas.height - scaled.height - top;
    return pipeline.extend({ left, top, right, bottom, background });
  }
  return pipeline.extract({ left, top, width: canvas.width, height: canvas.height });
}

/** Turns what sharp says of the bytes into a rejection; what it says of this machine is another attempt's business. */
async function rejecting(bytes, read) {
  try {
    return await read();
  } catch (error) {
    const says = pattern => pattern.test(error.message);
    const [detail] = error.message.split('\n', 1);
    if (says(/memory|allocate|timeout/i)) throw error;
    if (says(/pixel limit/i)) throw new Rejection('too-many-pixels', detail);
    if (endsEarly(bytes) || says(/premature end|unexpected end|too small/i)) throw new Rejection('truncated', detail);
    if (says(/unsupported image format/i)) throw new Rejection('not-an-image', detail);
    throw new Rejection('corrupt', detail);
  }
}
