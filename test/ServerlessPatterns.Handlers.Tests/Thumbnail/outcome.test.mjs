import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, s3Client, wire } from './support/aws.mjs';
import { context, photo } from './support/handler.mjs';
import { blue, plain, red } from './support/images.mjs';

const png = colour => plain(100, 50, colour).png().toBuffer();

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
