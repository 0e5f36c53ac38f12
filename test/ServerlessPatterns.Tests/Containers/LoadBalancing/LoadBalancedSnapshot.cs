using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>What the snapshots of both kinds of service set alike.</summary>
internal static class LoadBalancedSnapshot
{
    public static ServiceInput EverythingSet(Stack stack) => new()
    {
        ContainerPort = 5000,
        ContainerSettings = new()
        {
            Cpu = 512,
            MemoryLimitMiB = 1024,
            Environment = PatternSnapshot.Environment,
            LogRetention = RetentionDays.ONE_YEAR,
            StopTimeout = Duration.Seconds(60),
        },
        Network = Network.Nat(1),
        PublicAccess = true,
        AllowedPeers = [Peer.Ipv4("203.0.113.0/24"), Peer.PrefixList("pl-1")],
        DomainName = "shop.example.com",
        HostedZone = ServiceInput.Zone(stack),
        LoadBalancerDeletionProtection = true,
        AccessLogsPrefix = "logs/shop",
        Waf = new() { RateLimit = 500 },
        HealthCheck = new()
        {
            Path = "/health",
            HealthyHttpCodes = "200-299",
            Interval = Duration.Seconds(15),
            Timeout = Duration.Seconds(6),
            HealthyThreshold = 3,
            UnhealthyThreshold = 4,
            GracePeriod = Duration.Minutes(2),
        },
        DeregistrationDelay = Duration.Seconds(60),
        Scaling = new()
        {
            MinTasks = 3,
            MaxTasks = 30,
            CpuUtilization = 50,
            MemoryUtilization = 70,
            RequestsPerTask = 2000,
            ScaleInCooldown = Duration.Minutes(5),
            ScaleOutCooldown = Duration.Seconds(30),
        },
        EnableExecuteCommand = true,
        EncryptionKey = new Key(stack, "Key"),
        RemovalPolicy = RemovalPolicy.DESTROY,
        Monitoring = PatternSnapshot.Monitoring(stack),
    };
}
