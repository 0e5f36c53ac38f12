namespace ServerlessPatterns;

internal static partial class ErrorCodes
{
    public const string GitHubRepository = "SP2701";
    public const string GitHubIds = "SP2702";
    public const string GitHubNothingTrusted = "SP2703";
    public const string GitHubRefPattern = "SP2704";
    public const string GitHubEnvironment = "SP2705";
    public const string GitHubEnvironmentBranches = "SP2706";
    public const string GitHubIssuer = "SP2707";
    public const string GitHubOidcProvider = "SP2708";
    public const string GitHubTrustTooLong = "SP2709";
    public const string BootstrapQualifier = "SP2710";
    public const string BootstrapEnvironment = "SP2711";
    public const string GitHubSession = "SP2712";
    public const string GitHubRoleName = "SP2713";
    public const string GitHubRoleHookBroke = "SP2714";
}
