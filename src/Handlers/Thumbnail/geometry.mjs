/**
 * What a size comes to for one image: the size the whole image is scaled to, and the canvas that it
 * is cropped or padded to. Nothing is ever enlarged: `cover` and `fill` keep the proportions asked
 * for and shrink both sides until the image has enough pixels, `contain` pads. With one side given,
 * the other follows in proportion, whatever the fit.
 */
export function layout({ width, height, fit }, image) {
  const horizontal = (width ?? Infinity) / image.width;
  const vertical = (height ?? Infinity) / image.height;
  const smaller = Math.min(horizontal, vertical, 1);

  if (width === null || height === null || fit === 'inside') return whole(image, smaller);
  if (fit === 'outside') return whole(image, Math.min(Math.max(horizontal, vertical), 1));
  if (fit === 'contain') return { ...whole(image, smaller), canvas: { width, height } };

  const shrink = Math.min(1, 1 / horizontal, 1 / vertical);
  const canvas = { width: atLeastOne(width * shrink), height: atLeastOne(height * shrink) };
  if (fit === 'fill') return { scaled: canvas, canvas };
  const scale = Math.max(canvas.width / image.width, canvas.height / image.height);
  const scaled = scaleUp(image, scale);
  return { scaled: { width: Math.max(scaled.width, canvas.width), height: Math.max(scaled.height, canvas.height) }, canvas };
}

/** The smallest size of the whole image from which every layout can be made by scaling down. */
export function intermediate(layouts, image) {
  const scale = Math.max(...layouts.map(({ scaled }) => Math.max(scaled.width / image.width, scaled.height / image.height)));
  return scaleUp(image, Math.min(scale, 1));
}

function whole(image, scale) {
  const size = { width: atLeastOne(image.width * scale), height: atLeastOne(image.height * scale) };
  return { scaled: size, canvas: size };
}

const atLeastOne = value => Math.max(1, Math.round(value));

const scaleUp = ({ width, height }, scale) => ({
  width: Math.min(width, Math.ceil(width * scale)),
  height: Math.min(height, Math.ceil(height * scale)),
});
