import { Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as notifications from 'aws-cdk-lib/aws-s3-notifications';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { code, handler, runtime } from './inputs.mjs';

/** Uploads, APIs and connections, written by hand. */
export const rawWeb = {
  thumbnails(stack) {
    // [thumbnails]
    const deadLetters = new sqs.Queue(stack, 'DeadLetters', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const uploads = new s3.Bucket(stack, 'Uploads', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
    });
    const thumbnails = new s3.Bucket(stack, 'Thumbnails', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
    });
    const metadata = new dynamodb.TableV2(stack, 'Metadata', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });
    const fn = new lambda.Function(stack, 'Function', {
      runtime,
      handler,
      code: code(),
      memorySize: 1024,
      timeout: Duration.minutes(1),
      environment: { BUCKET_NAME: thumbnails.bucketName, TABLE_NAME: metadata.tableName },
      logGroup: new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH }),
      deadLetterQueue: deadLetters,
    });
    uploads.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(fn));
    uploads.grantRead(fn);
    thumbnails.grantPut(fn);
    metadata.grantReadWriteData(fn);
    // [end]
  },

  crud(stack) {
    // [crud]
    const orders = new dynamodb.TableV2(stack, 'Table', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });
    const fn = new lambda.Function(stack, 'Function', {
      runtime,
      handler,
      code: code(),
      environment: { TABLE_NAME: orders.tableName },
      logGroup: new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH }),
    });
    orders.grantReadWriteData(fn);
    new apigateway.LambdaRestApi(stack, 'Api', {
      handler: fn,
      defaultMethodOptions: { authorizationType: apigateway.AuthorizationType.IAM },
      cloudWatchRole: true,
      deployOptions: {
        accessLogDestination: new apigateway.LogGroupLogDestination(
          new logs.LogGroup(stack, 'AccessLogs', { retention: logs.RetentionDays.ONE_MONTH })),
      },
    });
    // [end]
  },

  websocket(stack) {
    // [websocket]
    const connections = new dynamodb.TableV2(stack, 'Connections', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      timeToLiveAttribute: 'expires',
    });
    const fn = new lambda.Function(stack, 'Function', {
      runtime,
      handler,
      code: code(),
      environment: { TABLE_NAME: connections.tableName },
      logGroup: new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH }),
    });
    const api = new apigatewayv2.WebSocketApi(stack, 'Api', {
      connectRouteOptions: {
        integration: new WebSocketLambdaIntegration('Connections', fn),
        authorizer: new WebSocketIamAuthorizer(),
      },
      disconnectRouteOptions: { integration: new WebSocketLambdaIntegration('Disconnections', fn) },
      defaultRouteOptions: { integration: new WebSocketLambdaIntegration('Messages', fn) },
    });
    new apigatewayv2.WebSocketStage(stack, 'Stage', {
      webSocketApi: api,
      stageName: 'live',
      autoDeploy: true,
    });
    connections.grantReadWriteData(fn);
    api.grantManageConnections(fn);
    // [end]
  },
};
