namespace ServerlessPatterns;

/// <content>Containers and their networks.</content>
internal static partial class ErrorCodes
{
    public const string ContainerSize = "SP2201";
    public const string ContainerStorage = "SP2202";
    public const string ContainerVariableName = "SP2203";
    public const string ContainerVariableTaken = "SP2204";
    public const string ContainerStopTimeout = "SP2205";
    public const string ContainerHealthCheck = "SP2206";
    public const string ContainerPort = "SP2207";
    public const string ContainerCommand = "SP2208";
    public const string ContainerRegistryName = "SP2209";
    public const string ContainerReadOnlyExec = "SP2210";
    public const string ContainerWritablePath = "SP2211";
    public const string ContainerHookBroke = "SP2212";

    public const string NetworkChoice = "SP2221";
    public const string NetworkOutOfReach = "SP2222";
    public const string NetworkNatCount = "SP2223";
    public const string NetworkZones = "SP2224";
    public const string NetworkSubnets = "SP2225";
    public const string NetworkOfHosts = "SP2226";
    public const string NetworkGivenAndSet = "SP2227";
    public const string NetworkHookBroke = "SP2228";

    public const string RepositoryName = "SP2241";
    public const string RepositoryLifecycle = "SP2242";
    public const string RepositoryHookBroke = "SP2243";
}
