import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { context } from './support/handler.mjs';
import { createWorld, long, wire } from './support/world.mjs';

let world;
beforeEach(async () => (world = wire.skip ? undefined : await createWorld()));

const seconds = milliseconds => Math.floor(milliseconds / 1000);

test('a connection is in its room, and known by its id', wire, async () => {
  assert.deepEqual(await world.connect('c1=', { room: 'news', authorizer: { principalId: 'ann' } }), { statusCode: 200 });
  const common = { connectionId: 'c1=', connectedAt: long, userId: 'ann', expiresAt: seconds(long) + 7800 };
  assert.deepEqual(await world.items(), [{ ...common, room: '@c1=', memberOf: 'news' }, { ...common, room: 'news' }]);
});

test('the first subprotocol that is offered is answered', wire, async () =>
  assert.deepEqual(await world.connect('c1', { headers: { 'Sec-WebSocket-Protocol': 'chat, secret' } }), { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'chat' } }));

test('a room that is none is refused, and nothing is written', wire, async () => {
  assert.deepEqual(await world.connect('c1', { room: '@c2' }), { statusCode: 400 });
  assert.deepEqual(await world.items(), []);
});

test('a connection that is told of twice is there once', wire, async () => {
  await world.connect('c1', { room: 'news' });
  const once = await world.items();
  assert.deepEqual(await world.connect('c1', { room: 'news' }), { statusCode: 200 });
  assert.deepEqual(await world.items(), once);
});

test('a connection that has ended is in no room', wire, async () => {
  await world.connect('c1', { room: 'news' });
  await world.connect('c2', { room: 'news' });
  assert.deepEqual(await world.disconnect('c1'), { statusCode: 200 });
  assert.deepEqual(await world.members('news'), ['c2']);
});

test('a disconnection that is told of twice changes nothing more', wire, async () => {
  await world.connect('c1');
  await world.disconnect('c1');
  const [{ disconnectedAt }] = await world.items();
  assert.deepEqual(await world.disconnect('c1'), { statusCode: 200 });
  const items = await world.items();
  assert.deepEqual(items.map(item => [item.room, item.disconnectedAt]), [['@c1', disconnectedAt]]);
});

test('a connect that comes after its disconnect is refused and leaves nothing', wire, async () => {
  await world.disconnect('c1');
  assert.deepEqual(await world.connect('c1', { room: 'news' }), { statusCode: 410 });
  assert.deepEqual(await world.members('news'), []);
  const [remembered] = await world.items();
  assert.ok(Math.abs(remembered.expiresAt - seconds(Date.now()) - 3600) < 60, 'it is forgotten an hour later');
});

test('a redelivered connect does not bring an ended connection back', wire, async () => {
  await world.connect('c1', { room: 'news' });
  await world.disconnect('c1');
  assert.deepEqual(await world.connect('c1', { room: 'news' }), { statusCode: 410 });
  assert.deepEqual(await world.members('news'), []);
});

test('an event of something else fails, and is logged without its content', wire, async () => {
  await assert.rejects(world.handler({ Records: [{ body: 'private' }] }, context()), TypeError);
  const entry = JSON.parse(world.lines.at(-1));
  assert.deepEqual([entry.level, entry.message, entry.errorType], ['ERROR', 'failed', 'TypeError']);
  assert.ok(!world.lines.join('').includes('private'));
});
