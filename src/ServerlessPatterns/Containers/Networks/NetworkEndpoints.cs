using Amazon.CDK.AWS.EC2;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The endpoints through which tasks without a way into the internet reach what they use.</summary>
internal static class NetworkEndpoints
{
    /// <summary>
    /// The interface endpoints that the tasks need, by the id of the construct. Image layers come from S3, which has an
    /// endpoint of another kind.
    /// https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html
    /// </summary>
    public static IEnumerable<(string Id, string Service)> Needed(NetworkRequest request)
    {
        var task = request.Task;
        var secrets = task.Settings.Secrets?.Values.Select(secret => secret.IsParameter).ToList() ?? [];
        (bool Needed, string Id, string Service)[] endpoints =
        [
            (true, "EcrApiEndpoint", "ecr.api"),
            (true, "EcrDockerEndpoint", "ecr.dkr"),
            (true, "LogsEndpoint", "logs"),
            (secrets.Contains(false) || task.Source.HasCredentials, "SecretsManagerEndpoint", "secretsmanager"),
            (secrets.Contains(true), "SsmEndpoint", "ssm"),
            (task.EnableExecuteCommand, "SsmMessagesEndpoint", "ssmmessages"),
            (request.UsesQueue, "SqsEndpoint", "sqs"),
            (task.OnEc2, "EcsEndpoint", "ecs"),
            (task.OnEc2, "EcsAgentEndpoint", "ecs-agent"),
            (task.OnEc2, "EcsTelemetryEndpoint", "ecs-telemetry"),
        ];
        return endpoints.Where(endpoint => endpoint.Needed).Select(endpoint => (endpoint.Id, endpoint.Service));
    }

    public static SecurityGroup DefineSecurityGroup(Construct scope, IVpc vpc) => new(scope, "EndpointSecurityGroup", new SecurityGroupProps
    {
        Vpc = vpc,
        Description = "Endpoints of AWS services: HTTPS from the tasks and their hosts only",
        AllowAllOutbound = false,
    });

    public static IReadOnlyList<InterfaceVpcEndpoint> Define(Construct scope, IVpc vpc, SecurityGroup securityGroup, NetworkRequest request) =>
    [
        .. Needed(request).Select(endpoint => new InterfaceVpcEndpoint(scope, endpoint.Id, new InterfaceVpcEndpointProps
        {
            Vpc = vpc,
            Service = new InterfaceVpcEndpointAwsService(endpoint.Service),
            Subnets = new SubnetSelection { SubnetType = SubnetType.PRIVATE_ISOLATED },
            SecurityGroups = [securityGroup],
            Open = false,
            PrivateDnsEnabled = true,
        })),
    ];

    /// <summary>S3, where ECR keeps the layers of images: it costs nothing and saves what NAT gateways take for a GB.</summary>
    public static GatewayVpcEndpoint DefineS3(Construct scope, IVpc vpc) => new(scope, "S3Endpoint", new GatewayVpcEndpointProps
    {
        Vpc = vpc,
        Service = GatewayVpcEndpointAwsService.S3,
    });
}
