import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { context } from './support/handler.mjs';
import { createWorld, long, messageEvent, wire } from './support/world.mjs';

let world;
beforeEach(async () => (world = wire.skip ? undefined : await createWorld()));

const join = (ids, room) => Promise.all(ids.map(id => world.connect(id, { room, authorizer: { principalId: `user-${id}` } })));
const sent = ({ delivered, gone, failed, complete }) => ({ delivered, gone, failed, complete });

test('a message goes to everybody else in the room, and to nobody in another', wire, async () => {
  await join(['a', 'b', 'c'], 'news');
  await join(['d'], 'sports');
  const data = { text: 'hi', from: 'eve', list: [1, null] };
  await world.say('a', { action: 'send', id: '7', data, from: 'eve', room: 'sports' }, { messageId: 'm1' });
  const { sentAt, ...message } = world.answer('b');
  assert.deepEqual(message, { type: 'message', id: 'm1', ref: '7', action: 'send', room: 'news', from: 'user-a', data });
  assert.match(sentAt, /^\d{4}-\d\d-\d\dT/);
  assert.deepEqual(world.answer('c'), world.answer('b'));
  assert.deepEqual(world.management.sentTo('a'), [{ type: 'sent', delivered: 2, gone: 0, failed: 0, complete: true, id: 'm1', ref: '7' }]);
  assert.deepEqual(world.management.sentTo('d'), []);
  assert.ok(world.management.posts.every(({ method, signed }) => method === 'POST' && signed));
});

test('in a public backend nobody is named', wire, async () => {
  await world.connect('a');
  await world.connect('b');
  await world.say('a', { action: 'send', data: 1 });
  assert.equal(world.answer('b').from, null);
});

test('a message to an empty room reaches nobody, and says so', wire, async () => {
  await join(['a'], 'news');
  await world.say('a', { action: 'send', data: 1 });
  assert.deepEqual(sent(world.answer('a')), { delivered: 0, gone: 0, failed: 0, complete: true });
});

test('a connection that is gone is removed, and the others get the message', wire, async () => {
  await join(['a', 'b', 'c'], 'news');
  world.management.gone('b');
  await world.say('a', { action: 'send', data: 1 });
  assert.deepEqual(sent(world.answer('a')), { delivered: 1, gone: 1, failed: 0, complete: true });
  assert.deepEqual(await world.members('news'), ['a', 'c']);
  await world.say('a', { action: 'send', data: 2 });
  assert.deepEqual(sent(world.answer('a')), { delivered: 1, gone: 0, failed: 0, complete: true });
});

test('a connection whose connect is still under way is not taken for gone', wire, async () => {
  await join(['a'], 'news');
  await world.connect('young', { room: 'news', connectedAt: Date.now() - 5_000 });
  world.management.gone('young', 1);
  await world.say('a', { action: 'send', data: 1 });
  assert.deepEqual(await world.members('news'), ['a', 'young']);
  await world.say('a', { action: 'send', data: 2 });
  assert.equal(world.answer('young').data, 2);
});

test('connections past their time are not written to', wire, async () => {
  await join(['a'], 'news');
  await world.fill('news', [{ connectionId: 'old', expiresAt: Math.floor(Date.now() / 1000) - 1 }]);
  await world.say('a', { action: 'send', data: 1 });
  assert.deepEqual(sent(world.answer('a')), { delivered: 0, gone: 0, failed: 0, complete: true });
  assert.deepEqual(world.management.sentTo('old'), []);
});

test('throttling and faults that pass are tried again', wire, async () => {
  await join(['a', 'b', 'c'], 'news');
  world.management.throttled('b', 2);
  world.management.broken('c', 1);
  await world.say('a', { action: 'send', data: 1 });
  assert.deepEqual(sent(world.answer('a')), { delivered: 2, gone: 0, failed: 0, complete: true });
  assert.equal(world.management.sentTo('b').length, 3);
});

test('what does not pass is counted, logged by id, and keeps nobody else from the message', wire, async () => {
  await join(['a', 'b', 'c', 'd'], 'news');
  world.management.throttled('b');
  world.management.forbidden('c');
  await world.say('a', { action: 'send', data: 1 });
  assert.deepEqual(sent(world.answer('a')), { delivered: 1, gone: 0, failed: 2, complete: true });
  assert.deepEqual(await world.members('news'), ['a', 'b', 'c', 'd']);
  const { level, failures } = world.lines.map(line => JSON.parse(line)).find(({ message }) => message === 'not delivered');
  assert.equal(level, 'ERROR');
  assert.deepEqual(failures.map(({ connectionId, errorType }) => `${connectionId} ${errorType}`).sort(), ['b LimitExceededException', 'c ForbiddenException']);
});

test('an answer that cannot be sent fails the invocation, so that the client and the alarms are told', wire, async () => {
  await join(['a', 'b'], 'news');
  world.management.forbidden('a');
  await assert.rejects(world.say('a', { action: 'send', data: 1 }), { name: 'ForbiddenException' });
});

test('a sender who has left is no failure', wire, async () => {
  await join(['a', 'b'], 'news');
  world.management.gone('a');
  assert.deepEqual(await world.say('a', { action: 'send', data: 1 }), { statusCode: 200 });
  assert.equal(world.answer('b').data, 1);
  assert.deepEqual(await world.members('news'), ['b']);
});

test('a room of more than one megabyte is read to its end, a limited number of requests at a time', wire, async () => {
  const members = Array.from({ length: 1_300 }, (_, i) => ({ connectionId: `m${String(i).padStart(4, '0')}`, userId: 'u'.repeat(1_000) }));
  await world.fill('large', members);
  await world.connect('a', { room: 'large' });
  await world.say('a', { action: 'send', data: 1 });
  assert.deepEqual(sent(world.answer('a')), { delivered: 1_300, gone: 0, failed: 0, complete: true });
  assert.equal(new Set(world.management.posts.map(({ connectionId }) => connectionId)).size, 1_301);
  assert.ok(world.management.mostUnderWay() <= 50, `${world.management.mostUnderWay()} at once`);
});

test('a broadcast that takes too long ends in time, and its sender is told how far it came', wire, async () => {
  await world.fill('slow', Array.from({ length: 350 }, (_, i) => ({ connectionId: `m${i}`, connectedAt: long })));
  await world.connect('a', { room: 'slow' });
  world.management.slow(({ connectionId }) => connectionId !== 'a', 1_000);
  const short = context(8_000);
  await world.handler(messageEvent('a', { action: 'send', data: 1 }), short);
  assert.ok(short.getRemainingTimeInMillis() > 0);
  const { delivered, failed } = world.answer('a');
  assert.ok(delivered >= 50 && failed > 0 && delivered + failed <= 350, JSON.stringify(world.answer('a')));
});
