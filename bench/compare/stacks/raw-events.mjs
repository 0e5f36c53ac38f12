import { Duration } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as targets from 'aws-cdk-lib/aws-scheduler-targets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { code, handler, runtime } from './inputs.mjs';

/** What reads queues, streams and schedules, written by hand. */
export const rawEvents = {
  queue(stack) {
    // [queue]
    const deadLetters = new sqs.Queue(stack, 'DeadLetters', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const queue = new sqs.Queue(stack, 'Queue', {
      enforceSSL: true,
      visibilityTimeout: Duration.minutes(3),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
    });
    const fn = new lambda.Function(stack, 'Function', {
      runtime,
      handler,
      code: code(),
      timeout: Duration.seconds(30),
      logGroup: new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH }),
    });
    fn.addEventSource(new sources.SqsEventSource(queue, { reportBatchItemFailures: true }));
    // [end]
  },

  schedule(stack) {
    // [schedule]
    const deadLetters = new sqs.Queue(stack, 'DeadLetters', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const fn = new lambda.Function(stack, 'Function', {
      runtime,
      handler,
      code: code(),
      timeout: Duration.minutes(1),
      logGroup: new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH }),
      deadLetterQueue: deadLetters,
    });
    new scheduler.Schedule(stack, 'Schedule', {
      schedule: scheduler.ScheduleExpression.cron({ minute: '0', hour: '3' }),
      target: new targets.LambdaInvoke(fn, { deadLetterQueue: deadLetters }),
    });
    // [end]
  },

  kinesis(stack) {
    // [kinesis]
    const deadLetters = new sqs.Queue(stack, 'DeadLetters', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const stream = new kinesis.Stream(stack, 'Stream', {
      streamMode: kinesis.StreamMode.ON_DEMAND,
      encryption: kinesis.StreamEncryption.MANAGED,
    });
    const fn = new lambda.Function(stack, 'Function', {
      runtime,
      handler,
      code: code(),
      timeout: Duration.seconds(30),
      logGroup: new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH }),
    });
    fn.addEventSource(new sources.KinesisEventSource(stream, {
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      onFailure: new sources.SqsDlq(deadLetters),
    }));
    // [end]
  },

  'table-stream'(stack) {
    // [table-stream]
    const deadLetters = new sqs.Queue(stack, 'DeadLetters', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const table = new dynamodb.TableV2(stack, 'Orders', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      dynamoStream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });
    const fn = new lambda.Function(stack, 'Function', {
      runtime,
      handler,
      code: code(),
      timeout: Duration.seconds(30),
      logGroup: new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH }),
    });
    fn.addEventSource(new sources.DynamoEventSource(table, {
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      onFailure: new sources.SqsDlq(deadLetters),
    }));
    // [end]
  },
};
