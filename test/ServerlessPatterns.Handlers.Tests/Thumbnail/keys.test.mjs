import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './support/handler.mjs';

const { thumbnailKey, whyIgnored } = await load('keys.mjs');
const config = { destinationPrefix: 'thumbnails/', format: 'webp' };
const keyOf = source => thumbnailKey(config, 'small', source);

for (const source of ['a.jpg', 'a', 'with space +%20.jpg', 'ünïcödé/画像/🖼.png', 'a/b/c.d/e.jpeg', '...', 'a..b/.hidden'])
  test(`${source} keeps its name`, () => assert.equal(keyOf(source), `thumbnails/small/${source}.webp`));

test('the extension is appended, so that a.jpg and a.png stay apart', () => assert.notEqual(keyOf('a.jpg'), keyOf('a.png')));

for (const [format, extension] of [['webp', 'webp'], ['jpeg', 'jpg'], ['png', 'png'], ['avif', 'avif']])
  test(`${format} ends in .${extension}`, () => assert.equal(thumbnailKey({ ...config, format }, 's', 'a'), `thumbnails/s/a.${extension}`));

for (const source of ['../../secret', '/leading', 'a//b', 'a/./b', 'a/..', '..', 'bell\u0007.jpg']) {
  test(`${JSON.stringify(source)} becomes a key without odd segments`, () => {
    const key = keyOf(source);
    assert.match(key, /^thumbnails\/small\/[^\u0000-\u001f]*~[0-9a-f]{64}\.webp$/);
    assert.ok(!key.split('/').some(segment => /^\.{0,2}$/.test(segment)), key);
    assert.equal(keyOf(source), key);
  });
}

for (const letter of ['x', 'é', '画', '🖼']) {
  test(`1,024 bytes of ${letter} are shortened to 1,024 bytes`, () => {
    const source = letter.repeat(1024 / Buffer.byteLength(letter)).slice(0, 1024);
    const key = keyOf(source);
    assert.ok(Buffer.byteLength(key) <= 1024);
    assert.ok(Buffer.byteLength(key) > 1024 - 4, 'no more is cut than needed');
    assert.equal(Buffer.from(key).toString(), key, 'cut between code points');
    assert.notEqual(keyOf(source.slice(0, -1)), key);
  });
}

test('the longest key that fits is kept', () => {
  const room = 1024 - 'thumbnails/small/.webp'.length;
  assert.ok(keyOf('x'.repeat(room)).endsWith('xxx.webp'));
  assert.equal(Buffer.byteLength(keyOf('x'.repeat(room))), 1024);
  assert.match(keyOf('x'.repeat(room + 1)), /~[0-9a-f]{64}\.webp$/);
});

test('a key made to look like a shortened one does not take its place', () => {
  const forged = keyOf('a//b').replace(/^thumbnails\/small\//, '').replace(/\.webp$/, '');
  assert.notEqual(keyOf(forged), keyOf('a//b'));
});

const filter = { destinationBucket: 'bucket', destinationPrefix: 'thumbnails/', sourceSuffixes: ['.jpg', '.png'] };
const filters = [
  ['bucket', 'thumbnails/a.jpg', 'is-a-thumbnail'],
  ['other', 'thumbnails/a.jpg', undefined],
  ['bucket', 'uploads/', 'is-a-folder-marker'],
  ['bucket', 'uploads/a.JPG', undefined],
  ['bucket', 'uploads/a.txt', 'suffix-not-chosen'],
  ['bucket', 'uploads/jpg', 'suffix-not-chosen'],
];
for (const [bucket, key, reason] of filters)
  test(`${bucket}/${key} is ${reason ?? 'taken'}`, () => assert.equal(whyIgnored(filter, bucket, key), reason));

test('without suffixes every key is taken', () => assert.equal(whyIgnored({ ...filter, sourceSuffixes: [] }, 'bucket', 'a'), undefined));
test('without a destination prefix nothing counts as a thumbnail', () =>
  assert.equal(whyIgnored({ ...filter, destinationPrefix: '' }, 'bucket', 'a.jpg'), undefined));
