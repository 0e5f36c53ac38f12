/**
 * The environment of the handler, which is all that it is told by the pattern.
 *
 * TABLE_NAME                  the table of metadata items
 * PARTITION_KEY, SORT_KEY     names of its key attributes: object key and bucket name
 * DESTINATION_BUCKET          where thumbnails go
 * DESTINATION_PREFIX          in front of every thumbnail's key; may be empty
 * SIZES                       JSON: [{"name":"small","width":200,"height":200,"fit":"cover"}]; one of
 *                             width and height may be null or absent, fit is `cover` when absent
 * OUTPUT_FORMAT               webp, jpeg, png or avif
 * OUTPUT_QUALITY              1 to 100; PNG is lossless and ignores it
 * MAX_INPUT_BYTES             larger objects are rejected before they are downloaded
 * MAX_INPUT_PIXELS            larger images are rejected before they are decoded; AVIF, the hungriest, was
 *                             measured to take 19 bytes of memory a pixel
 * SOURCE_SUFFIXES             JSON array, compared without case; [] means every object
 * KEEP_THUMBNAILS_OF_DELETED  true or false
 * CACHE_CONTROL               the Cache-Control header of thumbnails
 * DELETED_ITEM_TTL_SECONDS    optional: how long the item of a deleted object stays
 * TTL_ATTRIBUTE               optional: the table's TTL attribute, `expiresAt` when absent
 */
import { attributeNames } from './items.mjs';

const fits = ['cover', 'contain', 'fill', 'inside', 'outside'];
const formats = ['webp', 'jpeg', 'png', 'avif'];

export function readConfig(env) {
  const problems = [];

  const read = (name, expected, parse, fallback) => {
    const text = env[name];
    if (text === undefined && fallback !== undefined) return fallback();
    try {
      const value = text === undefined ? undefined : parse(text);
      if (value !== undefined) return value;
    } catch {
      // Reported below together with every other value that cannot be read.
    }
    problems.push(`${name} must be ${expected}, but is ${text === undefined ? 'not set' : JSON.stringify(text)}.`);
  };
  const text = (name, fallback) => read(name, 'a text that is not empty', value => value || undefined, fallback);
  const integer = (name, least, most, fallback) =>
    read(name, `a whole number from ${least} to ${most}`, value => wholeNumber(Number(value), least, most), fallback);

  const config = {
    tableName: text('TABLE_NAME'),
    partitionKey: text('PARTITION_KEY'),
    sortKey: text('SORT_KEY'),
    destinationBucket: text('DESTINATION_BUCKET'),
    destinationPrefix: read('DESTINATION_PREFIX', 'a key prefix of at most 512 bytes, or empty', value => (Buffer.byteLength(value) <= 512 ? value : undefined)),
    sizes: read('SIZES', `a JSON array of sizes with unique names of letters, digits, - and _, a width or a height, and a fit of ${fits.join(', ')}`, sizes),
    format: read('OUTPUT_FORMAT', `one of ${formats.join(', ')}`, value => formats.find(format => format === value)),
    quality: integer('OUTPUT_QUALITY', 1, 100),
    maxInputBytes: integer('MAX_INPUT_BYTES', 1, Number.MAX_SAFE_INTEGER),
    maxInputPixels: integer('MAX_INPUT_PIXELS', 1, Number.MAX_SAFE_INTEGER),
    sourceSuffixes: read('SOURCE_SUFFIXES', 'a JSON array of texts', suffixes),
    keepThumbnailsOfDeleted: read('KEEP_THUMBNAILS_OF_DELETED', 'true or false', value => (value === 'true' || value === 'false' ? value === 'true' : undefined)),
    cacheControl: text('CACHE_CONTROL'),
    deletedItemTtlSeconds: integer('DELETED_ITEM_TTL_SECONDS', 1, 10 * 366 * 86_400, () => null),
    ttlAttribute: text('TTL_ATTRIBUTE', () => 'expiresAt'),
  };

  const names = [config.partitionKey, config.sortKey, config.ttlAttribute];
  for (const [index, variable] of ['PARTITION_KEY', 'SORT_KEY', 'TTL_ATTRIBUTE'].entries()) {
    const name = names[index];
    if (name !== undefined && (attributeNames.includes(name) || names.indexOf(name) !== index))
      problems.push(`${variable} must not be the name of another attribute of the item, but is ${JSON.stringify(name)}.`);
  }

  if (problems.length > 0) throw new Error(`The environment of the thumbnail handler is not valid. ${problems.join(' ')}`);
  return Object.freeze(config);
}

function wholeNumber(value, least, most) {
  return Number.isSafeInteger(value) && value >= least && value <= most ? value : undefined;
}

function suffixes(json) {
  const values = JSON.parse(json);
  return Array.isArray(values) && values.every(value => typeof value === 'string')
    ? values.map(value => value.toLowerCase())
    : undefined;
}

function sizes(json) {
  const values = JSON.parse(json).map(({ name, width = null, height = null, fit = 'cover' }) => ({ name, width, height, fit }));
  const side = value => value === null || wholeNumber(value, 1, 16_383) !== undefined;
  const valid = ({ name, width, height, fit }) =>
    typeof name === 'string' && /^[\w-]{1,64}$/.test(name) && side(width) && side(height) && (width ?? height) !== null && fits.includes(fit);
  const unique = new Set(values.map(({ name }) => name)).size === values.length;
  return values.length > 0 && unique && values.every(valid) ? values : undefined;
}
