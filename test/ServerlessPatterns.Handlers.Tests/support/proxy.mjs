import { createServer, request } from 'node:http';

/**
 * Stands in front of the emulator, records every call, and lets a test fail, hold or cut chosen ones.
 * A call is named as its SDK command, so that a rule reads like the code that it disturbs.
 */
export async function startProxy() {
  const calls = [];
  const rules = [];
  let writes = Promise.resolve();
  const target = new URL(process.env.AWS_ENDPOINT_URL);

  const server = createServer(async (incoming, outgoing) => {
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const call = { name: commandOf(incoming), path: decodeURIComponent(incoming.url.split('?')[0]), body: body.toString('latin1') };
    calls.push(call);
    const rule = rules.find(({ matches, times }) => times > 0 && matches(call));
    if (rule) rule.times -= 1;
    await rule?.before?.(call);
    if (rule?.answer) return rule.answer(outgoing);

    // moto checks the condition of a write and writes in two steps, with no lock; DynamoDB does both as one.
    let written = () => {};
    if (writing.includes(call.name)) {
      const earlier = writes;
      writes = new Promise(resolve => (written = resolve));
      await earlier;
    }

    const forwarded = request({ host: target.hostname, port: target.port, method: incoming.method, path: incoming.url, headers: incoming.headers }, answer => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      if (!rule?.half) return void answer.pipe(outgoing);
      answer.once('data', chunk => outgoing.write(chunk.subarray(0, chunk.length / 2), () => rule.half(outgoing)));
    });
    forwarded.on('close', written);
    forwarded.end(body);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));

  const rule = (matches, behaviour, times = 1) => rules.push({ matches: typeof matches === 'string' ? ({ name }) => name === matches : matches, times, ...behaviour });
  return {
    endpoint: `http://127.0.0.1:${server.address().port}`,
    calls,
    names: () => [...new Set(calls.map(({ name }) => name))].sort(),
    count: name => calls.filter(call => call.name === name).length,
    fail: (matches, answer, times) => rule(matches, { answer }, times),
    cut: matches => rule(matches, { half: outgoing => outgoing.destroy() }),
    /** Resolves `closed` when the caller gives up. */
    stall: matches => ({ closed: new Promise(resolve => rule(matches, { half: outgoing => outgoing.on('close', resolve) })) }),
    /** Resolves `arrived` when the call comes in, and lets it through after `release`. */
    hold: matches => {
      let release;
      const released = new Promise(resolve => (release = resolve));
      const arrived = new Promise(resolve => rule(matches, { before: call => (resolve(call), released) }));
      return { arrived, release };
    },
    clear: () => rules.splice(0),
    close: () => {
      server.closeAllConnections();
      return new Promise(resolve => server.close(resolve));
    },
  };
}

const writing = ['DeleteItem', 'PutItem', 'TransactWriteItems', 'UpdateItem'];

/** S3 answers with XML, DynamoDB with JSON. */
export const slowDown = outgoing =>
  outgoing.writeHead(503, { 'content-type': 'application/xml' }).end('<Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message></Error>');

export const throttled = outgoing =>
  outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' })
    .end('{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"too fast"}');

function commandOf({ method, url, headers }) {
  const dynamodb = headers['x-amz-target'];
  if (dynamodb) return dynamodb.split('.')[1];
  if (url.includes('list-type=2')) return 'ListObjectsV2';
  return { GET: 'GetObject', HEAD: 'HeadObject', PUT: 'PutObject', DELETE: 'DeleteObject' }[method];
}
