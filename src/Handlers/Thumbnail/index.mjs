import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { readConfig } from './config.mjs';
import { createHandler } from './handler.mjs';
import { createLog } from '../Shared/log.mjs';

// Few attempts and short ones: Lambda itself repeats an event minutes later, when a fault has had time to pass.
const client = { maxAttempts: 3, requestHandler: { connectionTimeout: 2_000, socketTimeout: 10_000 } };

export const handler = createHandler({
  config: readConfig(process.env),
  s3: new S3Client(client),
  dynamodb: new DynamoDBClient(client),
  log: createLog(),
});
