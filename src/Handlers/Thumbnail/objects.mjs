import { addAbortSignal } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';

/** The objects that the handler reads and writes. */
export class Objects {
  #s3;
  #config;

  constructor(s3, config) {
    this.#s3 = s3;
    this.#config = config;
  }

  /** The headers of the object as it is now, with `read` for its bytes; undefined when there is none. */
  async open(bucket, key, signal) {
    try {
      const { Body, ...headers } = await this.#s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }), { abortSignal: signal });
      addAbortSignal(signal, Body);
      // Closing a body that is half read makes it emit an error that concerns nobody.
      Body.on('error', () => {});
      return {
        ...describe(headers),
        read: async () => Buffer.from(await Body.transformToByteArray()),
        close: () => Body.destroy(),
      };
    } catch (error) {
      if (error.name === 'NoSuchKey') return undefined;
      if (error.name !== 'InvalidObjectState') throw error;
      const headers = await this.head(bucket, key, signal);
      return headers && { ...headers, archived: error.StorageClass ?? 'GLACIER', close: () => {} };
    }
  }

  /** As `open`, without the bytes. Without s3:ListBucket S3 would answer 403 instead of 404. */
  async head(bucket, key, signal) {
    try {
      return describe(await this.#s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }), { abortSignal: signal }));
    } catch (error) {
      if (error.name === 'NotFound') return undefined;
      throw error;
    }
  }

  async put(key, { body, contentType }, signal) {
    const { destinationBucket, cacheControl } = this.#config;
    await this.#s3.send(
      new PutObjectCommand({ Bucket: destinationBucket, Key: key, Body: body, ContentType: contentType, CacheControl: cacheControl }),
      { abortSignal: signal },
    );
  }

  async remove(keys, signal) {
    await settle(keys.map(key =>
      this.#s3.send(new DeleteObjectCommand({ Bucket: this.#config.destinationBucket, Key: key }), { abortSignal: signal })));
  }

  async list(bucket, { prefix, startAfter }, signal) {
    const page = await this.#s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix || undefined, StartAfter: startAfter || undefined }),
      { abortSignal: signal },
    );
    return {
      entries: (page.Contents ?? []).map(({ Key, ETag }) => ({ key: Key, etag: unquote(ETag) })),
      more: page.IsTruncated === true,
    };
  }
}

/**
 * Waits for all, then throws the first failure. Promise.all would return while requests are still
 * under way, and Lambda would finish them when it thaws the environment for some later event.
 */
export async function settle(promises) {
  const results = await Promise.allSettled(promises);
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return results.map(({ value }) => value);
}

function describe({ ContentLength, ETag, VersionId, LastModified }) {
  return {
    size: ContentLength,
    etag: unquote(ETag),
    versionId: VersionId,
    createdAt: LastModified.toISOString(),
  };
}

// The header is quoted, the event's etag is not.
const unquote = etag => etag?.replaceAll('"', '');
