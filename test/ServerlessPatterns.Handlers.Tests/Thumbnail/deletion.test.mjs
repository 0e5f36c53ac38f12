import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, s3Client, wire } from './support/aws.mjs';
import { context } from './support/handler.mjs';
import { blue, near, pixels, plain, red } from './support/images.mjs';

const png = colour => plain(100, 50, colour).png().toBuffer();
const colourOf = async world => (await pixels((await world.thumbnail('thumbnails/large/a.png.png')).body)).at(10, 10);

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

test('a bucket that is not there is no deleted object', wire, async () => {
  const world = await createWorld();
  await world.put('a.png', await png(red));
  await world.handler(world.created('a.png', '01'), context());
  await world.remove('a.png');
  await world.s3.send(new s3Client.DeleteBucketCommand({ Bucket: world.bucket }));
  await assert.rejects(world.handler(world.deleted('a.png', '02'), context()), { name: 'NoSuchBucket' });
  assert.equal((await world.thumbnails()).length, 2);
});

test('the TTL attribute may have any name', wire, async () => {
  const world = await createWorld({ environment: { DELETED_ITEM_TTL_SECONDS: '60', TTL_ATTRIBUTE: 'time-to.live' } });
  await world.handler(world.deleted('a.png', '01'), context());
  assert.ok((await world.item('a.png'))['time-to.live'] > 0);
});
