namespace ServerlessPatterns;

/// <summary>What the hosts of a <see cref="LoadBalancedEc2Service"/> run; the newest image of it when a host starts.</summary>
public enum HostImage
{
    /// <summary>Amazon Linux 2023, optimised for ECS.</summary>
    AmazonLinux2023,

    /// <summary>Bottlerocket: made for containers alone, with a read-only root and no shell.</summary>
    Bottlerocket,
}
