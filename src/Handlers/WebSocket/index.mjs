import { ApiGatewayManagementApiClient } from '@aws-sdk/client-apigatewaymanagementapi';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createLog } from '../Shared/log.mjs';
import { readConfig } from './config.mjs';
import { createHandler } from './handler.mjs';

const config = readConfig(process.env);
// A client waits for the answer: what is not done within seconds is told to it, and it decides whether to try again.
const client = { maxAttempts: 3, requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000 } };

export const handler = createHandler({
  config,
  dynamodb: new DynamoDBClient(client),
  management: new ApiGatewayManagementApiClient({ ...client, endpoint: config.connectionsUrl }),
  log: createLog(),
});
