import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** Installs the packages of the lock file unless they are there and no older than it. */
export function ensureInstalled() {
  const lock = modified('package-lock.json');
  if (modified('node_modules/.package-lock.json') >= lock) return;

  // npm is a script on Windows, which spawn only finds through a shell.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder, encoding: 'utf8', shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    throw new Error(`npm ci failed in policy/\n${npm.stdout ?? ''}${npm.stderr ?? ''}${npm.error ?? ''}`);
  }
}

function modified(name) {
  return statSync(`${folder}/${name}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
