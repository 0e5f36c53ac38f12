namespace ServerlessPatterns;

/// <content>Load-balanced services.</content>
internal static partial class ErrorCodes
{
    public const string LoadBalancerGivenAndSet = "SP2251";
    public const string LoadBalancerProtocol = "SP2252";
    public const string LoadBalancerDomain = "SP2253";
    public const string LoadBalancerSubnets = "SP2254";
    public const string LoadBalancerPeers = "SP2255";
    public const string LoadBalancerLogs = "SP2256";
    public const string ListenerRouting = "SP2257";
    public const string ListenerPriority = "SP2258";
    public const string ListenerConditions = "SP2259";
    public const string TargetHealthCheckPath = "SP2260";
    public const string TargetHealthCheckCodes = "SP2261";
    public const string TargetHealthCheckTiming = "SP2262";
    public const string TargetDeregistration = "SP2263";
    public const string ServiceTaskCount = "SP2264";
    public const string ServiceScalingTarget = "SP2265";
    public const string ServiceCooldown = "SP2266";
    public const string ServiceSpotShare = "SP2267";
    public const string ServiceRollbackWithoutAlarms = "SP2268";
    public const string ServiceHookBroke = "SP2269";
}
