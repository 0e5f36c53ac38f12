// node bundle.mjs --arch x64|arm64 --out path/to/thumbnail-x64.zip
import { execSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { zipSync } from 'fflate';

const here = dirname(fileURLToPath(import.meta.url));

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
  const { code, licences } = await bundle();
  const modules = await install(values.arch, staging);
  await write(resolve(values.out), { 'index.mjs': code, ...licences, ...modules });
} finally {
  await rm(staging, { recursive: true, force: true });
}

async function bundle() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: here,
    entryPoints: ['index.mjs'],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['sharp'],
    // CommonJS packages of the SDK call require, which an ES module does not have.
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
  });
  return { code: outputFiles[0].contents, licences: await licencesOf(Object.keys(metafile.inputs)) };
}

async function licencesOf(inputs) {
  const packages = new Set(inputs.map(path => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)).filter(Boolean).map(([path]) => path));
  const found = await Promise.all([...packages].map(async path => {
    const names = (await readdir(join(here, path))).filter(name => /^licen[cs]e/i.test(name));
    return Promise.all(names.map(async name => [`licenses/${path.replace(/^.*node_modules\//, '')}/${name}`, await readFile(join(here, path, name))]));
  }));
  return Object.fromEntries(found.flat());
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

/** The same files give the same bytes, whatever machine, clock and time zone: the asset's hash is that of the zip. */
async function write(file, contents) {
  const attributes = { mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16, level: 6 };
  const sorted = Object.keys(contents).sort().map(path => [path, [contents[path], attributes]]);
  await mkdir(dirname(file), { recursive: true });
  // A bundle that is interrupted must not leave half a zip that looks up to date.
  await writeFile(`${file}.part`, zipSync(Object.fromEntries(sorted)));
  await rename(`${file}.part`, file);
}
