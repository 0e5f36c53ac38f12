import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { decode, inspect } from './image.mjs';
import { thumbnailKeys } from './keys.mjs';
import { describe } from '../Shared/log.mjs';
import { Rejection } from './rejection.mjs';
import { Thumbnails } from './thumbnails.mjs';

/** Lambda keeps its clocks in step to far less than this. */
const clockSkewMilliseconds = 2_000;

/**
 * Brings thumbnails and item in line with the object as it is now. An event is only the reason to
 * look: whoever holds the claim reads the present state (S3 reads are strongly consistent), so that
 * events may come late, twice or in any order, and the last to run always leaves what S3 holds. The
 * sequencer spares the work of events that an item already reflects.
 */
export class Reconciler {
  #config;
  #objects;
  #items;
  #thumbnails;

  constructor(config, objects, items) {
    this.#config = config;
    this.#objects = objects;
    this.#items = items;
    this.#thumbnails = new Thumbnails(config, objects);
  }

  /** Returns complete, rejected, deleted, stale or unchanged; throws what another attempt may mend. */
  async reconcile(target, run) {
    const { state, claim } = await this.#claim(target, run);
    if (!claim) return state;
    try {
      return await this.#bringUpToDate(claim, run);
    } catch (error) {
      await this.#release(claim, run);
      throw error;
    }
  }

  async #claim(target, run) {
    const pendingKeys = thumbnailKeys(this.#config, target.key);
    // A new owner for each attempt: Lambda may deliver one request twice at once, with one request id.
    const owner = `${run.requestId}/${randomUUID()}`;
    for (let wait = 50; ; wait = Math.min(wait * 2, 1_000)) {
      const now = Date.now();
      const expiresAt = now + run.remaining() + clockSkewMilliseconds;
      const result = await this.#items.claim({ ...target, owner, now, expiresAt, pendingKeys }, run.signal);
      if (result.state !== 'held') return result;
      if (!run.hasTimeFor(wait)) throw new Error('Another invocation works on this object.');
      await delay(wait * (0.5 + Math.random() / 2), undefined, { signal: run.signal });
    }
  }

  async #bringUpToDate(claim, run) {
    const source = await this.#objects.open(claim.bucket, claim.key, run.signal);
    if (!source) return this.#markDeleted(claim, run);
    if (source.archived && hasThumbnailsOf(claim.previous, source)) {
      await this.#items.release(claim, run.signal);
      return 'unchanged';
    }

    const { size, etag, versionId, createdAt } = source;
    const item = { size, etag, versionId, createdAt, imageName: claim.key.split('/').at(-1) };
    try {
      const { image, encoders } = await this.#decode(source);
      const thumbnails = await this.#thumbnails.put(claim, encoders, run);
      return await this.#finish(claim, { ...item, ...image, status: 'complete', thumbnails }, run);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      const rejection = { reason: error.reason, reasonDetail: error.message };
      run.log.warn('rejected', rejection);
      return await this.#finish(claim, { ...item, status: 'rejected', ...rejection }, run);
    } finally {
      source.close();
    }
  }

  async #decode(source) {
    const { maxInputBytes } = this.#config;
    if (source.archived) throw new Rejection('archived', `Storage class ${source.archived} cannot be read without a restore.`);
    if (source.size > maxInputBytes)
      throw new Rejection('too-many-bytes', `${source.size} is more than ${maxInputBytes} bytes.`);
    const bytes = await source.read();
    const image = await inspect(bytes, this.#config);
    return { image, encoders: await decode(bytes, image, this.#config) };
  }

  async #finish(claim, { thumbnails, ...attributes }, run) {
    await this.#thumbnails.removeAllBut((thumbnails ?? []).map(({ key }) => key), claim, run);
    const processedAt = new Date().toISOString();
    await this.#items.finish(
      claim,
      { ...blank, ...attributes, thumbnails, processedAt, [this.#config.ttlAttribute]: undefined },
      run.signal,
    );
    return attributes.status;
  }

  /** The item stays as a tombstone, without which a late event would bring the thumbnails back. */
  async #markDeleted(claim, run) {
    const { keepThumbnailsOfDeleted, deletedItemTtlSeconds, ttlAttribute } = this.#config;
    const now = new Date();
    const attributes = { status: 'deleted', imageName: claim.key.split('/').at(-1), processedAt: now.toISOString() };
    if (deletedItemTtlSeconds) attributes[ttlAttribute] = Math.floor(now / 1000) + deletedItemTtlSeconds;
    if (!keepThumbnailsOfDeleted) {
      await this.#thumbnails.removeAllBut([], claim, run);
      attributes.thumbnails = undefined;
    }
    await this.#items.finish(claim, attributes, run.signal);
    return 'deleted';
  }

  async #release(claim, run) {
    try {
      // Not the signal of the invocation: it may be what ended the attempt.
      await this.#items.release(claim, AbortSignal.timeout(1_000));
    } catch (error) {
      run.log.warn('claim is left to expire', describe(error));
    }
  }
}

/** A complete item outlives the archiving of its object: only the thumbnails that it has can be had. */
const hasThumbnailsOf = ({ status, etag }, source) => status === 'complete' && etag === source.etag;

/** What an earlier state of the object may have left in its item. */
const blank = {
  contentType: undefined,
  format: undefined,
  width: undefined,
  height: undefined,
  versionId: undefined,
  reason: undefined,
  reasonDetail: undefined,
};
