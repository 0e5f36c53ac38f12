import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createWorld, wire } from './support/aws.mjs';
import { handlerDir, photo, require } from './support/handler.mjs';

const { unzipSync } = require('fflate');
const run = promisify(execFile);
const machines = { x64: 0x3e, arm64: 0xb7 };

let folder;
const zips = {};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thumbnail bundle '));
  await Promise.all(Object.keys(machines).map(arch => bundle(arch, arch)));
});
after(() => rm(folder, { recursive: true, force: true }));

async function bundle(arch, name, env = {}) {
  const file = join(folder, 'made by the bundler', `thumbnail-${name}.zip`);
  await run(process.execPath, [join(handlerDir, 'bundle.mjs'), '--arch', arch, '--out', file], { env: { ...process.env, ...env } });
  zips[name] = await readFile(file);
}

for (const [arch, machine] of Object.entries(machines)) {
  test(`the ${arch} bundle holds the native code of that architecture only`, () => {
    const entries = Object.entries(unzipSync(zips[arch]));
    const native = entries.filter(([path]) => /\.node$|\.so(\.|$)/.test(path));
    assert.deepEqual(native.map(([path]) => path.split('/lib/')[0]).sort(), [`node_modules/@img/sharp-libvips-linux-${arch}`, `node_modules/@img/sharp-linux-${arch}`]);
    for (const [path, bytes] of native) {
      assert.equal(Buffer.from(bytes.subarray(0, 4)).toString('latin1'), '\x7fELF', path);
      assert.equal(bytes[18] | (bytes[19] << 8), machine, path);
    }
  });

  test(`the ${arch} bundle fits what Lambda takes directly, and carries its licences`, () => {
    const entries = unzipSync(zips[arch]);
    assert.ok(zips[arch].length < 12_000_000, `${zips[arch].length} bytes`);
    assert.ok(Object.values(entries).reduce((sum, { length }) => sum + length, 0) < 40_000_000);
    for (const path of ['node_modules/sharp/LICENSE', `node_modules/@img/sharp-libvips-linux-${arch}/README.md`, 'licenses/@aws-sdk/client-s3/LICENSE'])
      assert.ok(entries[path], path);
    assert.ok(!Object.keys(entries).some(path => /\.d\.[cm]?ts$|\/src\/|esbuild|fflate/.test(path)));
  });
}

test('the same files give the same bytes, in any time zone', async () => {
  await bundle('x64', 'again', { TZ: 'Pacific/Auckland' });
  assert.ok(zips.again.equals(zips.x64));
});

test('an unknown architecture is refused with the usage', async () => {
  await assert.rejects(bundle('riscv64', 'none'), /usage: node bundle\.mjs --arch x64\|arm64 --out FILE\.zip/);
});

const here = process.platform === 'linux' && process.arch === 'x64' && process.report.getReport().header.glibcVersionRuntime;
test('the x64 bundle runs by itself', here ? wire : { skip: 'it runs on Linux x64 with glibc' }, async () => {
  const unzipped = join(folder, 'task');
  for (const [path, bytes] of Object.entries(unzipSync(zips.x64))) {
    await mkdir(dirname(join(unzipped, path)), { recursive: true });
    await writeFile(join(unzipped, path), bytes);
  }
  const world = await createWorld({ environment: { OUTPUT_FORMAT: 'webp' } });
  await world.put('rocket.jpg', photo('rocket.jpg'));

  const script = fileURLToPath(new URL('../support/invoke.mjs', import.meta.url));
  const { stdout } = await run(process.execPath, [script, unzipped, JSON.stringify(world.created('rocket.jpg', '01'))], { env: { ...process.env, ...world.env } });

  const lines = stdout.trim().split('\n').map(line => JSON.parse(line));
  assert.deepEqual(lines.at(-1), { outcome: 'complete' });
  assert.equal(lines.find(({ message }) => message === 'handled').outcome, 'complete');
  assert.deepEqual(await world.thumbnails(), ['thumbnails/large/rocket.jpg.webp', 'thumbnails/small/rocket.jpg.webp']);
});

test('the function says at its start what is missing in its environment', async () => {
  const script = fileURLToPath(new URL('../support/invoke.mjs', import.meta.url));
  await assert.rejects(run(process.execPath, [script, handlerDir, '{}'], { env: { ...process.env, AWS_REGION: 'us-east-1' } }), /TABLE_NAME must be a text that is not empty, but is not set/);
});
