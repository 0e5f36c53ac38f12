import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const handlerDir = process.env.HANDLER_DIR ?? fileURLToPath(new URL('../../../../src/Handlers/Thumbnail', import.meta.url));

/** Packages are the handler's own: the tests install none. */
export const require = createRequire(join(handlerDir, 'package.json'));

export const load = module => import(pathToFileURL(join(handlerDir, module)));

export const photo = name => readFileSync(new URL(`../photos/${name}`, import.meta.url));

export const size = (name, width, height, fit = 'inside') => ({ name, width, height, fit });

export const environment = {
  TABLE_NAME: 'thumbnails',
  PARTITION_KEY: 'objectKey',
  SORT_KEY: 'bucketName',
  DESTINATION_BUCKET: 'destination',
  DESTINATION_PREFIX: 'thumbnails/',
  SIZES: JSON.stringify([size('small', 40, 40, 'cover'), size('large', 80, 80, 'inside')]),
  OUTPUT_FORMAT: 'png',
  OUTPUT_QUALITY: '80',
  MAX_INPUT_BYTES: '10000000',
  MAX_INPUT_PIXELS: '100000000',
  SOURCE_SUFFIXES: '[]',
  KEEP_THUMBNAILS_OF_DELETED: 'false',
  CACHE_CONTROL: 'public, max-age=86400',
};

/** The context of an invocation with that much time left. */
export function context(milliseconds = 30_000) {
  const end = Date.now() + milliseconds;
  return { awsRequestId: crypto.randomUUID(), getRemainingTimeInMillis: () => end - Date.now() };
}
