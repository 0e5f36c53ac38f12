import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environment, load } from './support/handler.mjs';

const { readConfig } = await load('config.mjs');
const read = changes => readConfig({ ...environment, ...changes });

test('the environment is read', () => {
  assert.deepEqual(read({ SOURCE_SUFFIXES: '[".JPG"]', SIZES: '[{"name":"s","width":9},{"name":"t","height":8,"fit":"fill"}]', KEEP_THUMBNAILS_OF_DELETED: 'true', DELETED_ITEM_TTL_SECONDS: '60', TTL_ATTRIBUTE: 'ttl' }), {
    tableName: 'thumbnails',
    partitionKey: 'objectKey',
    sortKey: 'bucketName',
    destinationBucket: 'destination',
    destinationPrefix: 'thumbnails/',
    sizes: [{ name: 's', width: 9, height: null, fit: 'cover' }, { name: 't', width: null, height: 8, fit: 'fill' }],
    format: 'png',
    quality: 80,
    maxInputBytes: 10_000_000,
    maxInputPixels: 100_000_000,
    sourceSuffixes: ['.jpg'],
    keepThumbnailsOfDeleted: true,
    cacheControl: 'public, max-age=86400',
    deletedItemTtlSeconds: 60,
    ttlAttribute: 'ttl',
  });
});

test('what is optional may be absent', () => {
  const { deletedItemTtlSeconds, ttlAttribute } = read({});
  assert.deepEqual([deletedItemTtlSeconds, ttlAttribute], [null, 'expiresAt']);
});

test('an empty destination prefix is allowed', () => assert.equal(read({ DESTINATION_PREFIX: '' }).destinationPrefix, ''));

for (const name of Object.keys(environment))
  test(`${name} must be set`, () => assert.throws(() => read({ [name]: undefined }), new RegExp(`${name} must be .*, but is not set`)));

const invalid = {
  TABLE_NAME: [''],
  SIZES: ['', '{}', '[]', '[{"width":1}]', '[{"name":"a"}]', '[{"name":"a/b","width":1}]', '[{"name":"a","width":0}]', '[{"name":"a","width":1.5}]',
    '[{"name":"a","width":1,"fit":"stretch"}]', '[{"name":"a","width":1},{"name":"a","width":2}]', '[null]'],
  OUTPUT_FORMAT: ['gif', 'WEBP'],
  OUTPUT_QUALITY: ['0', '101', 'high', '80.5'],
  MAX_INPUT_BYTES: ['0', '-1', '1 MB'],
  MAX_INPUT_PIXELS: ['0', 'NaN'],
  SOURCE_SUFFIXES: ['.jpg', '{}', '[1]'],
  KEEP_THUMBNAILS_OF_DELETED: ['yes', 'True', 'toString'],
  DELETED_ITEM_TTL_SECONDS: ['0', 'soon', ''],
  SORT_KEY: ['objectKey', 'status'],
  TTL_ATTRIBUTE: ['claimExpiresAt', 'objectKey'],
};
for (const [name, values] of Object.entries(invalid))
  for (const value of values)
    test(`${name} must not be ${JSON.stringify(value)}`, () =>
      assert.throws(() => read({ [name]: value }), error => error.message.includes(`${name} must `) && error.message.includes(JSON.stringify(value))));

test('all problems are told at once', () => {
  assert.throws(() => read({ TABLE_NAME: undefined, OUTPUT_QUALITY: 'x' }), /TABLE_NAME.*OUTPUT_QUALITY/);
});
