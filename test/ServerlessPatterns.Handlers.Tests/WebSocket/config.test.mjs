import assert from 'node:assert/strict';
import { test } from 'node:test';
import { environment, load } from './support/handler.mjs';

const { readConfig } = await load('config.mjs');
const read = changes => readConfig({ ...environment, ...changes });

test('the environment is read', () => {
  assert.deepEqual(read({ ACTION_PATH: 'header.kind', BROADCAST_ACTIONS: 'say,shout' }), {
    tableName: 'connections',
    connectionsUrl: 'https://abc.execute-api.us-east-1.amazonaws.com/prod',
    actionPath: ['header', 'kind'],
    broadcastActions: ['say', 'shout'],
    maxMessageBytes: 32768,
  });
});

for (const name of Object.keys(environment))
  test(`${name} must be set`, () => assert.throws(() => read({ [name]: undefined }), new RegExp(`${name} must be .*, but is not set`)));

const invalid = {
  TABLE_NAME: [''],
  CONNECTIONS_URL: ['', 'abc.execute-api.us-east-1.amazonaws.com', 'wss://abc'],
  ACTION_PATH: ['', 'a..b', '.'],
  BROADCAST_ACTIONS: ['', 'a,', ','],
  MAX_MESSAGE_BYTES: ['', '0', '1.5', '131073', 'many'],
};
for (const [name, values] of Object.entries(invalid))
  for (const value of values)
    test(`${name} must not be ${JSON.stringify(value)}`, () =>
      assert.throws(() => read({ [name]: value }), error => error.message.includes(`${name} must `) && error.message.includes(JSON.stringify(value))));

test('all problems are told at once', () => assert.throws(() => read({ TABLE_NAME: undefined, ACTION_PATH: '' }), /TABLE_NAME.*ACTION_PATH/));
