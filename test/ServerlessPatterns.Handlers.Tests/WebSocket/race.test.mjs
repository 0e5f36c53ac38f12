import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startProxy } from '../support/proxy.mjs';
import { createWorld, wire } from './support/world.mjs';

let proxy;
let world;
before(async () => {
  if (wire.skip) return;
  // moto has no lock; the proxy lets one write through at a time, as if each were one step.
  proxy = await startProxy();
  world = await createWorld({ endpoint: proxy.endpoint });
});
after(() => proxy?.close());

const conflict = outgoing => outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
  message: 'Transaction cancelled',
  CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
}));
const single = outgoing => outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#TransactionConflictException', message: 'conflict',
}));

test('whatever the order, what has ended is in no room', wire, async () => {
  const ids = Array.from({ length: 40 }, (_, i) => `r${i}`);
  await Promise.all(ids.map(async (id, i) => {
    const connect = () => world.connect(id, { room: 'race' });
    const disconnect = () => world.disconnect(id);
    const steps = i % 2 ? [connect(), disconnect()] : [disconnect(), connect()];
    if (i % 3 === 0) steps.push(connect(), disconnect());
    await Promise.all(steps);
  }));
  assert.deepEqual(await world.members('race'), []);
  const left = (await world.items()).filter(({ disconnectedAt }) => disconnectedAt === undefined);
  assert.deepEqual(left, []);
});

test('a disconnect that ends between the check and the write of a connect wins', wire, async () => {
  const hold = proxy.hold('TransactWriteItems');
  const late = world.connect('late', { room: 'race' });
  await hold.arrived;
  await world.disconnect('late');
  hold.release();
  assert.deepEqual(await late, { statusCode: 410 });
  assert.deepEqual(await world.members('race'), []);
});

test('writes that meet are tried again', wire, async () => {
  proxy.fail('TransactWriteItems', conflict, 2);
  assert.deepEqual(await world.connect('met', { room: 'met' }), { statusCode: 200 });
  proxy.fail('UpdateItem', single, 2);
  assert.deepEqual(await world.disconnect('met'), { statusCode: 200 });
  assert.deepEqual(await world.members('met'), []);
});

test('writes that meet again and again fail, so that the client is refused', wire, async () => {
  proxy.fail('TransactWriteItems', conflict, 5);
  await assert.rejects(world.connect('never', { room: 'never' }), { name: 'TransactionCanceledException' });
  proxy.clear();
});

test('a disconnect that dies half way is completed by whoever meets the connection next', wire, async () => {
  await world.connect('half', { room: 'half' });
  await world.connect('other', { room: 'half' });
  proxy.fail('DeleteItem', outgoing => outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end('{"__type":"com.amazon.coral.validate#ValidationException"}'));
  await assert.rejects(world.disconnect('half'));
  assert.deepEqual(await world.members('half'), ['half', 'other']);
  world.management.gone('half');
  await world.say('other', { action: 'send', data: 1 });
  assert.deepEqual(await world.members('half'), ['other']);
});

test('no other calls are made than those that the role allows', wire, () =>
  assert.deepEqual(proxy.names(), ['DeleteItem', 'GetItem', 'Query', 'TransactWriteItems', 'UpdateItem']));
