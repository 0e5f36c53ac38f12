import { environment, load, context, require } from './handler.mjs';
import { startManagement } from './management.mjs';

const { ApiGatewayManagementApiClient } = require('@aws-sdk/client-apigatewaymanagementapi');
const aws = require('@aws-sdk/client-dynamodb');
const { marshall, unmarshall } = require('@aws-sdk/util-dynamodb');
const { createHandler } = await load('handler.mjs');
const { readConfig } = await load('config.mjs');
const { createLog } = await load('../Shared/log.mjs');

export const wire = { skip: process.env.AWS_ENDPOINT_URL ? false : 'AWS_ENDPOINT_URL is not set; it names the endpoint of an AWS emulator, moto_server for instance' };

const management = wire.skip ? undefined : await startManagement();

/** A table and a handler of their own, so that tests do not meet. */
export async function createWorld({ environment: more = {}, endpoint, maxAttempts = 3 } = {}) {
  management.clear();
  const env = { ...environment, TABLE_NAME: `connections-${crypto.randomUUID().slice(0, 8)}`, CONNECTIONS_URL: management.url, ...more };
  const dynamodb = new aws.DynamoDBClient({});
  await dynamodb.send(new aws.CreateTableCommand({
    TableName: env.TABLE_NAME,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['room', 'connectionId'].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: ['room', 'connectionId'].map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' })),
  }));

  const lines = [];
  const handler = createHandler({
    config: readConfig(env),
    dynamodb: new aws.DynamoDBClient({ maxAttempts, endpoint }),
    management: new ApiGatewayManagementApiClient({ maxAttempts, endpoint: env.CONNECTIONS_URL }),
    log: createLog(line => lines.push(line)),
  });
  const call = event => handler(event, context());

  return {
    management, handler, env, lines, dynamodb,
    connect: (id, options) => call(connectEvent(id, options)),
    disconnect: id => call(disconnectEvent(id)),
    say: (id, message, options) => call(messageEvent(id, message, options)),
    answer: id => management.sentTo(id).at(-1),
    items: async () => (await dynamodb.send(new aws.ScanCommand({ TableName: env.TABLE_NAME, ConsistentRead: true }))).Items
      .map(item => unmarshall(item)).sort((a, b) => (a.room + a.connectionId < b.room + b.connectionId ? -1 : 1)),
    members: async room => (await dynamodb.send(new aws.QueryCommand({
      TableName: env.TABLE_NAME, ConsistentRead: true, KeyConditionExpression: 'room = :room', ExpressionAttributeValues: marshall({ ':room': room }),
    }))).Items.map(item => unmarshall(item).connectionId),
    /** Puts many members into a room without a handler. */
    fill: async (room, members) => {
      for (let i = 0; i < members.length; i += 25)
        await dynamodb.send(new aws.BatchWriteItemCommand({
          RequestItems: { [env.TABLE_NAME]: members.slice(i, i + 25).map(member => ({ PutRequest: { Item: marshall({ connectedAt: long, expiresAt: 4e9, ...member, room }) } })) },
        }));
    },
  };
}

/** When an established connection began. */
export const long = Date.now() - 300_000;

export const connectEvent = (connectionId, { room, connectedAt = long, authorizer, identity = {}, headers = {}, query = {} } = {}) => ({
  headers: { Host: 'abc.execute-api.us-east-1.amazonaws.com', ...headers },
  queryStringParameters: room === undefined && Object.keys(query).length === 0 ? undefined : { room, ...query },
  requestContext: { routeKey: '$connect', eventType: 'CONNECT', connectionId, connectedAt, requestTimeEpoch: connectedAt, requestId: crypto.randomUUID(), stage: 'prod', authorizer, identity },
  isBase64Encoded: false,
});

export const disconnectEvent = connectionId => ({
  headers: {},
  requestContext: { routeKey: '$disconnect', eventType: 'DISCONNECT', connectionId, connectedAt: long, requestTimeEpoch: Date.now(), disconnectStatusCode: 1001, stage: 'prod' },
  isBase64Encoded: false,
});

export const messageEvent = (connectionId, message, { messageId = crypto.randomUUID(), base64 = false, routeKey = '$default', connectedAt = long } = {}) => {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  return {
    requestContext: { routeKey, eventType: 'MESSAGE', connectionId, connectedAt, messageId, requestTimeEpoch: Date.now(), stage: 'prod' },
    body: base64 ? Buffer.from(text).toString('base64') : text,
    isBase64Encoded: base64,
  };
};
