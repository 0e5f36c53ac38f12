// A Lambda runtime for Node.js: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const post = (path, body) => fetch(`${api}/${path}`, { method: 'POST', body: JSON.stringify(body ?? null) });
const describe = error => ({ errorType: error?.name, errorMessage: error?.message, trace: error?.stack?.split('\n') });

const [file, name] = process.env._HANDLER.split('.');
const path = ['.mjs', '.js', '.cjs'].map(extension => join(process.env.LAMBDA_TASK_ROOT, file + extension)).find(existsSync);
let handler;
try {
  ({ [name]: handler } = await import(pathToFileURL(path)));
} catch (error) {
  await post('init/error', describe(error));
  process.exit(1);
}

for (;;) {
  const next = await fetch(`${api}/invocation/next`);
  const event = await next.json();
  const awsRequestId = next.headers.get('lambda-runtime-aws-request-id');
  const deadline = Number(next.headers.get('lambda-runtime-deadline-ms'));
  // The test's own: how far the clock goes on each time that the handler looks at it.
  const step = Number(next.headers.get('test-clock-step-ms') ?? 0);
  let looks = 0;
  const context = {
    awsRequestId,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    invokedFunctionArn: next.headers.get('lambda-runtime-invoked-function-arn'),
    getRemainingTimeInMillis: () => deadline - Date.now() - step * looks++,
  };
  try {
    await post(`invocation/${awsRequestId}/response`, await handler(event, context));
  } catch (error) {
    await post(`invocation/${awsRequestId}/error`, describe(error));
  }
}
