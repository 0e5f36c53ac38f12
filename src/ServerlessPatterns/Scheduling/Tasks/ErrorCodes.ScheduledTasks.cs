namespace ServerlessPatterns;

/// <content>Scheduled tasks.</content>
internal static partial class ErrorCodes
{
    public const string ScheduledTaskCount = "SP2350";
    public const string ScheduledTaskPlatform = "SP2351";
    public const string ScheduledTaskSecurityGroups = "SP2352";
    public const string ScheduledTaskOverrides = "SP2353";
    public const string ScheduledTaskHookBroke = "SP2354";
}
