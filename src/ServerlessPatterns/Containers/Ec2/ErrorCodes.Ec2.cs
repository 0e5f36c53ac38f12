namespace ServerlessPatterns;

/// <content>Load-balanced services on EC2.</content>
internal static partial class ErrorCodes
{
    public const string HostCount = "SP2270";
    public const string HostInstanceType = "SP2271";
    public const string HostImage = "SP2272";
    public const string HostLifetime = "SP2273";
    public const string HostsGivenAndSet = "SP2274";
}
