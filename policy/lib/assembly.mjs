import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from './template.mjs';

/**
 * The templates of a cloud assembly: stacks, their nested stacks, and those of its stages.
 * The manifests are read, not the folder: cdk.out keeps the files of stacks that are gone.
 */
export function templatesOf(directory) {
  const artifacts = Object.entries(readJson(directory, 'manifest.json').artifacts ?? {});
  const stages = artifacts
    .filter(([, artifact]) => artifact.type === 'cdk:cloud-assembly')
    .flatMap(([, artifact]) => templatesOf(join(directory, artifact.properties.directoryName)));
  const stacks = artifacts
    .filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack')
    .flatMap(([id, stack]) => templateFiles(directory, artifacts, stack).map(file => new Template({
      file: join(directory, file),
      pattern: stack.displayName ?? id,
      json: readJson(directory, file),
    })));
  return [...stacks, ...stages];
}

// A nested stack's template is an asset of the stack around it.
function templateFiles(directory, artifacts, stack) {
  const assets = artifacts
    .filter(([id, artifact]) => artifact.type === 'cdk:asset-manifest' && stack.dependencies?.includes(id))
    .flatMap(([, artifact]) => Object.values(readJson(directory, artifact.properties.file).files ?? {}))
    .map(asset => asset.source?.path)
    .filter(path => path?.endsWith('.template.json'));
  return [...new Set([stack.properties.templateFile, ...assets])];
}

function readJson(directory, file) {
  return JSON.parse(readFileSync(join(directory, file), 'utf8'));
}
