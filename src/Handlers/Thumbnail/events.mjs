import { normaliseSequencer } from './sequencer.mjs';

const expected =
  'an EventBridge event of aws.s3, the record of a failed invocation ({ requestPayload }), or { backfill: { bucket } }';

/** What an invocation asks for: `{ change }`, `{ backfill }`, or `{ ignored }` with the reason. */
export function parseInvocation(payload) {
  if (isObject(payload?.requestPayload) && isObject(payload.requestContext)) return parseInvocation(payload.requestPayload);
  if (isObject(payload?.backfill)) return { backfill: parseBackfill(payload.backfill) };
  if (payload?.source === 'aws.s3') return parseEvent(payload);
  throw new TypeError(`The invocation must be ${expected}.`);
}

function parseEvent({ 'detail-type': type, detail }) {
  const kind = { 'Object Created': 'created', 'Object Deleted': 'deleted' }[type];
  if (!kind) return { ignored: `detail-type is ${JSON.stringify(type)}` };
  const sequencer = detail?.object?.sequencer;
  return {
    change: {
      kind,
      bucket: text(detail?.bucket?.name, 'detail.bucket.name'),
      key: text(detail?.object?.key, 'detail.object.key'),
      sequencer: sequencer === undefined ? undefined : normaliseSequencer(sequencer),
    },
  };
}

function parseBackfill({ bucket, prefix = '', startAfter = '', force = false }) {
  if (typeof force !== 'boolean') throw new TypeError('backfill.force must be true or false.');
  if (typeof prefix !== 'string') throw new TypeError('backfill.prefix must be a text.');
  // The answer of a finished run says null, and may be passed on as it is.
  if (startAfter !== null && typeof startAfter !== 'string') throw new TypeError('backfill.startAfter must be a text.');
  return { bucket: text(bucket, 'backfill.bucket'), prefix, startAfter: startAfter ?? '', force };
}

function text(value, name) {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${name} must be a text that is not empty.`);
  return value;
}

const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);
