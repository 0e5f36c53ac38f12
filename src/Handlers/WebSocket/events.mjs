const roomName = /^[A-Za-z0-9._-]{1,128}$/;
const defaultRoom = 'lobby';

/** What an event of a WebSocket API says, by its type: CONNECT, DISCONNECT or MESSAGE. */
export function parseEvent(event) {
  const context = event?.requestContext;
  const { eventType: type, connectionId } = context ?? {};
  if (!['CONNECT', 'DISCONNECT', 'MESSAGE'].includes(type) || typeof connectionId !== 'string' || connectionId === '')
    throw new TypeError('The invocation must be an event of a WebSocket API: requestContext with eventType and connectionId.');

  const connectedAt = Number(context.connectedAt ?? Date.now());
  if (type === 'CONNECT') return { type, connectionId, connectedAt, room: roomOf(event), userId: userOf(context), subprotocol: subprotocolOf(event) };
  const { messageId, requestTimeEpoch = Date.now() } = context;
  return { type, connectionId, connectedAt, messageId, sentAt: new Date(requestTimeEpoch).toISOString(), body: event.body, isBase64Encoded: event.isBase64Encoded };
}

/** The authorizer's word counts, then the client's; undefined when it is no name. */
function roomOf({ requestContext, queryStringParameters }) {
  const room = requestContext.authorizer?.room ?? queryStringParameters?.room ?? defaultRoom;
  return roomName.test(room) ? String(room) : undefined;
}

/** Who it is that connects: never by what the client says of itself. */
function userOf({ authorizer, identity }) {
  return authorizer?.principalId ?? identity?.user ?? undefined;
}

/** Browsers close a connection that does not take up one of the protocols that they offer. A token may follow the first. */
function subprotocolOf({ headers = {} }) {
  const name = Object.keys(headers ?? {}).find(key => key.toLowerCase() === 'sec-websocket-protocol');
  return headers?.[name]?.split(',')[0].trim() || undefined;
}
