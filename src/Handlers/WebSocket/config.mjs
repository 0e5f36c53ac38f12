/**
 * The environment of the handler, which is all that it is told by the pattern.
 *
 * TABLE_NAME         the table of connections
 * CONNECTIONS_URL    the endpoint of the stage's management API, https://ID.execute-api.REGION.amazonaws.com/STAGE
 * ACTION_PATH        where in a message its action stands: names of members with dots between them
 * BROADCAST_ACTIONS  the actions whose messages go to everybody else in the room, separated by commas
 * MAX_MESSAGE_BYTES  larger messages are answered with an error; at most 131072, as API Gateway takes no larger ones
 */
export const largestMessage = 128 * 1024;

export function readConfig(env) {
  const problems = [];
  const read = (name, expected, parse) => {
    const text = env[name];
    const value = text === undefined ? undefined : parse(text);
    if (value === undefined) problems.push(`${name} must be ${expected}, but is ${text === undefined ? 'not set' : JSON.stringify(text)}.`);
    return value;
  };

  const config = {
    tableName: read('TABLE_NAME', 'a text that is not empty', text => text || undefined),
    connectionsUrl: read('CONNECTIONS_URL', 'an http or https address', address),
    actionPath: read('ACTION_PATH', 'names with dots between them', names('.')),
    broadcastActions: read('BROADCAST_ACTIONS', 'names with commas between them', names(',')),
    maxMessageBytes: read('MAX_MESSAGE_BYTES', `a whole number from 1 to ${largestMessage}`, bytes),
  };
  if (problems.length > 0) throw new Error(`The environment of the WebSocket handler is not valid. ${problems.join(' ')}`);
  return Object.freeze(config);
}

function address(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return ['http:', 'https:'].includes(url?.protocol) ? text : undefined;
}

function names(separator) {
  return text => {
    const parts = text.split(separator);
    return parts.every(part => part !== '') ? parts : undefined;
  };
}

function bytes(text) {
  const value = Number(text);
  return text !== '' && Number.isSafeInteger(value) && value >= 1 && value <= largestMessage ? value : undefined;
}
