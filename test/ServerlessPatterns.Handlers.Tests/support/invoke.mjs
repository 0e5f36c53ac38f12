// node invoke.mjs FOLDER EVENT: invokes the handler as Lambda would and prints what it returns.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const [folder, event] = process.argv.slice(2);
const { handler } = await import(pathToFileURL(join(folder, 'index.mjs')));
const end = Date.now() + 30_000;
console.log(JSON.stringify(await handler(JSON.parse(event), { awsRequestId: crypto.randomUUID(), getRemainingTimeInMillis: () => end - Date.now() })));
