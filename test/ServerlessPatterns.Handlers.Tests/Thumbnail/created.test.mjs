import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, s3Event, wire } from './support/aws.mjs';
import { context, photo } from './support/handler.mjs';
import { blue, near, pixels, plain, red } from './support/images.mjs';

const png = colour => plain(100, 50, colour).png().toBuffer();
const colourOf = async world => (await pixels((await world.thumbnail('thumbnails/large/a.png.png')).body)).at(10, 10);

test('a created object gets its thumbnails and its item', wire, async () => {
  const world = await createWorld();
  await world.put('uploads/rocket.jpg', photo('rocket.jpg'));

  assert.deepEqual(await world.handler(world.created('uploads/rocket.jpg', '0A'), context()), { outcome: 'complete' });

  const { createdAt, processedAt, thumbnails, ...item } = await world.item('uploads/rocket.jpg');
  assert.deepEqual(item, {
    objectKey: 'uploads/rocket.jpg',
    bucketName: world.bucket,
    imageName: 'rocket.jpg',
    size: 112_525,
    contentType: 'image/jpeg',
    format: 'jpeg',
    width: 640,
    height: 427,
    etag: '511130d2072cc744a1fa5015bc23557a',
    sequencer: '0000000000000000000000000000000a',
    status: 'complete',
  });
  for (const time of [createdAt, processedAt]) assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.deepEqual(thumbnails.map(({ bytes, ...rest }) => rest), [
    { name: 'small', key: 'thumbnails/small/uploads/rocket.jpg.png', width: 40, height: 40, contentType: 'image/png' },
    { name: 'large', key: 'thumbnails/large/uploads/rocket.jpg.png', width: 80, height: 53, contentType: 'image/png' },
  ]);
  for (const { key, bytes, contentType } of thumbnails) {
    const { body, ContentType, CacheControl } = await world.thumbnail(key);
    assert.deepEqual([body.length, ContentType, CacheControl], [bytes, contentType, 'public, max-age=86400']);
  }
});

for (const key of ['with space +%20&=?.png', 'ünïcödé/画像/🖼.png', '../up.png', 'x'.repeat(1020) + '.png'])
  test(`the key ${key.slice(0, 30)} works from end to end`, wire, async () => {
    const world = await createWorld();
    await world.put(key, await png(red));
    assert.equal((await world.handler(world.created(key, '01'), context())).outcome, 'complete');
    const { thumbnails } = await world.item(key);
    assert.deepEqual(await world.thumbnails(), thumbnails.map(thumbnail => thumbnail.key).sort());
    await world.remove(key);
    assert.equal((await world.handler(world.deleted(key, '02'), context())).outcome, 'deleted');
    assert.deepEqual(await world.thumbnails(), []);
  });

test('a repeated event changes nothing', wire, async () => {
  const world = await createWorld();
  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  const before = await world.item('a.png');
  assert.equal((await world.handler(world.created('a.png', '01'), context())).outcome, 'stale');
  assert.deepEqual(await world.item('a.png'), before);
});

test('an older event after a newer one changes nothing', wire, async () => {
  const world = await createWorld();
  await world.put('a.png', await png(blue));
  await world.handler(world.created('a.png', '02'), context());
  assert.equal((await world.handler(world.created('a.png', '01'), context())).outcome, 'stale');
  assert.equal((await world.item('a.png')).sequencer.at(-1), '2');
});

test('a newer event replaces the thumbnails', wire, async () => {
  const world = await createWorld();
  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  await world.put('a.png', await png(blue));
  await world.handler(world.created('a.png', '02'), context());
  near(await colourOf(world), blue, 3);
});

test('a thumbnail in the source bucket does not trigger the next', wire, async () => {
  const world = await createWorld();
  const handler = world.with({ DESTINATION_BUCKET: world.bucket });
  await world.put('thumbnails/small/a.png', await png(red));
  assert.deepEqual(await handler(world.created('thumbnails/small/a.png', '01'), context()), { outcome: 'ignored' });
  assert.equal(await world.item('thumbnails/small/a.png'), undefined);
});

test('a key without a chosen suffix is ignored', wire, async () => {
  const world = await createWorld();
  const handler = world.with({ SOURCE_SUFFIXES: '[".png"]' });
  assert.deepEqual(await handler(world.created('a.txt', '01'), context()), { outcome: 'ignored' });
  assert.equal(await world.item('a.txt'), undefined);
});

test('the dead letter of a failed invocation is replayed by invoking with it', wire, async () => {
  const world = await createWorld();
  await world.put('a.png', await png(red));
  const record = { requestContext: { condition: 'RetriesExhausted' }, requestPayload: world.created('a.png', '01') };
  assert.equal((await world.handler(record, context())).outcome, 'complete');
});

test('other events of S3 are ignored, and what is no event is thrown', wire, async () => {
  const world = await createWorld();
  assert.deepEqual(await world.handler(s3Event('Object Tags Added', { bucket: world.bucket, key: 'a' }), context()), { outcome: 'ignored' });
  await assert.rejects(world.handler({ Records: [] }, context()), /must be an EventBridge event of aws\.s3/);
});

test('a dozen sizes are made without a word on stderr', wire, async () => {
  const warnings = [];
  const note = warning => warnings.push(warning.message);
  process.on('warning', note);
  const world = await createWorld({ environment: { SIZES: JSON.stringify([...'abcdefghijkl'].map(name => ({ name, width: 10 }))) } });
  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  assert.equal((await world.thumbnails()).length, 12);
  process.off('warning', note);
  assert.deepEqual(warnings, []);
});
