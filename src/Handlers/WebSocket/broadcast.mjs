/** As many as the SDK has sockets: API Gateway takes some milliseconds for each. */
const concurrency = 50;
const loggedFailures = 10;

/** Sends a text to recipients as they are read, a limited number at a time, and says how it went. */
export async function broadcast(recipients, send, log) {
  const result = { delivered: 0, gone: 0, failed: 0, complete: true };
  const failures = [];

  const one = async recipient => {
    try {
      result[await send(recipient)] += 1;
    } catch (error) {
      result.failed += 1;
      failures.push({ connectionId: recipient.connectionId, errorType: error.name });
    }
  };
  const worker = async () => {
    for await (const recipient of recipients) await one(recipient);
  };

  const workers = await Promise.allSettled(Array.from({ length: concurrency }, worker));
  for (const { reason } of workers.filter(({ status }) => status === 'rejected')) {
    // The rest of the room could not be read. What was sent is sent, and the sender is told that it was not all.
    result.complete = false;
    failures.push({ errorType: reason.name });
  }
  if (failures.length > 0) log.error('not delivered', { ...result, failures: failures.slice(0, loggedFailures) });
  return result;
}
