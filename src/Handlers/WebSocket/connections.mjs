import {
  DeleteItemCommand, GetItemCommand, paginateQuery, TransactionCanceledException, TransactionConflictException, TransactWriteItemsCommand, UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';

/** API Gateway ends a connection after two hours; a $disconnect that never came is made up for soon after. */
const lifetimeSeconds = 2 * 3600 + 600;
/** How long it is remembered that a connection has ended: far longer than a $connect can still be under way. */
const rememberedSeconds = 3600;

/**
 * The table of connections. Each has an item in its room, which a message is sent along, and one of its own below
 * `@` and its id, which says what room that is: $disconnect and messages come with the id alone. The second one stays for
 * a while when the connection has ended, so that a $connect that is late does not bring the first one back.
 */
export class Connections {
  #dynamodb;
  #tableName;

  constructor(dynamodb, { tableName }) {
    this.#dynamodb = dynamodb;
    this.#tableName = tableName;
  }

  /** Adds a connection. Doing it again changes nothing; false when the connection has ended already. */
  async add({ connectionId, connectedAt, room, userId }, signal) {
    const common = { connectionId, connectedAt, userId, expiresAt: seconds(connectedAt) + lifetimeSeconds };
    const put = (item, more) => ({ Put: { TableName: this.#tableName, Item: marshall(item, { removeUndefinedValues: true }), ...more } });
    try {
      await this.#send(new TransactWriteItemsCommand({
        TransactItems: [
          put({ ...common, room: ownKey(connectionId), memberOf: room }, { ConditionExpression: 'attribute_not_exists(disconnectedAt)' }),
          put({ ...common, room }),
        ],
      }), signal);
      return true;
    } catch (error) {
      if (error instanceof TransactionCanceledException && error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed')) return false;
      throw error;
    }
  }

  /** Where a connection is and whose it is; undefined when it has ended or is not known. */
  async find(connectionId, signal) {
    const { Item } = await this.#send(new GetItemCommand({
      TableName: this.#tableName,
      Key: marshall({ room: ownKey(connectionId), connectionId }),
      ConsistentRead: true,
    }), signal);
    const { memberOf, userId, disconnectedAt } = Item ? unmarshall(Item) : {};
    return memberOf === undefined || disconnectedAt !== undefined ? undefined : { room: memberOf, userId };
  }

  /** Removes a connection, whether it is there or not. */
  async remove(connectionId, now, signal) {
    const { Attributes } = await this.#send(new UpdateItemCommand({
      TableName: this.#tableName,
      Key: marshall({ room: ownKey(connectionId), connectionId }),
      UpdateExpression: 'SET disconnectedAt = if_not_exists(disconnectedAt, :now), expiresAt = :expiresAt',
      ExpressionAttributeValues: marshall({ ':now': now, ':expiresAt': seconds(now) + rememberedSeconds }),
      ReturnValues: 'ALL_OLD',
    }), signal);
    const { memberOf } = Attributes ? unmarshall(Attributes) : {};
    if (memberOf === undefined) return;
    await this.#send(new DeleteItemCommand({ TableName: this.#tableName, Key: marshall({ room: memberOf, connectionId }) }), signal);
  }

  /** The connections of a room that can still be alive, page by page: a room may be larger than one answer of DynamoDB. */
  async *in(room, now, signal) {
    const pages = paginateQuery({ client: this.#dynamodb }, {
      TableName: this.#tableName,
      KeyConditionExpression: 'room = :room',
      ExpressionAttributeValues: marshall({ ':room': room }),
      ProjectionExpression: 'connectionId, connectedAt, expiresAt',
      // Who is connected gets what is sent from then on.
      ConsistentRead: true,
    }, { abortSignal: signal });
    for await (const { Items } of pages)
      for (const item of Items.map(item => unmarshall(item))) if (item.expiresAt > seconds(now)) yield item;
  }

  /** Two writes of one connection may meet, and DynamoDB then refuses one of them instead of having it wait. */
  async #send(command, signal) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#dynamodb.send(command, { abortSignal: signal });
      } catch (error) {
        if (attempt === 5 || !isConflict(error)) throw error;
        await sleep(Math.random() * 20 * 2 ** attempt, undefined, { signal });
      }
    }
  }
}

function isConflict(error) {
  return error instanceof TransactionConflictException
    || (error instanceof TransactionCanceledException && error.CancellationReasons?.some(({ Code }) => Code === 'TransactionConflict'));
}

// No room has such a name.
const ownKey = connectionId => `@${connectionId}`;

const seconds = milliseconds => Math.floor(milliseconds / 1000);
