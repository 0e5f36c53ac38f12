import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { ensureInstalled } from '../lib/install.mjs';
import { Template } from '../lib/template.mjs';

ensureInstalled();
const { nagFindings } = await import('../lib/nag.mjs');

const temporary = mkdtempSync(join(tmpdir(), 'policy-test-'));
after(() => rmSync(temporary, { recursive: true, force: true }));

const thumbnails = readFileSync(new URL('fixtures/thumbnails.template.json', import.meta.url), 'utf8');

/** The exemptions that the thumbnail pipeline needs: the others would be stale where it stands alone. */
export const pipelineExemptions = JSON.parse(readFileSync(new URL('../exemptions.json', import.meta.url), 'utf8'))
  .filter(({ when }) => ['serviceStar', 'objectsBelowPrefix', 'hasFailureDestination', 'deadLetterEnd'].includes(when));

/** The template of the thumbnail pipeline, changed by the test. */
export function pipeline(change = () => {}) {
  const json = JSON.parse(thumbnails);
  change(json.Resources);
  return json;
}

/** Writes a cloud assembly of stacks: { name: template } or { name: { template, nested: { file: template } } }. */
export function assembly(stacks, { stages = {}, directory = mkdtempSync(join(temporary, 'out-')) } = {}) {
  const artifacts = {};
  const write = (file, content) => writeFileSync(join(directory, file), JSON.stringify(content));
  for (const [name, { template, nested = {} }] of Object.entries(stacks)) {
    const files = { [`${name}.template.json`]: template, ...nested };
    for (const [file, json] of Object.entries(files)) write(file, json);
    write(`${name}.assets.json`, { files: Object.fromEntries(Object.keys(files).map((path, key) => [key, { source: { path } }])) });
    artifacts[`${name}.assets`] = { type: 'cdk:asset-manifest', properties: { file: `${name}.assets.json` } };
    artifacts[name] = {
      type: 'aws:cloudformation:stack', displayName: name, dependencies: [`${name}.assets`],
      properties: { templateFile: `${name}.template.json` },
    };
  }
  for (const [name, inner] of Object.entries(stages)) {
    mkdirSync(join(directory, `assembly-${name}`));
    assembly(inner, { directory: join(directory, `assembly-${name}`) });
    artifacts[`assembly-${name}`] = { type: 'cdk:cloud-assembly', properties: { directoryName: `assembly-${name}` } };
  }
  write('manifest.json', { version: '38.0.0', artifacts });
  return directory;
}

/** What cdk-nag finds in one template, as rule[detail] resource. */
export function findingsIn(json) {
  const file = join(mkdtempSync(join(temporary, 'one-')), 'ThumbnailStack.template.json');
  writeFileSync(file, JSON.stringify(json));
  return nagFindings([new Template({ file, pattern: 'ThumbnailStack', json })]);
}
