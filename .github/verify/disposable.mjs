// The gallery as an app whose stacks leave nothing behind, for an account that holds nothing else.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { status } = spawnSync('dotnet', ['run', '--project', join('..', '..', 'examples', 'Gallery')], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

for (const name of readdirSync(process.env.CDK_OUTDIR).filter(file => file.endsWith('.template.json'))) {
  const file = join(process.env.CDK_OUTDIR, name);
  const template = JSON.parse(readFileSync(file, 'utf8'));
  for (const resource of Object.values(template.Resources)) {
    for (const policy of ['DeletionPolicy', 'UpdateReplacePolicy']) {
      if (policy in resource) resource[policy] = 'Delete';
    }
    if (resource.Type === 'AWS::ECR::Repository') resource.Properties.EmptyOnDelete = true;
  }
  writeFileSync(file, JSON.stringify(template));
}
