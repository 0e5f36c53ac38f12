import assert from 'node:assert/strict';
import { it } from 'node:test';
import { cases } from '../lib/cases.mjs';
import { countLines, linesOf } from '../lib/lines.mjs';

const long = 'x'.repeat(60);

it('counts what fits on one line as one, however it is laid out', () => {
  assert.equal(countLines("new sqs.Queue(stack, 'Queue', {\n  enforceSSL: true,\n});"), 1);
  assert.equal(countLines('new QueueProcessor(stack, "Orders", new()\n{\n    FunctionSettings = new() { Code = code },\n});'), 1);
});

it('breaks what does not fit inside its last braces, in both languages alike', () => {
  assert.equal(countLines(`new A(stack, 'A', { one: '${long}', two: '${long}' });`), 3);
  assert.equal(countLines(`new A(stack, "A", new() { One = "${long}", Two = "${long}" });`), 3);
});

it('breaks nested braces only where they do not fit either', () => {
  assert.equal(countLines(`new A(stack, 'A', { one: { two: 1, three: 2 }, four: '${long}', five: '${long}' });`), 4);
  assert.equal(countLines(`new A(stack, 'A', { one: { two: '${long}', three: '${long}' } });`), 4);
});

it('counts each statement', () => assert.equal(countLines('a.grantRead(b);\nc.grantPut(d);'), 2));

it('finds the statements of every pattern', () => {
  for (const { id, statements } of cases) {
    for (const file of Object.values(statements)) assert.ok(linesOf(file, id) > 0, `${id} in ${file}`);
  }
});

it('says which statements are missing', () => assert.throws(() => linesOf(cases[0].statements.ours, 'nothing'), /no \[nothing\]/));
