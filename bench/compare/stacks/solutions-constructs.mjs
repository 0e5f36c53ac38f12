import { ApiGatewayToLambda } from '@aws-solutions-constructs/aws-apigateway-lambda';
import { DynamoDBStreamsToLambda } from '@aws-solutions-constructs/aws-dynamodbstreams-lambda';
import { EventbridgeToLambda } from '@aws-solutions-constructs/aws-eventbridge-lambda';
import { KinesisStreamsToLambda } from '@aws-solutions-constructs/aws-kinesisstreams-lambda';
import { LambdaToDynamoDB } from '@aws-solutions-constructs/aws-lambda-dynamodb';
import { LambdaToS3 } from '@aws-solutions-constructs/aws-lambda-s3';
import { S3ToLambda } from '@aws-solutions-constructs/aws-s3-lambda';
import { SqsToLambda } from '@aws-solutions-constructs/aws-sqs-lambda';
import * as events from 'aws-cdk-lib/aws-events';
import { code, handler, runtime } from './inputs.mjs';

/** Composed as the constructs' own pages say: the function of the first is given to the next. */
export const solutionsConstructs = {
  thumbnails(stack) {
    // [thumbnails]
    const uploads = new S3ToLambda(stack, 'Uploads', {
      lambdaFunctionProps: { runtime, handler, code: code() },
    });
    new LambdaToS3(stack, 'Thumbnails', {
      existingLambdaObj: uploads.lambdaFunction,
    });
    new LambdaToDynamoDB(stack, 'Metadata', {
      existingLambdaObj: uploads.lambdaFunction,
    });
    // [end]
  },

  crud(stack) {
    // [crud]
    const api = new ApiGatewayToLambda(stack, 'Orders', {
      lambdaFunctionProps: { runtime, handler, code: code() },
    });
    new LambdaToDynamoDB(stack, 'Table', {
      existingLambdaObj: api.lambdaFunction,
    });
    // [end]
  },

  queue(stack) {
    // [queue]
    new SqsToLambda(stack, 'Orders', {
      lambdaFunctionProps: { runtime, handler, code: code() },
    });
    // [end]
  },

  schedule(stack) {
    // [schedule]
    new EventbridgeToLambda(stack, 'Nightly', {
      lambdaFunctionProps: { runtime, handler, code: code() },
      eventRuleProps: { schedule: events.Schedule.cron({ minute: '0', hour: '3' }) },
    });
    // [end]
  },

  kinesis(stack) {
    // [kinesis]
    new KinesisStreamsToLambda(stack, 'Readings', {
      lambdaFunctionProps: { runtime, handler, code: code() },
    });
    // [end]
  },

  'table-stream'(stack) {
    // [table-stream]
    new DynamoDBStreamsToLambda(stack, 'Orders', {
      lambdaFunctionProps: { runtime, handler, code: code() },
    });
    // [end]
  },
};
