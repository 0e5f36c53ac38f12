// A CDK app as the CLI sees it: a program that writes a cloud assembly. Deployed with the roles of the bootstrap stack.
import { mkdirSync, writeFileSync } from 'node:fs';

const folder = process.env.CDK_OUTDIR;
const role = name =>
  `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/cdk-localhost-${name}-role-\${AWS::AccountId}-\${AWS::Region}`;

const template = {
  Resources: {
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: `orders-${process.env.CDK_DEFAULT_ACCOUNT}` } },
    Cluster: { Type: 'AWS::ECS::Cluster' },
    Task: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: { Family: 'web', ContainerDefinitions: [{ Name: 'web', Image: 'web', Memory: 128 }] },
    },
    Service: {
      Type: 'AWS::ECS::Service',
      Properties: { ServiceName: 'web', Cluster: { Ref: 'Cluster' }, TaskDefinition: { Ref: 'Task' }, DesiredCount: 0 },
    },
  },
};
const manifest = {
  version: '36.0.0',
  artifacts: {
    Shop: {
      type: 'aws:cloudformation:stack',
      environment: 'aws://unknown-account/unknown-region',
      displayName: 'Shop',
      properties: {
        templateFile: 'Shop.template.json',
        assumeRoleArn: role('deploy'),
        cloudFormationExecutionRoleArn: role('cfn-exec'),
        lookupRole: { arn: role('lookup') },
      },
    },
  },
};

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/Shop.template.json`, JSON.stringify(template));
writeFileSync(`${folder}/manifest.json`, JSON.stringify(manifest));
