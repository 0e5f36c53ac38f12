using Constructs;

namespace ServerlessPatterns;

/// <summary>How long API Gateway waits for a function.</summary>
internal static class ApiTimeout
{
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
    private const double Seconds = 29;

    public static void WarnIfOutlasted(Construct scope, PatternFunction function, string meanwhile)
    {
        if (function.Resource?.Timeout is { } timeout && !timeout.IsUnresolved() && timeout.ToSeconds() > Seconds)
        {
            Notices.AddWarning(
                scope,
                "ServerlessPatterns:FunctionOutlastsApi",
                $"API Gateway waits {Seconds} seconds for an answer, unless its quota was raised: {meanwhile}, and what the function does then goes on unseen. Set a shorter FunctionSettings.Timeout.");
        }
    }
}
