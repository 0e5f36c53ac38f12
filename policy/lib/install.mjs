import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Installs the packages of a folder's lock file unless they are there and no older than it. */
export function ensureInstalled(folder = fileURLToPath(new URL('..', import.meta.url))) {
  const modified = name => statSync(`${folder}/${name}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json')) return;

  // npm is a script on Windows, which spawn only finds through a shell.
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder, encoding: 'utf8', shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    throw new Error(`npm ci failed in ${folder}\n${npm.stdout ?? ''}${npm.stderr ?? ''}${npm.error ?? ''}`);
  }
}
