import { largestMessage } from './config.mjs';

/** A message that cannot be done. Its sender is told, and nothing else happens. */
export class MessageError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Reads what a client sent: `{ action, data, ref }`. */
export function readMessage(event, { actionPath, maxMessageBytes }) {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : event.body ?? '';
  if (Buffer.byteLength(text) > maxMessageBytes) throw new MessageError('tooLarge', `A message may have ${maxMessageBytes} bytes.`);
  const message = parse(text);
  const ref = readRef(message.id);
  const action = actionPath.reduce((value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined), message);
  return { action, data: message.data, ref };
}

/** What goes to the others in the room. */
export function writeMessage(content) {
  const text = JSON.stringify({ type: 'message', ...content });
  if (Buffer.byteLength(text) > largestMessage)
    throw new MessageError('tooLarge', `The message and what is said about it are larger than the ${largestMessage} bytes that API Gateway sends.`);
  return text;
}

function parse(text) {
  let message;
  try {
    message = JSON.parse(text);
  } catch {
    throw new MessageError('invalidJson', 'A message is a JSON object.');
  }
  if (!isObject(message)) throw new MessageError('invalidJson', 'A message is a JSON object.');
  return message;
}

function readRef(id) {
  if (id === undefined || Number.isSafeInteger(id) || (typeof id === 'string' && id.length <= 128)) return id;
  throw new MessageError('invalidId', 'The id of a message is a text of at most 128 characters or a whole number.');
}

const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);
