// node bundle.mjs --arch x64|arm64 --out path/to/thumbnail-x64.zip
import { execSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundlerOf } from '../Shared/bundling.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { bundle, write } = bundlerOf(here);

/** Needed by no import; everything else stays, package.json and licences above all. */
const unneeded = [/^sharp\/(src|install)\//, /^@img\/sharp-libvips-[^/]+\/lib\/glib-2\.0\//, /\.d\.[cm]?ts$/, /^semver\/bin\//, /^\./];
/** The README of libvips is the list of its libraries and their licences; the others only explain. */
const readme = /^(?!@img\/sharp-libvips-).*\/README\.md$/;

const { values } = parseArgs({ options: { arch: { type: 'string' }, out: { type: 'string' } } });
if (!['x64', 'arm64'].includes(values.arch) || !values.out) {
  console.error('usage: node bundle.mjs --arch x64|arm64 --out FILE.zip');
  process.exit(1);
}

const staging = await mkdtemp(join(tmpdir(), 'thumbnail-bundle-'));
try {
  const code = await bundle({ external: ['sharp'] });
  const modules = await install(values.arch, staging);
  await write(resolve(values.out), { ...code, ...modules });
} finally {
  await rm(staging, { recursive: true, force: true });
}

async function install(arch, folder) {
  for (const name of ['package.json', 'package-lock.json']) await cp(join(here, name), join(folder, name));
  // Through a shell, as npm is a .cmd file on Windows; the folder, whose name may hold anything, is no argument.
  execSync(`npm ci --omit=dev --os=linux --cpu=${arch} --libc=glibc --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error`, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

  const root = join(folder, 'node_modules');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1).replaceAll('\\', '/'))
    .filter(path => !readme.test(path) && !unneeded.some(pattern => pattern.test(path)));
  return Object.fromEntries(await Promise.all(paths.map(async path => [`node_modules/${path}`, await readFile(join(root, path))])));
}
