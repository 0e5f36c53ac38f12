namespace ServerlessPatterns;

internal static partial class ErrorCodes
{
    public const string ScheduleExpressionForm = "SP2301";
    public const string ScheduleCron = "SP2302";
    public const string ScheduleCronDays = "SP2303";
    public const string ScheduleRate = "SP2304";
    public const string ScheduleAt = "SP2305";
    public const string ScheduleTimeZone = "SP2306";
    public const string ScheduleWindow = "SP2307";
    public const string ScheduleDates = "SP2308";
    public const string ScheduleEngineUnknown = "SP2309";
    public const string ScheduleEngineUnable = "SP2310";
    public const string ScheduleInput = "SP2311";
    public const string ScheduleRetry = "SP2312";
    public const string ScheduleEventAge = "SP2313";
    public const string ScheduleGivenAndSet = "SP2314";
    public const string ScheduleHookBroke = "SP2315";
}
