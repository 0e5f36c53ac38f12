import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './support/handler.mjs';
import { connectEvent, disconnectEvent, messageEvent } from './support/world.mjs';

const { parseEvent } = await load('events.mjs');
const connect = options => parseEvent(connectEvent('c1', options));

for (const event of [undefined, null, {}, [], 'text', { requestContext: null }, { requestContext: { eventType: 'CONNECT' } }, { requestContext: { eventType: 'OTHER', connectionId: 'c1' } },
  { requestContext: { eventType: 'MESSAGE', connectionId: '' } }, { Records: [] }, { requestContext: { http: { method: 'GET' } } }])
  test(`what is no event of a WebSocket API is refused: ${JSON.stringify(event)}`, () => assert.throws(() => parseEvent(event), /event of a WebSocket API/));

test('the room is the one that the client asks for', () => assert.equal(connect({ room: 'news' }).room, 'news'));
test('without one it is the lobby', () => assert.equal(connect().room, 'lobby'));
test("the authorizer's room counts", () => assert.equal(connect({ room: 'news', authorizer: { principalId: 'u', room: 'staff' } }).room, 'staff'));
for (const room of ['', '@c2', 'a b', 'a/b', 'x'.repeat(129), 'ä'])
  test(`${JSON.stringify(room)} is no room`, () => assert.equal(connect({ room }).room, undefined));

test('the user is whom the authorizer names', () => assert.equal(connect({ authorizer: { principalId: 'ann' }, query: { user: 'eve', principalId: 'eve' } }).userId, 'ann'));
test('the user is the IAM identity', () => assert.equal(connect({ identity: { user: 'AIDA1', sourceIp: '1.2.3.4' } }).userId, 'AIDA1'));
test('nobody is known in a public backend', () => assert.equal(connect({ headers: { 'X-User': 'eve' }, query: { userId: 'eve' } }).userId, undefined));

test('the first subprotocol is taken up', () => assert.equal(connect({ headers: { 'sec-websocket-Protocol': 'chat, token' } }).subprotocol, 'chat'));
test('without one there is none', () => assert.equal(connect().subprotocol, undefined));

test('a message says when and over what it came', () => {
  const { type, connectionId, messageId, sentAt, body } = parseEvent(messageEvent('c1', { action: 'send' }, { messageId: 'm1' }));
  assert.deepEqual([type, connectionId, messageId, body], ['MESSAGE', 'c1', 'm1', '{"action":"send"}']);
  assert.match(sentAt, /^\d{4}-\d\d-\d\dT.*Z$/);
});
test('a disconnection says of what', () => assert.equal(parseEvent(disconnectEvent('c1')).connectionId, 'c1'));
