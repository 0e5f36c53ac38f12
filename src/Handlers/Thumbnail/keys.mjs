import { createHash } from 'node:crypto';

const maxKeyBytes = 1024;
const extensions = { webp: 'webp', jpeg: 'jpg', png: 'png', avif: 'avif' };

/** Dot segments and empty segments are resolved away by URL parsers, control characters are not XML: S3 cannot list them. */
const odd = /(^|\/)\.{0,2}(\/|$)|[\u0000-\u001f\u007f]/u;
/** A source key that looks like a shortened one is shortened too, or two objects could share a thumbnail. */
const shortened = /~[0-9a-f]{64}$/;

/** The extension is appended and never replaced: a.jpg and a.png are two objects. */
export function thumbnailKey({ destinationPrefix, format }, sizeName, sourceKey) {
  const head = `${destinationPrefix}${sizeName}/`;
  const tail = `.${extensions[format]}`;
  const room = maxKeyBytes - Buffer.byteLength(head) - Buffer.byteLength(tail);
  const fits = Buffer.byteLength(sourceKey) <= room;
  return `${head}${fits && !odd.test(sourceKey) && !shortened.test(sourceKey) ? sourceKey : shorten(sourceKey, room)}${tail}`;
}

export function thumbnailKeys(config, sourceKey) {
  return config.sizes.map(({ name }) => thumbnailKey(config, name, sourceKey));
}

/** Why the object is none of the handler's business, or undefined. */
export function whyIgnored(config, bucket, key) {
  const { destinationBucket, destinationPrefix, sourceSuffixes } = config;
  if (bucket === destinationBucket && key.startsWith(destinationPrefix)) return 'is-a-thumbnail';
  if (key.endsWith('/')) return 'is-a-folder-marker';
  const lower = key.toLowerCase();
  if (sourceSuffixes.length > 0 && !sourceSuffixes.some(suffix => lower.endsWith(suffix))) return 'suffix-not-chosen';
  return undefined;
}

function shorten(key, room) {
  const hash = `~${createHash('sha256').update(key).digest('hex')}`;
  const readable = key
    .split('/')
    .filter(segment => !/^\.{0,2}$/.test(segment))
    .join('/')
    .replace(/[\u0000-\u001f\u007f]/gu, '_');
  return truncate(readable, room - hash.length) + hash;
}

function truncate(text, bytes) {
  let length = 0;
  let result = '';
  for (const codePoint of text) {
    length += Buffer.byteLength(codePoint);
    if (length > bytes) break;
    result += codePoint;
  }
  return result;
}
