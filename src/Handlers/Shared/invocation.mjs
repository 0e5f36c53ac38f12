import { setMaxListeners } from 'node:events';

/** Time kept back for giving up in good order before Lambda ends the invocation. */
const reserve = total => Math.min(1_500, total / 4);

/** What one invocation hands down: who it is, how long it has, and where it logs. */
export function startRun(context, log) {
  const remaining = () => context.getRemainingTimeInMillis();
  const total = remaining();
  const signal = AbortSignal.timeout(Math.max(1, Math.floor(total - reserve(total))));
  // Each request listens, and more than ten sizes at once are no leak to warn of.
  setMaxListeners(0, signal);
  return {
    requestId: context.awsRequestId,
    log: log.with({ requestId: context.awsRequestId }),
    signal,
    remaining,
    /** Half of the time is for the work itself: what begins later would not end. */
    hasTimeFor: milliseconds => remaining() - milliseconds > total / 2,
  };
}
