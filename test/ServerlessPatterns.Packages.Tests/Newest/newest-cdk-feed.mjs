// Makes NuGet packages of CDK libraries that a feed may lack, the way AWS makes them: from their npm packages, with jsii-pacmak.
//
//   node newest-cdk-feed.mjs FOLDER NAME@VERSION...
//
// FOLDER then holds a .nupkg file for each. It needs npm and dotnet; everything else is fetched, and removed at the end.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PACMAK = 'jsii-pacmak@1.140.0';

// The framework that pacmak writes into a project is out of support, and feeds may no longer have it.
const FRAMEWORK = 'net8.0';

const [folder, ...modules] = process.argv.slice(2);
if (!folder || modules.length === 0) {
  console.error('usage: newest-cdk-feed.mjs FOLDER NAME@VERSION...');
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'newest-cdk-feed-'));
try {
  writeFileSync(join(work, 'package.json'), '{ "private": true }');
  run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', PACMAK, 'jsii-rosetta', ...modules);
  const packed = join(work, 'packed');
  for (const module of modules) {
    const name = module.slice(0, module.lastIndexOf('@'));
    const code = join(work, 'code', name);
    const pacmak = join(work, 'node_modules', 'jsii-pacmak', 'bin', 'jsii-pacmak');
    run(process.execPath, pacmak, '--targets', 'dotnet', '--code-only', '--no-parallel', '--outdir', code, join(work, 'node_modules', name));
    run('dotnet', 'pack', project(code), '--configuration', 'Release', '--output', packed,
      '-p:GeneratePackageOnBuild=false', '--nologo', '-verbosity:quiet', '-nodeReuse:false', '-p:UseSharedCompilation=false');
  }

  // All at once at the end: what lies in the folder is whole.
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(packed).filter((file) => file.endsWith('.nupkg'))) {
    move(join(packed, file), resolve(folder, file));
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function run(program, ...args) {
  // npm is a script on Windows, which only a shell starts.
  const shell = program === 'npm' && process.platform === 'win32';
  try {
    execFileSync(program, args, { cwd: work, shell, stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')}\n${error.stdout ?? ''}${error.stderr ?? error.message}`);
  }
}

function project(code) {
  const file = join(code, readdirSync(code, { recursive: true }).find((path) => path.endsWith('.csproj')));
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(<TargetFramework>)[^<]*/, `$1${FRAMEWORK}`));
  return file;
}

// The temporary folder may be on another disk, where a rename is not enough.
function move(from, to) {
  copyFileSync(from, `${to}.part`);
  renameSync(`${to}.part`, to);
}
