import { whyIgnored } from './keys.mjs';
import { describe } from '../Shared/log.mjs';

/**
 * Makes the thumbnails of objects that no event will come for. One object at a time, as the memory
 * is sized for one, and until half of the time is used: the answer says where the next run starts.
 */
export async function backfill({ bucket, prefix, startAfter, force }, { config, objects, reconciler }, run) {
  const counts = { processed: 0, skipped: 0, rejected: 0, failed: 0 };
  for (let after = startAfter; ; ) {
    const { entries, more } = await objects.list(bucket, { prefix, startAfter: after }, run.signal);
    for (const { key, etag } of entries) {
      if (!run.hasTimeFor(0)) return { ...counts, startAfter: after };
      counts[await one({ bucket, key, unlessFor: force ? undefined : { etag } })] += 1;
      after = key;
    }
    if (!more) return { ...counts, startAfter: null };
  }

  async function one(target) {
    const log = run.log.with({ bucket, key: target.key });
    if (whyIgnored(config, bucket, target.key)) return 'skipped';
    try {
      const outcome = await reconciler.reconcile(target, { ...run, log });
      log.info('backfilled', { outcome });
      return { complete: 'processed', rejected: 'rejected' }[outcome] ?? 'skipped';
    } catch (error) {
      // One object must not keep the others waiting; a later run tries it again.
      log.error('backfill failed', describe(error));
      return 'failed';
    }
  }
}
