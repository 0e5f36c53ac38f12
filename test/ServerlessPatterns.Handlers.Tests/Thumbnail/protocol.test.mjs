import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, s3Client, s3Event, wire } from './support/aws.mjs';
import { context, photo } from './support/handler.mjs';
import { blue, near, pixels, plain, red } from './support/images.mjs';

const png = colour => plain(100, 50, colour).png().toBuffer();
const colourOf = async (world, key = 'thumbnails/large/a.png.png') => (await pixels((await world.thumbnail(key)).body)).at(10, 10);

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

test('a deleted object takes its thumbnails along, and a late event does not bring them back', wire, async () => {
  const world = await createWorld();
  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  await world.remove('a.png');
  assert.equal((await world.handler(world.deleted('a.png', '03'), context())).outcome, 'deleted');
  assert.deepEqual(await world.thumbnails(), []);

  assert.equal((await world.handler(world.created('a.png', '02'), context())).outcome, 'stale');
  const { status, thumbnails, expiresAt } = await world.item('a.png');
  assert.deepEqual({ status, thumbnails, expiresAt }, { status: 'deleted', thumbnails: undefined, expiresAt: undefined });
});

test('the deletion of an unknown object leaves a tombstone', wire, async () => {
  const world = await createWorld();
  await world.handler(world.deleted('a.png', '02'), context());
  assert.equal((await world.item('a.png')).status, 'deleted');
  assert.equal((await world.handler(world.created('a.png', '01'), context())).outcome, 'stale');
});

test('a created object that is gone by now is deleted', wire, async () => {
  const world = await createWorld();
  assert.equal((await world.handler(world.created('a.png', '01'), context())).outcome, 'deleted');
});

test('thumbnails of deleted objects can be kept', wire, async () => {
  const world = await createWorld({ environment: { KEEP_THUMBNAILS_OF_DELETED: 'true' } });
  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  await world.remove('a.png');
  await world.handler(world.deleted('a.png', '02'), context());
  const { status, thumbnails } = await world.item('a.png');
  assert.equal(status, 'deleted');
  assert.deepEqual(thumbnails.map(({ key }) => key).sort(), await world.thumbnails());
  assert.equal(thumbnails.length, 2);
});

test('the item of a deleted object expires, unless the object comes back', wire, async () => {
  const world = await createWorld({ environment: { DELETED_ITEM_TTL_SECONDS: '3600', TTL_ATTRIBUTE: 'ttl' } });
  await world.handler(world.deleted('a.png', '01'), context());
  const { ttl } = await world.item('a.png');
  assert.ok(Math.abs(ttl - Date.now() / 1000 - 3600) < 60, `${ttl} is an hour from now, in seconds`);

  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '02'), context());
  const item = await world.item('a.png');
  assert.deepEqual([item.status, item.ttl], ['complete', undefined]);
});

test('in a versioned bucket only what ends the object counts as its deletion', wire, async () => {
  const world = await createWorld({ versioned: true });
  const first = await world.put('a.png', await png(red));
  const second = await world.put('a.png', await png(blue));
  await world.handler(world.created('a.png', '02', { 'version-id': second.VersionId }), context());
  const before = await world.item('a.png');
  assert.equal(before.versionId, second.VersionId);

  await world.remove('a.png', first.VersionId);
  assert.equal((await world.handler(world.deleted('a.png', '03'), context())).outcome, 'unchanged');
  assert.deepEqual(await world.item('a.png'), before);

  const marker = await world.remove('a.png');
  assert.equal((await world.handler(world.deleted('a.png', '04', 'Delete Marker Created'), context())).outcome, 'deleted');
  assert.deepEqual(await world.thumbnails(), []);

  await world.remove('a.png', marker.VersionId);
  assert.equal((await world.handler(world.deleted('a.png', '05'), context())).outcome, 'complete', 'without its marker it is back');
  near(await colourOf(world), blue, 3);
  assert.equal((await world.handler(world.deleted('a.png', '04', 'Delete Marker Created'), context())).outcome, 'stale');
});

test('the removal of the newest version brings back the one before', wire, async () => {
  const world = await createWorld({ versioned: true });
  await world.put('a.png', await png(red));
  const second = await world.put('a.png', await png(blue));
  await world.handler(world.created('a.png', '02'), context());
  await world.remove('a.png', second.VersionId);
  assert.equal((await world.handler(world.deleted('a.png', '03'), context())).outcome, 'complete');
  near(await colourOf(world), red, 3);
});

test('the event of a removed marker may come before that of the marker', wire, async () => {
  const world = await createWorld({ versioned: true });
  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  const marker = await world.remove('a.png');
  await world.remove('a.png', marker.VersionId);
  for (const event of [world.deleted('a.png', '03'), world.deleted('a.png', '02', 'Delete Marker Created')])
    assert.equal((await world.handler(event, context())).outcome, 'unchanged');
  assert.equal((await world.thumbnails()).length, 2);
});

test('what cannot be an image is recorded, not thrown, and loses earlier thumbnails', wire, async () => {
  const world = await createWorld();
  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  await world.put('a.png', 'a text by now');
  assert.equal((await world.handler(world.created('a.png', '02'), context())).outcome, 'rejected');

  const { status, reason, reasonDetail, size, width, format, thumbnails, claimOwner, pendingKeys } = await world.item('a.png');
  assert.deepEqual({ status, reason, size, width, format, thumbnails, claimOwner, pendingKeys },
    { status: 'rejected', reason: 'not-an-image', size: 13, width: undefined, format: undefined, thumbnails: undefined, claimOwner: undefined, pendingKeys: undefined });
  assert.match(reasonDetail, /unsupported image format/);
  assert.deepEqual(await world.thumbnails(), []);

  await world.put('a.png', await png(blue));
  await world.handler(world.created('a.png', '03'), context());
  const item = await world.item('a.png');
  assert.deepEqual([item.status, item.reason, item.reasonDetail], ['complete', undefined, undefined]);
});

test('an object of too many bytes is rejected before it is read', wire, async () => {
  const world = await createWorld({ environment: { MAX_INPUT_BYTES: '100' } });
  await world.put('a.png', photo('chelsea.png'));
  assert.equal((await world.handler(world.created('a.png', '01'), context())).outcome, 'rejected');
  const { reason, reasonDetail, size } = await world.item('a.png');
  assert.deepEqual([reason, reasonDetail, size], ['too-many-bytes', '240512 is more than 100 bytes.', 240_512]);
});

test('thumbnails of sizes that are no longer asked for are removed', wire, async () => {
  const world = await createWorld();
  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  const handler = world.with({ SIZES: '[{"name":"tiny","width":10}]' });
  await handler(world.created('a.png', '02'), context());
  assert.deepEqual(await world.thumbnails(), ['thumbnails/tiny/a.png.png']);
});

test('thumbnails under a prefix of before are left, as the role may not delete them', wire, async () => {
  const world = await createWorld();
  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  await world.with({ DESTINATION_PREFIX: 'new/' })(world.created('a.png', '02'), context());
  assert.equal((await world.thumbnails()).length, 4);
  assert.ok(world.lines.some(line => line.includes('thumbnails under another prefix are left')));
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

test('a bucket that is not there is no deleted object', wire, async () => {
  const world = await createWorld();
  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  await world.remove('a.png');
  await world.s3.send(new s3Client.DeleteBucketCommand({ Bucket: world.bucket }));
  await assert.rejects(world.handler(world.deleted('a.png', '02'), context()), { name: 'NoSuchBucket' });
  assert.equal((await world.thumbnails()).length, 2);
});

test('an archived object is rejected, and one that has its thumbnails keeps them', wire, async () => {
  const world = await createWorld();
  const archive = async key =>
    world.s3.send(new s3Client.PutObjectCommand({ Bucket: world.bucket, Key: key, Body: await png(red), StorageClass: 'GLACIER' }));
  await archive('new.png');
  assert.equal((await world.handler(world.created('new.png', '01'), context())).outcome, 'rejected');
  assert.equal((await world.item('new.png')).reason, 'archived');

  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  await archive('a.png');
  const before = await world.item('a.png');
  const answer = await world.handler({ backfill: { bucket: world.bucket, prefix: 'a.png', force: true } }, context());
  assert.deepEqual([answer.skipped, await world.item('a.png')], [1, before]);
});

test('the TTL attribute may have any name', wire, async () => {
  const world = await createWorld({ environment: { DELETED_ITEM_TTL_SECONDS: '60', TTL_ATTRIBUTE: 'time-to.live' } });
  await world.handler(world.deleted('a.png', '01'), context());
  assert.ok((await world.item('a.png'))['time-to.live'] > 0);
});
