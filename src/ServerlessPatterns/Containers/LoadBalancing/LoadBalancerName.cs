using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>The name by which the metrics know a load balancer, such as <c>app/shop/50dc6c495c0c9188</c>.</summary>
internal static class LoadBalancerName
{
    /// <summary>Reads it out of the ARN of a load balancer or of one of its listeners, which have it after the first slash.</summary>
    public static string In(string arn)
    {
        var parts = Fn.Split("/", arn);
        return $"{Fn.Select(1, parts)}/{Fn.Select(2, parts)}/{Fn.Select(3, parts)}";
    }
}
