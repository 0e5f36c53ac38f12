import { backfill } from './backfill.mjs';
import { parseInvocation } from './events.mjs';
import { startRun } from '../Shared/invocation.mjs';
import { Items } from './items.mjs';
import { whyIgnored } from './keys.mjs';
import { describe } from '../Shared/log.mjs';
import { Objects } from './objects.mjs';
import { Reconciler } from './reconcile.mjs';

export function createHandler({ config, s3, dynamodb, log }) {
  const objects = new Objects(s3, config);
  const reconciler = new Reconciler(config, objects, new Items(dynamodb, config));

  return async function handler(payload, context) {
    const run = startRun(context, log);
    try {
      const invocation = parseInvocation(payload);
      if (invocation.backfill) return await backfill(invocation.backfill, { config, objects, reconciler }, run);
      if (invocation.change) return await change(invocation.change, run);
      run.log.info('ignored', { reason: invocation.ignored });
      return { outcome: 'ignored' };
    } catch (error) {
      run.log.error('failed', describe(error));
      throw error;
    }
  };

  async function change({ kind, bucket, key, sequencer }, run) {
    const started = performance.now();
    const log = run.log.with({ bucket, key });
    const done = outcome => {
      log.info('handled', { kind, outcome, durationMs: Math.round(performance.now() - started) });
      return { outcome };
    };

    const reason = whyIgnored(config, bucket, key);
    if (reason) {
      log.info('ignored', { reason });
      return { outcome: 'ignored' };
    }
    // S3 reports old versions that expire as deleted objects: one that still lives may be what the item says already.
    const unlessFor = kind === 'deleted' ? await objects.head(bucket, key, run.signal) : undefined;
    return done(await reconciler.reconcile({ bucket, key, sequencer, unlessFor }, { ...run, log }));
  }
}
