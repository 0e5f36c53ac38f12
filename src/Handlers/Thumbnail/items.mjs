import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { lowestSequencer } from './sequencer.mjs';

const described = ['imageName', 'size', 'contentType', 'format', 'width', 'height', 'createdAt', 'etag', 'versionId'];
const outcome = ['status', 'reason', 'reasonDetail', 'sequencer', 'processedAt', 'thumbnails'];
const bookkeeping = ['claimOwner', 'claimExpiresAt', 'pendingKeys'];
export const attributeNames = [...described, ...outcome, ...bookkeeping];

/**
 * The metadata items, each of which is also the lock of its object: one writer at a time, by a claim
 * that ends by itself when its invocation does.
 */
export class Items {
  #dynamodb;
  #config;

  constructor(dynamodb, config) {
    this.#dynamodb = dynamodb;
    this.#config = config;
  }

  /**
   * Claims the item unless it already reflects this event or a newer one (`stale`), is final for the
   * object `unlessFor` (`unchanged`), or somebody else works on it (`held`).
   */
  async claim({ bucket, key, sequencer, unlessFor, owner, now, expiresAt, pendingKeys }, signal) {
    const conditions = ['(attribute_not_exists(claimOwner) OR claimExpiresAt < :now)'];
    const values = { ':now': now, ':owner': owner, ':expiresAt': expiresAt, ':processing': 'processing', ':pending': new Set(pendingKeys) };
    if (sequencer) {
      conditions.push('(attribute_not_exists(sequencer) OR sequencer < :sequencer)');
      values[':sequencer'] = sequencer;
    }
    if (unlessFor) {
      const version = unlessFor.versionId ? ' AND versionId = :versionId' : '';
      conditions.push(`(NOT (#status IN (:complete, :rejected) AND etag = :etag${version}))`);
      Object.assign(values, { ':complete': 'complete', ':rejected': 'rejected', ':etag': unlessFor.etag });
      if (unlessFor.versionId) values[':versionId'] = unlessFor.versionId;
    }
    try {
      const { Attributes } = await this.#update(bucket, key, {
        // Keys are added before anything is put there: whoever comes next knows what to remove if this writer dies.
        UpdateExpression: 'SET #status = :processing, claimOwner = :owner, claimExpiresAt = :expiresAt ADD pendingKeys :pending',
        ConditionExpression: conditions.join(' AND '),
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: marshall(values),
        ReturnValues: 'ALL_OLD',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }, signal);
      return { state: 'claimed', claim: { bucket, key, owner, sequencer, previous: Attributes ? unmarshall(Attributes) : {} } };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const item = unmarshall(error.Item ?? {});
      if (sequencer && item.sequencer >= sequencer) return { state: 'stale' };
      if (item.claimOwner && item.claimExpiresAt >= now) return { state: 'held' };
      return { state: 'unchanged' };
    }
  }

  /** Writes the final state and gives the claim back. Attributes that are undefined are removed. */
  async finish(claim, attributes, signal) {
    await this.#change(claim, {
      ...attributes,
      // A backfill names no sequencer and leaves the order of events as it is.
      sequencer: claim.sequencer ?? claim.previous.sequencer ?? lowestSequencer,
      claimOwner: undefined,
      claimExpiresAt: undefined,
      pendingKeys: undefined,
    }, signal);
  }

  /**
   * Gives the claim back for another attempt. An attempt that has written no thumbnail leaves the item as it found it;
   * after that the status stays `processing`, as some thumbnails may be new and some old.
   */
  async release(claim, signal) {
    const { status = 'processing', pendingKeys } = claim.previous;
    const untouched = claim.touched ? {} : { status, pendingKeys };
    await this.#change(claim, { ...untouched, claimOwner: undefined, claimExpiresAt: undefined }, signal);
  }

  async #change({ bucket, key, owner }, attributes, signal) {
    // Numbered placeholders: a TTL attribute may have a name that cannot be one.
    const names = Object.keys(attributes);
    const indexes = [...names.keys()];
    const set = indexes.filter(index => attributes[names[index]] !== undefined);
    const remove = indexes.filter(index => attributes[names[index]] === undefined);
    await this.#update(bucket, key, {
      UpdateExpression: [
        set.length > 0 && `SET ${set.map(index => `#n${index} = :v${index}`).join(', ')}`,
        remove.length > 0 && `REMOVE ${remove.map(index => `#n${index}`).join(', ')}`,
      ].filter(Boolean).join(' '),
      ConditionExpression: 'claimOwner = :owner',
      ExpressionAttributeNames: Object.fromEntries(indexes.map(index => [`#n${index}`, names[index]])),
      ExpressionAttributeValues: marshall({ ':owner': owner, ...Object.fromEntries(set.map(index => [`:v${index}`, attributes[names[index]]])) }),
    }, signal);
  }

  #update(bucket, key, input, signal) {
    const { tableName, partitionKey, sortKey } = this.#config;
    const Key = marshall({ [partitionKey]: key, [sortKey]: bucket });
    return this.#dynamodb.send(new UpdateItemCommand({ TableName: tableName, Key, ...input }), { abortSignal: signal });
  }
}
