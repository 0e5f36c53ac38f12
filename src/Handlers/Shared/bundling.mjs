import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What the bundlers of the handlers share. The packages are those of the handler in the folder. */
export function bundlerOf(folder) {
  const require = createRequire(join(folder, 'package.json'));
  const { build } = require('esbuild');
  const { zipSync } = require('fflate');

  return {
    /** The handler and its packages as one module, and the licences of those packages. */
    async bundle({ external = [] } = {}) {
      const { outputFiles, metafile } = await build({
        absWorkingDir: folder,
        entryPoints: ['index.mjs'],
        bundle: true,
        write: false,
        metafile: true,
        format: 'esm',
        platform: 'node',
        target: 'node20',
        mainFields: ['module', 'main'],
        external,
        // CommonJS packages of the SDK call require, which an ES module does not have.
        banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
      });
      return { 'index.mjs': outputFiles[0].contents, ...(await licencesOf(folder, Object.keys(metafile.inputs))) };
    },

    /** The same files give the same bytes, whatever machine, clock and time zone: the asset's hash is that of the zip. */
    async write(file, contents) {
      const attributes = { mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16, level: 6 };
      const sorted = Object.keys(contents).sort().map(path => [path, [contents[path], attributes]]);
      await mkdir(dirname(file), { recursive: true });
      // A bundle that is interrupted must not leave half a zip that looks up to date.
      await writeFile(`${file}.part`, zipSync(Object.fromEntries(sorted)));
      await rename(`${file}.part`, file);
    },
  };
}

async function licencesOf(folder, inputs) {
  const packages = new Set(inputs.map(path => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)).filter(Boolean).map(([path]) => path));
  const found = await Promise.all([...packages].map(async path => {
    const names = (await readdir(join(folder, path))).filter(name => /^licen[cs]e/i.test(name));
    return Promise.all(names.map(async name => [`licenses/${path.replace(/^.*node_modules\//, '')}/${name}`, await readFile(join(folder, path, name))]));
  }));
  return Object.fromEntries(found.flat());
}
