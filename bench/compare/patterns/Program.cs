using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.Lambda;
using Compare;
using ServerlessPatterns;

// Patterns OUTDIR HANDLER [PATTERN...]: one stack a pattern, all of them unless some are named.
var makers = new Dictionary<string, Action<Stack>>
{
    ["thumbnails"] = FunctionStatements.Thumbnails,
    ["crud"] = FunctionStatements.Crud,
    ["websocket"] = FunctionStatements.WebSocket,
    ["queue"] = stack => FunctionStatements.Queue(stack, Code()),
    ["schedule"] = stack => FunctionStatements.Schedule(stack, Code()),
    ["kinesis"] = stack => FunctionStatements.Kinesis(stack, Code()),
    ["table-stream"] = stack => FunctionStatements.TableStream(stack, Code()),
    ["fargate"] = stack => ContainerStatements.Fargate(stack, ImagesOf(stack), CertificateOf(stack)),
    ["ec2"] = stack => ContainerStatements.Ec2(stack, ImagesOf(stack), CertificateOf(stack)),
    ["worker"] = stack => ContainerStatements.Worker(stack, ImagesOf(stack)),
    ["task"] = stack => ContainerStatements.Task(stack, ImagesOf(stack)),
};

var app = new App(new AppProps { Outdir = args[0], AnalyticsReporting = false });
var wanted = args.Length > 2 ? args[2..] : [.. makers.Keys];
foreach (var id in wanted)
{
    // A name that no pattern has makes an empty stack: what any CDK app in C# costs before it makes anything.
    makers.GetValueOrDefault(id, _ => { })(new Stack(app, id));
}

app.Synth();

FunctionCode Code() => FunctionCode.FromDirectory(args[1], new Runtime("nodejs24.x", RuntimeFamily.NODEJS), "index.handler");

static IRepository ImagesOf(Stack stack) => Repository.FromRepositoryName(stack, "Images", "shop");

static ICertificate CertificateOf(Stack stack) =>
    Certificate.FromCertificateArn(stack, "Certificate", "arn:aws:acm:us-east-1:123456789012:certificate/1");
