/**
 * One flat JSON object a line, written to stdout itself. With Lambda's JSON log format, console.log
 * would nest an object under "message" and escape a string once more; a line written to stdout that
 * is JSON with "timestamp" and "level" is taken as it is, and filtered by the function's log level.
 */
export function createLog(write = line => process.stdout.write(line), fields = {}) {
  const at = level => (message, more = {}) =>
    write(`${JSON.stringify({ timestamp: new Date().toISOString(), level, message, ...fields, ...more })}\n`);
  return {
    info: at('INFO'),
    warn: at('WARN'),
    error: at('ERROR'),
    with: more => createLog(write, { ...fields, ...more }),
  };
}

/** Chosen fields only: an SDK error also carries the response, and with it the signed request. */
export function describe(error) {
  return {
    errorType: error.name,
    errorMessage: error.message,
    httpStatusCode: error.$metadata?.httpStatusCode,
    awsRequestId: error.$metadata?.requestId,
  };
}
