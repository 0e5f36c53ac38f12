import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createWorld, wire } from './support/world.mjs';

let world;
beforeEach(async () => {
  if (wire.skip) return;
  world = await createWorld();
  await world.connect('c1');
  await world.connect('c2');
});

const refused = async (message, code, options) => {
  assert.deepEqual(await world.say('c1', message, options), { statusCode: 200 });
  const answer = world.answer('c1');
  assert.deepEqual([answer.type, answer.code], ['error', code]);
  assert.ok(answer.message.length > 10 && answer.id);
  assert.deepEqual(world.management.sentTo('c2'), []);
  return answer;
};

for (const text of ['', 'hello', '{', '[]', '"text"', 'null', '1', '[{"action":"send"}]'])
  test(`what is no JSON object is answered: ${JSON.stringify(text)}`, wire, () => refused(text, 'invalidJson'));
for (const message of [{}, { action: 'shout', data: 1 }, { action: null, data: 1 }, { action: ['send'], data: 1 }, { action: '__proto__' }, { action: 'constructor' }])
  test(`an unknown action is answered: ${JSON.stringify(message)}`, wire, () => refused(message, 'unknownAction'));
test('a message without data is answered', wire, () => refused({ action: 'send' }, 'missingData'));
for (const id of [{}, 1.5, 'x'.repeat(129), null, true])
  test(`an id that is none is answered: ${JSON.stringify(id)}`, wire, () => refused({ action: 'send', data: 1, id }, 'invalidId'));
test('a message that is too large is answered', wire, () => refused({ action: 'send', data: 'x'.repeat(32_768) }, 'tooLarge'));
test('bytes are counted, and not characters', wire, () => refused({ action: 'send', data: 'ü'.repeat(16_384) }, 'tooLarge'));

test('a message that fits, but not together with what is said about it, is answered', wire, async () => {
  world = await createWorld({ environment: { MAX_MESSAGE_BYTES: '131072' } });
  await world.connect('c1');
  await world.connect('c2');
  const frame = Buffer.byteLength(JSON.stringify({ action: 'send', data: '' }));
  await refused({ action: 'send', data: 'x'.repeat(131_072 - frame) }, 'tooLarge');
});

test('the id of the client comes back with an error', wire, async () => assert.equal((await refused({ action: 'shout', id: 7 }, 'unknownAction')).ref, 7));

test('a connection that the table does not know is told to connect again', wire, async () => {
  await world.say('stranger', { action: 'send', data: 1 });
  assert.equal(world.answer('stranger').code, 'unknownConnection');
  await world.disconnect('c1');
  await world.say('c1', { action: 'send', data: 1 });
  assert.equal(world.answer('c1').code, 'unknownConnection');
  assert.deepEqual(world.management.sentTo('c2'), []);
});

test('a ping is answered without the table', wire, async () => {
  assert.deepEqual(await world.say('stranger', { action: 'ping', id: 'p' }, { messageId: 'm1' }), { statusCode: 200 });
  assert.deepEqual(world.management.sentTo('stranger'), [{ type: 'pong', id: 'm1', ref: 'p' }]);
});

test('the action stands where it is said to stand', wire, async () => {
  world = await createWorld({ environment: { ACTION_PATH: 'header.kind', BROADCAST_ACTIONS: 'say,shout' } });
  await world.connect('c1');
  await world.connect('c2');
  await world.say('c1', { header: { kind: 'shout' }, data: 1 }, { routeKey: 'shout' });
  assert.equal(world.answer('c2').action, 'shout');
  await world.say('c1', { header: 'shout', action: 'shout', data: 1 });
  assert.equal(world.answer('c1').code, 'unknownAction');
});

test('binary frames are read as text', wire, async () => {
  await world.say('c1', { action: 'send', data: 'grüße' }, { base64: true });
  assert.equal(world.answer('c2').data, 'grüße');
});

test('nothing that a client sends or is stands in the log', wire, async () => {
  await world.connect('c3', { authorizer: { principalId: 'ann@example.com' }, headers: { Authorization: 'the-token' }, query: { token: 'the-query-token' } });
  await world.say('c3', { action: 'send', data: 'the-words', id: 'the-ref' });
  await world.say('c3', 'the-words');
  world.management.broken('c2');
  await world.say('c3', { action: 'send', data: 'the-words' });
  const text = world.lines.join('');
  for (const secret of ['the-words', 'the-token', 'the-query-token', 'the-ref', 'ann@example.com', 'Signature']) assert.ok(!text.includes(secret), secret);
  for (const line of world.lines) assert.ok(JSON.parse(line).requestId);
});
