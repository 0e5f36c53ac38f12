import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../../../policy/lib/install.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));

// CDK 2.262 and newer validate templates, which the version that our patterns are built on does not: off for all.
const validation = { CDK_VALIDATION: 'false' };

/** Builds and installs what `synthesise` runs. */
export function prepare() {
  ensureInstalled(folder);
  run('dotnet', ['build', `${folder}patterns`, '--nologo', '--verbosity', 'quiet']);
}

/** Synthesises a library's stacks, or those of the patterns that are named, in a process of its own. */
export function synthesise(library, outdir, ...patterns) {
  if (library === 'ours') run('dotnet', [`${folder}patterns/bin/Debug/net10.0/Patterns.dll`, outdir, `${folder}handler`, ...patterns]);
  else run(process.execPath, [`${folder}stacks/synth.mjs`, library, outdir, ...patterns]);
}

function run(command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...validation } });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed\n${error ?? ''}${stdout ?? ''}${stderr ?? ''}`);
}
