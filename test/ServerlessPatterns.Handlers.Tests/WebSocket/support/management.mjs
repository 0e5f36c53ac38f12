import { createServer } from 'node:http';

/**
 * Stands in for API Gateway's management API: records what is sent to connections, and answers as a test says. A stage
 * has its name in the path, as on AWS.
 */
export async function startManagement() {
  const posts = [];
  const answers = [];
  let underWay = 0;
  let mostUnderWay = 0;

  const server = createServer(async (incoming, outgoing) => {
    mostUnderWay = Math.max(mostUnderWay, ++underWay);
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const [, connectionId] = /^\/prod\/@connections\/(.+)$/.exec(decodeURIComponent(incoming.url)) ?? [];
    const text = Buffer.concat(chunks).toString();
    const post = { method: incoming.method, connectionId, text, signed: incoming.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') };
    posts.push(post);
    const answer = answers.find(({ matches, times }) => times > 0 && matches(post));
    if (answer) answer.times -= 1;
    await answer?.before?.(post);
    underWay -= 1;
    if (!answer?.status) return void outgoing.writeHead(200).end();
    outgoing.writeHead(answer.status, { 'content-type': 'application/json', 'x-amzn-errortype': answer.error }).end(JSON.stringify({ message: answer.error }));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  // The tests of a file share it, and end without closing it.
  server.unref();

  const to = target => (typeof target === 'string' ? ({ connectionId }) => connectionId === target : target);
  const rule = (target, behaviour, times = Infinity) => answers.push({ matches: to(target), times, ...behaviour });
  return {
    url: `http://127.0.0.1:${server.address().port}/prod`,
    posts,
    mostUnderWay: () => mostUnderWay,
    sentTo: connectionId => posts.filter(post => post.connectionId === connectionId).map(({ text }) => JSON.parse(text)),
    gone: (target, times) => rule(target, { status: 410, error: 'GoneException' }, times),
    throttled: (target, times) => rule(target, { status: 429, error: 'LimitExceededException' }, times),
    broken: (target, times) => rule(target, { status: 500, error: 'InternalFailure' }, times),
    forbidden: (target, times) => rule(target, { status: 403, error: 'ForbiddenException' }, times),
    slow: (target, milliseconds) => rule(target, { before: () => new Promise(resolve => setTimeout(resolve, milliseconds)) }),
    before: (target, action) => rule(target, { before: action }, 1),
    clear: () => {
      posts.splice(0);
      answers.splice(0);
      mostUnderWay = 0;
    },
  };
}
