import { Rejection } from './rejection.mjs';

const contentTypes = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  tiff: 'image/tiff',
  svg: 'image/svg+xml',
};

const unsupported = [
  [0, 'BM', 'BMP'],
  [0, '8BPS', 'Photoshop'],
  [0, '%PDF-', 'PDF'],
  [0, '\x00\x00\x01\x00', 'ICO'],
  [0, '\xff\x0a', 'JPEG XL'],
  [4, 'JXL ', 'JPEG XL'],
  [4, 'jP  ', 'JPEG 2000'],
  [8, 'crx ', 'Canon raw'],
];

export const contentTypeOf = format => contentTypes[format];

/** sharp calls AVIF and HEIC alike heif; its prebuilt binaries decode the first only. */
export const formatOf = ({ format, compression }) => (format === 'heif' && compression === 'av1' ? 'avif' : format);

/** Names what is an image, yet none that can be read, so that its owner learns more than "not an image". */
export function refuseUnsupported(bytes) {
  const text = bytes.subarray(0, 64).toString('latin1');
  if (text.startsWith('ftyp', 4) && /hei[cmsx]|hev[cmsx]|mif1|msf1/.test(text) && !/avi[fs]/.test(text))
    throw new Rejection('unsupported-format', "HEIC is not in sharp's prebuilt binaries.");
  const known = unsupported.find(([offset, magic]) => text.startsWith(magic, offset));
  if (known) throw new Rejection('unsupported-format', `${known[2]} is not among the formats that can be read.`);
}

/** Asked of bytes that could not be read: some decoders call every damage by one name. */
export function endsEarly(bytes) {
  const starts = (text, offset = 0) => bytes.subarray(offset, offset + text.length).toString('latin1') === text;
  if (starts('\x89PNG')) return bytes.lastIndexOf('IEND') < bytes.length - 8;
  if (starts('RIFF')) return bytes.length < 8 || bytes.length < 8 + bytes.readUInt32LE(4);
  if (starts('II*\0')) return bytes.length < 8 || bytes.length <= bytes.readUInt32LE(4);
  if (starts('MM\0*')) return bytes.length < 8 || bytes.length <= bytes.readUInt32BE(4);
  return false;
}
