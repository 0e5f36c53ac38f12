import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const handlerDir = fileURLToPath(new URL('../../../../src/Handlers/WebSocket', import.meta.url));

/** Packages are the handler's own: the tests install none. */
export const require = createRequire(join(handlerDir, 'package.json'));

export const load = module => import(pathToFileURL(join(handlerDir, module)));

export const environment = {
  TABLE_NAME: 'connections',
  CONNECTIONS_URL: 'https://abc.execute-api.us-east-1.amazonaws.com/prod',
  ACTION_PATH: 'action',
  BROADCAST_ACTIONS: 'send',
  MAX_MESSAGE_BYTES: '32768',
};

/** The context of an invocation with that much time left. */
export function context(milliseconds = 30_000) {
  const end = Date.now() + milliseconds;
  return { awsRequestId: crypto.randomUUID(), getRemainingTimeInMillis: () => end - Date.now() };
}
