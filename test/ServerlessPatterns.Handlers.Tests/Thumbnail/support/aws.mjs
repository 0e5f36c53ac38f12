import { environment, load, require } from './handler.mjs';

export const s3Client = require('@aws-sdk/client-s3');
export const dynamodbClient = require('@aws-sdk/client-dynamodb');
const { unmarshall } = require('@aws-sdk/util-dynamodb');
const { createHandler } = await load('handler.mjs');
const { readConfig } = await load('config.mjs');
const { createLog } = await load('../Shared/log.mjs');

export const wire = { skip: process.env.AWS_ENDPOINT_URL ? false : 'AWS_ENDPOINT_URL is not set; it names the endpoint of an AWS emulator, moto_server for instance' };

/** Buckets, a table and a handler of their own, so that tests do not meet. */
export async function createWorld({ environment: more = {}, endpoint, versioned = false, credentials, maxAttempts = 1 } = {}) {
  const id = crypto.randomUUID().slice(0, 8);
  const bucket = `source-${id}`;
  const env = { ...environment, TABLE_NAME: `items-${id}`, DESTINATION_BUCKET: `destination-${id}`, ...more };
  const config = readConfig(env);
  const s3 = new s3Client.S3Client({});
  const dynamodb = new dynamodbClient.DynamoDBClient({});

  for (const name of [bucket, config.destinationBucket]) await s3.send(new s3Client.CreateBucketCommand({ Bucket: name }));
  if (versioned)
    await s3.send(new s3Client.PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  const attributes = [config.partitionKey, config.sortKey];
  await dynamodb.send(new dynamodbClient.CreateTableCommand({
    TableName: config.tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: attributes.map((AttributeName, index) => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' })),
  }));

  const lines = [];
  const client = { maxAttempts, endpoint, credentials };
  const handlerFor = handlerConfig => createHandler({
    config: handlerConfig,
    s3: new s3Client.S3Client(client),
    dynamodb: new dynamodbClient.DynamoDBClient(client),
    log: createLog(line => lines.push(line)),
  });

  const list = async Bucket => (await s3.send(new s3Client.ListObjectsV2Command({ Bucket }))).Contents ?? [];
  return {
    bucket, env, config, lines, s3, dynamodb,
    handler: handlerFor(config),
    with: changes => handlerFor(readConfig({ ...env, ...changes })),
    put: (key, body) => s3.send(new s3Client.PutObjectCommand({ Bucket: bucket, Key: key, Body: body })),
    remove: (key, version) => s3.send(new s3Client.DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: version })),
    thumbnails: async () => (await list(config.destinationBucket)).map(({ Key }) => Key).sort(),
    thumbnail: async key => {
      const { Body, ...headers } = await s3.send(new s3Client.GetObjectCommand({ Bucket: config.destinationBucket, Key: key }));
      return { ...headers, body: Buffer.from(await Body.transformToByteArray()) };
    },
    item: async key => {
      const Key = { [config.partitionKey]: { S: key }, [config.sortKey]: { S: bucket } };
      const { Item } = await dynamodb.send(new dynamodbClient.GetItemCommand({ TableName: config.tableName, Key, ConsistentRead: true }));
      return Item && unmarshall(Item);
    },
    created: (key, sequencer, object = {}) => s3Event('Object Created', { bucket, key, sequencer, ...object }),
    deleted: (key, sequencer, type = 'Permanently Deleted') => s3Event('Object Deleted', { bucket, key, sequencer }, { 'deletion-type': type }),
  };
}

export function s3Event(type, { bucket, ...object }, more = {}) {
  return {
    version: '0',
    id: crypto.randomUUID(),
    'detail-type': type,
    source: 'aws.s3',
    account: '123456789012',
    time: '2026-11-21T03:00:00Z',
    region: 'us-east-1',
    resources: [`arn:aws:s3:::${bucket}`],
    detail: { version: '0', bucket: { name: bucket }, object, 'request-id': 'N4N7GDK58NMKJ12R', requester: '123456789012', ...more },
  };
}
