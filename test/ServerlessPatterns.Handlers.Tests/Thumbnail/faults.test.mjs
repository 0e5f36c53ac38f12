import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createWorld, wire } from './support/aws.mjs';
import { context, photo } from './support/handler.mjs';
import { plain, red } from './support/images.mjs';
import { slowDown, startProxy, throttled } from '../support/proxy.mjs';

const credentials = { accessKeyId: 'the-access-key', secretAccessKey: 'the-secret-key', sessionToken: 'the-session-token' };
const key = 'a.png';
let proxy;
let world;

before(async () => (proxy = wire.skip ? undefined : await startProxy()));
after(() => proxy?.close());
beforeEach(async () => {
  if (!proxy) return;
  proxy.clear();
  proxy.calls.length = 0;
  world = await createWorld({ endpoint: proxy.endpoint, credentials });
  await world.put(key, await plain(100, 50, red).png().toBuffer());
});

const finishing = ({ name, body }) => name === 'UpdateItem' && body.includes('":complete"') && !body.includes('ALL_OLD');
const claiming = ({ name, body }) => name === 'UpdateItem' && body.includes('ALL_OLD');

const faults = {
  'S3 refuses to read': () => proxy.fail('GetObject', slowDown),
  'S3 refuses one thumbnail': () => proxy.fail(({ name, path }) => name === 'PutObject' && path.includes('/large/'), slowDown),
  'S3 cuts the connection while it is read': () => proxy.cut('GetObject'),
  'DynamoDB throttles the claim': () => proxy.fail(claiming, throttled),
  'DynamoDB throttles the end': () => proxy.fail(({ name, body }) => name === 'UpdateItem' && body.includes('processedAt'), throttled),
  'DynamoDB throttles the end and the release': () => proxy.fail(({ name, body }) => name === 'UpdateItem' && !body.includes('ALL_OLD'), throttled, 2),
};

for (const [name, arrange] of Object.entries(faults)) {
  test(`${name}: it throws, nothing says complete, and a retry completes`, wire, async () => {
    arrange();
    // A claim that could not be given back lasts as long as its invocation.
    const first = context(name.includes('release') ? 600 : 30_000);
    await assert.rejects(world.handler(world.created(key, '01'), first));
    assert.notEqual((await world.item(key))?.status, 'complete');
    assert.equal((await world.item(key))?.reason, undefined);

    assert.equal((await world.handler(world.created(key, '01'), context())).outcome, 'complete');
    const { thumbnails, claimOwner, pendingKeys } = await world.item(key);
    assert.deepEqual([claimOwner, pendingKeys], [undefined, undefined]);
    assert.deepEqual(thumbnails.map(thumbnail => thumbnail.key).sort(), await world.thumbnails());
  });
}

test('a deletion that fails half way is completed by its retry', wire, async () => {
  await world.handler(world.created(key, '01'), context());
  await world.remove(key);
  proxy.fail(({ name, path }) => name === 'DeleteObject' && path.includes('/large/'), slowDown);
  await assert.rejects(world.handler(world.deleted(key, '02'), context()), { name: 'SlowDown' });
  assert.equal((await world.item(key)).status, 'processing');
  assert.equal((await world.handler(world.deleted(key, '02'), context())).outcome, 'deleted');
  assert.deepEqual(await world.thumbnails(), []);
});

test('thumbnails of an attempt that never ended are known to the deletion that follows', wire, async () => {
  proxy.fail(({ name, body }) => name === 'UpdateItem' && body.includes('processedAt'), throttled);
  await assert.rejects(world.handler(world.created(key, '01'), context()));
  assert.equal((await world.thumbnails()).length, 2);
  await world.remove(key);
  await world.handler(world.deleted(key, '02'), context());
  assert.deepEqual(await world.thumbnails(), []);
});

test('nothing is under way any more when an attempt has failed', wire, async () => {
  const hold = proxy.hold(({ name, path }) => name === 'PutObject' && path.includes('/small/'));
  proxy.fail(({ name, path }) => name === 'PutObject' && path.includes('/large/'), slowDown);
  let ended = false;
  const attempt = assert.rejects(world.handler(world.created(key, '01'), context()), { name: 'SlowDown' }).then(() => (ended = true));
  await hold.arrived;
  while (proxy.count('PutObject') < 2) await new Promise(resolve => setImmediate(resolve));
  for (let roundTrips = 0; roundTrips < 10; roundTrips++) await world.item(key);
  assert.equal(ended, false);
  hold.release();
  await attempt;
});

test('an attempt that fails before it writes leaves a complete item as it was', wire, async () => {
  await world.handler(world.created(key, '01'), context());
  const before = await world.item(key);
  proxy.fail('GetObject', slowDown);
  await assert.rejects(world.handler(world.created(key, '02'), context()), { name: 'SlowDown' });
  assert.deepEqual(await world.item(key), before);
  assert.equal((await world.handler(world.created(key, '02'), context())).outcome, 'complete');
});

test('an object that stops half way ends the attempt before Lambda does', wire, async () => {
  proxy.stall('GetObject');
  const short = context(1_500);
  await assert.rejects(world.handler(world.created(key, '01'), short), { name: /Abort|Timeout/ });
  assert.ok(short.getRemainingTimeInMillis() > 0);
  assert.notEqual((await world.item(key)).status, 'rejected');
});

test('an object of too many bytes is not downloaded', { ...wire, timeout: 10_000 }, async () => {
  const stalled = proxy.stall('GetObject');
  const handler = world.with({ MAX_INPUT_BYTES: '100' });
  await world.put('large.png', photo('chelsea.png'));
  assert.equal((await handler(world.created('large.png', '01'), context())).outcome, 'rejected');
  await stalled.closed;
});

test('an S3 that does not answer ends the attempt before Lambda does, and the claim is given back', wire, async () => {
  const hold = proxy.hold('GetObject');
  const short = context(1_500);
  await assert.rejects(world.handler(world.created(key, '01'), short), { name: /Abort|Timeout/ });
  assert.ok(short.getRemainingTimeInMillis() > 0);
  assert.equal((await world.item(key)).claimOwner, undefined);
  hold.release();
});

test('the logs are one JSON object a line, with no credentials, signatures or image data', wire, async () => {
  await world.put('bad.png', 'the-words-in-the-object');
  proxy.fail('PutObject', slowDown);
  await assert.rejects(world.handler(world.created(key, '01'), context()));
  const invocation = context();
  for (const event of [world.created(key, '01'), world.created('bad.png', '01')]) await world.handler(event, invocation);

  const entries = world.lines.map(line => {
    assert.match(line, /^\{.*\}\n$/);
    return JSON.parse(line);
  });
  assert.ok(entries.some(({ level, errorType, requestId }) => level === 'ERROR' && errorType === 'SlowDown' && requestId));
  const handled = entries.find(({ outcome }) => outcome === 'complete');
  assert.deepEqual([handled.level, handled.bucket, handled.key, handled.requestId], ['INFO', world.bucket, key, invocation.awsRequestId]);
  assert.ok(handled.durationMs >= 0 && handled.timestamp);
  const text = world.lines.join('');
  for (const secret of [...Object.values(credentials), 'Signature', 'the-words-in-the-object']) assert.ok(!text.includes(secret), secret);
});

test('no other calls are made than those that the role allows', wire, async () => {
  await world.put('photo.jpg', photo('rocket.jpg'));
  for (const event of [world.created('photo.jpg', '01'), world.deleted('photo.jpg', '02')]) await world.handler(event, context());
  await world.remove('photo.jpg');
  await world.handler(world.deleted('photo.jpg', '03'), context());
  await world.handler({ backfill: { bucket: world.bucket } }, context());
  assert.deepEqual(proxy.names(), ['DeleteObject', 'GetObject', 'HeadObject', 'ListObjectsV2', 'PutObject', 'UpdateItem']);
  const written = proxy.calls.filter(({ name }) => ['PutObject', 'DeleteObject'].includes(name));
  assert.ok(written.every(({ path }) => path.startsWith(`/${world.config.destinationBucket}/thumbnails/`)));
});
