import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createWorld, dynamodbClient, wire } from './support/aws.mjs';
import { context, load } from './support/handler.mjs';
import { blue, near, pixels, plain, red } from './support/images.mjs';
import { startProxy } from '../support/proxy.mjs';

const { Items } = await load('items.mjs');
const png = colour => plain(100, 50, colour).png().toBuffer();
const key = 'a.png';
let proxy;
let world;

before(async () => (proxy = wire.skip ? undefined : await startProxy()));
after(() => proxy?.close());
beforeEach(async () => {
  if (!proxy) return;
  proxy.clear();
  proxy.calls.length = 0;
  world = await createWorld({ endpoint: proxy.endpoint });
});

const colour = async () => (await pixels((await world.thumbnail('thumbnails/large/a.png.png')).body)).at(10, 10);
const start = event => world.handler(event, context());

/** The claim that was tried last was refused: its writer now waits. */
async function refusedClaims(count) {
  while (proxy.calls.filter(({ name, body }) => name === 'UpdateItem' && body.includes('ALL_OLD')).length < count)
    await new Promise(resolve => setImmediate(resolve));
}

test('an old event that is slow cannot overwrite the newer one', wire, async () => {
  await world.put(key, await png(red));
  const hold = proxy.hold('PutObject');
  const old = start(world.created(key, '01'));
  await hold.arrived;

  await world.put(key, await png(blue));
  const newer = start(world.created(key, '02'));
  await refusedClaims(2);
  assert.equal(proxy.count('GetObject'), 1, 'the newer event waits before it reads');
  hold.release();

  assert.deepEqual(await Promise.all([old, newer]), [{ outcome: 'complete' }, { outcome: 'complete' }]);
  near(await colour(), blue, 3);
  const item = await world.item(key);
  assert.deepEqual([item.status, Number(item.sequencer)], ['complete', 2]);
});

test('an old event that comes while the newer one is slow changes nothing', wire, async () => {
  await world.put(key, await png(blue));
  const hold = proxy.hold('PutObject');
  const newer = start(world.created(key, '02'));
  await hold.arrived;
  const old = start(world.created(key, '01'));
  await refusedClaims(2);
  hold.release();

  assert.deepEqual(await Promise.all([newer, old]), [{ outcome: 'complete' }, { outcome: 'stale' }]);
  assert.equal(proxy.count('PutObject'), 2, 'one for each size, once');
});

test('one event delivered twice at once, with one request id, is handled once', wire, async () => {
  await world.put(key, await png(blue));
  const hold = proxy.hold('PutObject');
  const same = context();
  const first = world.handler(world.created(key, '01'), same);
  await hold.arrived;
  const second = world.handler(world.created(key, '01'), same);
  await refusedClaims(2);
  hold.release();
  assert.deepEqual(await Promise.all([first, second]), [{ outcome: 'complete' }, { outcome: 'stale' }]);
  assert.equal(proxy.count('PutObject'), 2);
  const owners = proxy.calls.filter(({ body }) => body.includes('ALL_OLD')).map(({ body }) => JSON.parse(body).ExpressionAttributeValues[':owner'].S);
  assert.notEqual(owners[0], owners[1], 'or the one could finish what the other has claimed');
});

test('a deletion that overtakes a slow creation leaves no thumbnails', wire, async () => {
  await world.put(key, await png(red));
  const hold = proxy.hold('PutObject');
  const creation = start(world.created(key, '01'));
  await hold.arrived;
  await world.remove(key);
  const deletion = start(world.deleted(key, '02'));
  await refusedClaims(2);
  hold.release();
  await Promise.all([creation, deletion]);
  assert.deepEqual(await world.thumbnails(), []);
  assert.equal((await world.item(key)).status, 'deleted');
});

test('ten deliveries at once, in any order, end with what S3 holds', wire, async () => {
  await world.put(key, await png(blue));
  const events = ['5', '1', '9', '3', '3', '7', '2', '8', '6', '4'].map(sequencer => world.created(key, sequencer));
  const outcomes = await Promise.all(events.map(start));
  assert.ok(outcomes.every(({ outcome }) => ['complete', 'stale'].includes(outcome)));
  const item = await world.item(key);
  assert.deepEqual([item.status, Number(item.sequencer), item.claimOwner], ['complete', 9, undefined]);
  near(await colour(), blue, 3);
});

test('the status is processing until every thumbnail is there', wire, async () => {
  await world.put(key, await png(red));
  await start(world.created(key, '01'));
  await world.put(key, await png(blue));
  const hold = proxy.hold('PutObject');
  const work = start(world.created(key, '02'));
  await hold.arrived;
  assert.equal((await world.item(key)).status, 'processing');
  hold.release();
  await work;
  assert.equal((await world.item(key)).status, 'complete');
});

const claimOf = (sequencer, expiresAt) => ({ bucket: world.bucket, key, sequencer, owner: `owner of ${sequencer}`, now: Date.now(), expiresAt, pendingKeys: ['thumbnails/small/a.png.png'] });
const items = () => new Items(new dynamodbClient.DynamoDBClient({}), world.config);
const never = new AbortController().signal;

test('the claim of a dead writer ends by itself, and the dead cannot finish', wire, async () => {
  await world.put(key, await png(blue));
  const { claim } = await items().claim(claimOf('01', Date.now() - 1), never);
  assert.equal((await start(world.created(key, '02'))).outcome, 'complete');
  const finished = await world.item(key);
  await assert.rejects(items().finish(claim, { status: 'complete' }, never), { name: 'ConditionalCheckFailedException' });
  await assert.rejects(items().release(claim, never), { name: 'ConditionalCheckFailedException' });
  assert.deepEqual(await world.item(key), finished);
});

test('a writer that finds the object held gives up in time, so that Lambda tries again', wire, async () => {
  await world.put(key, await png(blue));
  await items().claim(claimOf('01', Date.now() + 60_000), never);
  const short = context(2_000);
  await assert.rejects(world.handler(world.created(key, '02'), short), /Another invocation works on this object/);
  assert.ok(short.getRemainingTimeInMillis() > 500);
  assert.equal(proxy.count('GetObject'), 0);
});
