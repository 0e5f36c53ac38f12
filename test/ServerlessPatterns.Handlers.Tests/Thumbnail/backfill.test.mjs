import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWorld, wire } from './support/aws.mjs';
import { context, photo } from './support/handler.mjs';
import { blue, plain, red } from './support/images.mjs';

const png = colour => plain(50, 50, colour).png().toBuffer();
const none = { processed: 0, skipped: 0, rejected: 0, failed: 0, startAfter: null };

async function filled() {
  const world = await createWorld();
  await world.put('uploads/a.png', await png(red));
  await world.put('uploads/b.jpg', photo('rocket.jpg'));
  await world.put('uploads/c.png', 'no image');
  await world.put('uploads/folder/', '');
  await world.put('elsewhere/d.png', await png(blue));
  return world;
}

test('objects without an item get one, under the prefix only', wire, async () => {
  const world = await filled();
  const backfill = { bucket: world.bucket, prefix: 'uploads/' };
  assert.deepEqual(await world.handler({ backfill }, context()), { ...none, processed: 2, rejected: 1, skipped: 1 });
  assert.equal((await world.item('uploads/a.png')).status, 'complete');
  assert.equal((await world.item('uploads/c.png')).status, 'rejected');
  assert.equal(await world.item('elsewhere/d.png'), undefined);
  assert.deepEqual(await world.handler({ backfill }, context()), { ...none, skipped: 4 });
});

test('an object that a backfill has seen still takes every event', wire, async () => {
  const world = await filled();
  await world.handler({ backfill: { bucket: world.bucket } }, context());
  assert.equal((await world.item('uploads/a.png')).sequencer, '0'.repeat(32));
  assert.equal((await world.handler(world.created('uploads/a.png', '01'), context())).outcome, 'complete');
  assert.equal(Number((await world.item('uploads/a.png')).sequencer), 1);
});

test('force remakes what is complete and keeps its place among the events', wire, async () => {
  const world = await filled();
  await world.handler(world.created('uploads/a.png', '07'), context());
  const handler = world.with({ SIZES: '[{"name":"tiny","width":10}]' });
  const backfill = { bucket: world.bucket, prefix: 'uploads/a' };
  assert.deepEqual(await handler({ backfill }, context()), { ...none, skipped: 1 });
  assert.deepEqual(await handler({ backfill: { ...backfill, force: true } }, context()), { ...none, processed: 1 });
  const { thumbnails, sequencer } = await world.item('uploads/a.png');
  assert.deepEqual([thumbnails.map(({ name }) => name), Number(sequencer)], [['tiny'], 7]);
  assert.deepEqual(await world.thumbnails(), ['thumbnails/tiny/uploads/a.png.png']);
});

test('an object whose event was lost is made good', wire, async () => {
  const world = await filled();
  await world.handler(world.created('uploads/a.png', '01'), context());
  await world.put('uploads/a.png', await png(blue));
  await world.handler(world.deleted('elsewhere/d.png', '01'), context());
  assert.deepEqual(await world.handler({ backfill: { bucket: world.bucket, prefix: 'uploads/a' } }, context()), { ...none, processed: 1 });
});

test('a run that is out of time says where the next one starts', wire, async () => {
  const world = await filled();
  const answers = [];
  let startAfter = '';
  do {
    // Looks at the clock: at its start, for each deadline, and before each object, where half of the time is gone.
    let looks = 0;
    const invocation = { ...context(), getRemainingTimeInMillis: () => (looks++ < 3 ? 30_000 : 14_000) };
    const answer = await world.handler({ backfill: { bucket: world.bucket, startAfter } }, invocation);
    answers.push(answer);
    startAfter = answer.startAfter;
  } while (startAfter !== null && answers.length < 20);
  assert.ok(answers.length > 1 && answers.length < 20, `${answers.length} runs`);
  const total = name => answers.reduce((sum, answer) => sum + answer[name], 0);
  assert.deepEqual(['processed', 'rejected', 'skipped', 'failed'].map(total), [3, 1, 1, 0]);
});

test('thumbnails in the same bucket are left alone', wire, async () => {
  const world = await filled();
  const handler = world.with({ DESTINATION_BUCKET: world.bucket });
  await handler({ backfill: { bucket: world.bucket, prefix: 'uploads/a' } }, context());
  assert.deepEqual(await handler({ backfill: { bucket: world.bucket, prefix: 'thumbnails/' } }, context()), { ...none, skipped: 2 });
});

test('a bucket that cannot be listed fails the run', wire, async () => {
  const world = await createWorld();
  await assert.rejects(world.handler({ backfill: { bucket: 'no-such-bucket-here' } }, context()), { name: 'NoSuchBucket' });
});
