import { fileURLToPath } from 'node:url';

const file = path => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const libraries = {
  ours: { name: 'ServerlessPatterns' },
  solutionsConstructs: { name: 'Solutions Constructs' },
  raw: { name: 'raw L2' },
  ecsPatterns: { name: 'aws-ecs-patterns' },
};

const ours = file('patterns/FunctionStatements.cs');
const solutionsConstructs = file('stacks/solutions-constructs.mjs');
const web = { ours, solutionsConstructs, raw: file('stacks/raw-web.mjs') };
const events = { ours, solutionsConstructs, raw: file('stacks/raw-events.mjs') };
const containers = { ours: file('patterns/ContainerStatements.cs'), ecsPatterns: file('stacks/ecs-patterns.mjs') };

/** The patterns, and the file that holds the statements of each library that has it. */
export const cases = [
  { id: 'thumbnails', title: 'uploads to thumbnails', statements: web },
  { id: 'crud', title: 'CRUD REST API', statements: web },
  { id: 'websocket', title: 'WebSocket API', statements: { ours, raw: web.raw } },
  { id: 'queue', title: 'queue to function', statements: events },
  { id: 'schedule', title: 'scheduled function', statements: events },
  { id: 'kinesis', title: 'Kinesis stream to function', statements: events },
  { id: 'table-stream', title: 'table stream to function', statements: events },
  { id: 'fargate', title: 'load-balanced Fargate service', statements: containers },
  { id: 'ec2', title: 'load-balanced EC2 service', statements: containers },
  { id: 'worker', title: 'queue to Fargate tasks', statements: containers },
  { id: 'task', title: 'scheduled Fargate task', statements: containers },
];
