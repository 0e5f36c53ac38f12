// How far a thumbnail is from the photograph turned clockwise by each right angle: the mean difference of a channel, 0 - 255.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [handler, photograph, thumbnail] = process.argv.slice(2);
const sharp = createRequire(join(handler, 'package.json'))('sharp');
const pixels = image => image.removeAlpha().raw().toBuffer();
const { width, height } = await sharp(thumbnail).metadata();
const actual = await pixels(sharp(thumbnail));
const differences = {};
for (const angle of [0, 90, 180, 270]) {
  // Before the resize, which sharp would otherwise do first.
  const turned = await sharp(photograph).rotate(angle).png().toBuffer();
  const expected = await pixels(sharp(turned).resize(width, height, { fit: 'cover' }));
  differences[angle] = actual.reduce((sum, value, index) => sum + Math.abs(value - expected[index]), 0) / actual.length;
}
console.log(JSON.stringify(differences));
