import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './support/handler.mjs';

const { parseInvocation } = await load('events.mjs');
const { lowestSequencer, normaliseSequencer } = await load('sequencer.mjs');

const event = (type, object = {}, bucket = { name: 'photos' }) =>
  ({ source: 'aws.s3', 'detail-type': type, detail: { bucket, object: { key: 'a b+%20.jpg', sequencer: '00617F08299329D189', ...object } } });
const change = { bucket: 'photos', key: 'a b+%20.jpg', sequencer: '0000000000000000617f08299329d189' };

test('a created object', () => assert.deepEqual(parseInvocation(event('Object Created')), { change: { kind: 'created', ...change } }));
test('a deleted object', () => assert.deepEqual(parseInvocation(event('Object Deleted')), { change: { kind: 'deleted', ...change } }));
test('an event without a sequencer, as lifecycle may send it', () =>
  assert.equal(parseInvocation(event('Object Deleted', { sequencer: undefined })).change.sequencer, undefined));
test('another S3 event is ignored', () =>
  assert.deepEqual(parseInvocation(event('Object Restore Completed')), { ignored: 'detail-type is "Object Restore Completed"' }));

test('the record of a failed invocation is unwrapped', () => {
  const record = { version: '1.0', requestContext: { condition: 'RetriesExhausted' }, requestPayload: event('Object Created'), responsePayload: {} };
  assert.deepEqual(parseInvocation(record), { change: { kind: 'created', ...change } });
});

test('a backfill with its defaults', () =>
  assert.deepEqual(parseInvocation({ backfill: { bucket: 'photos' } }), { backfill: { bucket: 'photos', prefix: '', startAfter: '', force: false } }));
test('the startAfter of a finished backfill may be passed on', () =>
  assert.equal(parseInvocation({ backfill: { bucket: 'photos', startAfter: null } }).backfill.startAfter, ''));

const malformed = [
  [undefined, /must be an EventBridge event of aws\.s3/],
  [null, /must be an EventBridge event/],
  ['text', /must be an EventBridge event/],
  [{}, /must be an EventBridge event/],
  [{ Records: [{ eventSource: 'aws:s3' }] }, /must be an EventBridge event/],
  [{ requestContext: {}, requestPayload: {} }, /must be an EventBridge event/],
  [{ source: 'aws.s3', 'detail-type': 'Object Created' }, /detail\.bucket\.name must be a text that is not empty/],
  [event('Object Created', {}, {}), /detail\.bucket\.name/],
  [event('Object Created', { key: '' }), /detail\.object\.key/],
  [event('Object Deleted', { key: 7 }), /detail\.object\.key/],
  [event('Object Created', { sequencer: 'not hex' }), /hexadecimal digits, but is "not hex"/],
  [{ backfill: {} }, /backfill\.bucket/],
  [{ backfill: { bucket: 'b', force: 'yes' } }, /backfill\.force must be true or false/],
  [{ backfill: { bucket: 'b', prefix: 1 } }, /backfill\.prefix/],
  [{ backfill: { bucket: 'b', startAfter: 1 } }, /backfill\.startAfter/],
];
for (const [payload, message] of malformed)
  test(`${JSON.stringify(payload) ?? 'nothing'} is refused`, () => assert.throws(() => parseInvocation(payload), message));

const order = [
  ['1', '2'],
  ['9', 'a'],
  ['F', '10'],
  ['ff', '0100'],
  ['0055AED6DCD90281E5', '0055AED6DCD90281E6'],
  ['617f08299329d189', '00617F08299329D18A'],
];
for (const [older, newer] of order)
  test(`${older} is older than ${newer}`, () => {
    assert.ok(normaliseSequencer(older) < normaliseSequencer(newer));
    assert.ok(lowestSequencer < normaliseSequencer(older));
  });
test('a sequencer is the same with leading zeros and in either case', () => assert.equal(normaliseSequencer('00AB'), normaliseSequencer('ab')));
test('a sequencer too long to compare is refused', () => assert.throws(() => normaliseSequencer('0'.repeat(33)), /1 to 32 hexadecimal digits/));
