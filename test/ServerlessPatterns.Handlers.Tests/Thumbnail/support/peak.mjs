// node peak.mjs FILE: makes three thumbnails of the image and prints the peak memory of the process in MB.
import { readFileSync } from 'node:fs';
import { size } from './handler.mjs';
import { thumbnailsOf } from './images.mjs';

const sizes = [size('large', 1600, 1600), size('medium', 800, 800), size('small', 200, 200, 'cover')];
const { image, thumbnails } = await thumbnailsOf(readFileSync(process.argv[2]), { sizes, format: 'webp' });
console.log(JSON.stringify({ image, made: thumbnails.map(({ width, height }) => [width, height]), megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
