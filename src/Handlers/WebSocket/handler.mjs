import { startRun } from '../Shared/invocation.mjs';
import { describe } from '../Shared/log.mjs';
import { broadcast } from './broadcast.mjs';
import { Connections } from './connections.mjs';
import { parseEvent } from './events.mjs';
import { MessageError, readMessage, writeMessage } from './messages.mjs';
import { Sender } from './sender.mjs';

/** The part of an invocation that a broadcast may take; its sender is told how it went with the rest. */
const broadcastShare = 0.7;

export function createHandler({ config, dynamodb, management, log }) {
  const connections = new Connections(dynamodb, config);
  const sender = new Sender(management, connections);
  const routes = { CONNECT: connect, DISCONNECT: disconnect, MESSAGE: message };

  return async function handler(event, context) {
    const run = startRun(context, log);
    try {
      const call = parseEvent(event);
      run.log = run.log.with({ connectionId: call.connectionId, event: call.type });
      return await routes[call.type](call, run);
    } catch (error) {
      run.log.error('failed', describe(error));
      throw error;
    }
  };

  async function connect({ connectionId, connectedAt, room, userId, subprotocol }, { log: line, signal }) {
    if (room === undefined) {
      line.info('refused', { reason: 'the name of the room is not valid' });
      return { statusCode: 400 };
    }
    const isOpen = await connections.add({ connectionId, connectedAt, room, userId }, signal);
    line.info(isOpen ? 'connected' : 'ended before it began', { room });
    if (!isOpen) return { statusCode: 410 };
    return subprotocol ? { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': subprotocol } } : { statusCode: 200 };
  }

  async function disconnect({ connectionId }, { log: line, signal }) {
    await connections.remove(connectionId, Date.now(), signal);
    line.info('disconnected');
    return { statusCode: 200 };
  }

  async function message(call, run) {
    let ref;
    const answer = content => sender.send(call, JSON.stringify({ ...content, id: call.messageId, ref }), run.signal);
    try {
      const read = readMessage(call, config);
      ref = read.ref;
      await answer(await perform(call, read, run));
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      run.log.info('refused', { code: error.code });
      await answer({ type: 'error', code: error.code, message: error.message });
    }
    return { statusCode: 200 };
  }

  async function perform(call, { action, data, ref }, run) {
    if (config.broadcastActions.includes(action)) return send(call, { action, data, ref }, run);
    if (action === 'ping') return { type: 'pong' };
    throw new MessageError('unknownAction', `The action is none of ${[...config.broadcastActions, 'ping'].join(', ')}.`);
  }

  async function send({ connectionId, messageId, sentAt }, { action, data, ref }, run) {
    if (data === undefined) throw new MessageError('missingData', 'The message has no data.');
    const from = await connections.find(connectionId, run.signal);
    if (!from) throw new MessageError('unknownConnection', 'The connection is not in the table: connect again.');
    const text = writeMessage({ id: messageId, ref, action, room: from.room, from: from.userId ?? null, sentAt, data });

    const signal = AbortSignal.timeout(Math.max(1, Math.floor(run.remaining() * broadcastShare)));
    const result = await broadcast(others(from.room, connectionId, signal), recipient => sender.send(recipient, text, signal), run.log);
    run.log.info('sent', { room: from.room, messageId, ...result });
    return { type: 'sent', ...result };
  }

  async function *others(room, connectionId, signal) {
    for await (const connection of connections.in(room, Date.now(), signal)) if (connection.connectionId !== connectionId) yield connection;
  }
}
