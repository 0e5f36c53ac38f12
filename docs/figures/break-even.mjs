// Prints the tables of docs/choosing.md: from which use on a container costs less than a function. Prices of us-east-1 in
// USD, without free tiers, November 2026: those of the comparison, and beside them those of what is billed by use.
import { prices } from '../../bench/compare/lib/idle-cost.mjs';

const byUse = {
  gbSecond: { X86_64: 0.0000166667, ARM64: 0.0000133334 },
  millionInvocations: 0.2,
  millionHttpApiRequests: 1.0,
};
const eksCluster = 0.1; // an hour
const hostDisk = 2.4; // a month: 30 GB of gp3

const hours = 730;
const seconds = hours * 3600;
const fullCpu = 1769 / 1024; // GiB at which a function has one vCPU

const task = (processor, vcpu, gib) => (vcpu * prices.fargate[processor].vcpu + gib * prices.fargate[processor].gb) * hours;
const invocations = (milliseconds, gib = 1) => byUse.millionInvocations + 1000 * milliseconds * gib * byUse.gbSecond.X86_64;
const money = value => value.toFixed(2);
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');

function requests() {
  const tasks = 2 * task('X86_64', 0.25, 0.5) + prices.loadBalancer * hours;
  const networks = {
    'a VPC of your own': 0,
    '`PublicSubnets()`': 2 * prices.publicAddress * hours,
    '`Nat(1)`': (prices.natGateway + prices.publicAddress) * hours,
  };
  const rows = [20, 50, 100, 200, 500].map(milliseconds => {
    const million = invocations(milliseconds) + byUse.millionHttpApiRequests;
    const breakEvens = Object.values(networks).map(network => (tasks + network) / million);
    const busy = (breakEvens[0] * 1e6 * milliseconds) / 1000 / seconds;
    return [`${milliseconds} ms`, money(million), ...breakEvens.map(value => value.toFixed(1)), busy.toFixed(2)];
  });
  const head = ['time of a request', 'function, USD a million', ...Object.keys(networks), 'requests at a time'];
  return `${table(head, rows)}\n\nThe container side is ${money(tasks)} USD a month (a load balancer and two tasks of 0.25 vCPU and 512 MiB) and its network: `
    + `${Object.entries(networks).map(([name, value]) => `${money(value)} for ${name}`).join(', ')}.`;
}

function work() {
  const rows = ['X86_64', 'ARM64'].map(processor => {
    const lambda = fullCpu * byUse.gbSecond[processor] * 3600;
    const fargate = task(processor, 1, 2) / hours;
    return [processor === 'X86_64' ? '`X86_64`' : '`ARM_64`', money(lambda * hours), money(fargate * hours), `${Math.round((100 * fargate) / lambda)} %`];
  });
  return table(['processor', 'Lambda, 1,769 MiB, always busy', 'Fargate, 1 vCPU and 2 GiB, always there', 'Fargate costs less above'], rows);
}

function hosts() {
  const host = prices.instance['t3.medium'] * hours + hostDisk;
  const rows = [[0.25, 0.5], [0.5, 1]].map(([vcpu, gib]) => [`${vcpu} vCPU, ${gib} GiB`, money(2 * task('X86_64', vcpu, gib)), money(host)]);
  return table(['size of each task', 'two tasks on Fargate', 'one `t3.medium` host with its disk, which has room for two'], rows);
}

function idle() {
  return table(['what', 'USD a month, unused'], [
    ['function, HTTP API, REST API, queue, schedule, table on demand', '0.00'],
    ['Fargate task of 0.25 vCPU and 512 MiB', money(task('X86_64', 0.25, 0.5))],
    ['the same on `ARM64`', money(task('ARM64', 0.25, 0.5))],
    ['application load balancer', money(prices.loadBalancer * hours)],
    ['NAT gateway with its address', money((prices.natGateway + prices.publicAddress) * hours)],
    ['public address of a task', money(prices.publicAddress * hours)],
    ['Kinesis stream on demand', money(prices.kinesisStreamOnDemand * hours)],
    ['EKS cluster, without anything that runs in it', money(eksCluster * hours)],
  ]);
}

const tables = { requests, work, hosts, idle };
const wanted = process.argv[2];
if (wanted !== undefined && !(wanted in tables)) {
  console.error(`There is no table "${wanted}": ${Object.keys(tables).join(', ')}`);
  process.exit(1);
}

console.log((wanted === undefined ? Object.values(tables) : [tables[wanted]]).map(print => print()).join('\n\n'));
