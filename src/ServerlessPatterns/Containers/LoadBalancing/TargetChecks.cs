using System.Globalization;
using System.Text.RegularExpressions;

namespace ServerlessPatterns;

/// <summary>The checks of a target group.</summary>
/// <remarks>https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html</remarks>
internal static partial class TargetChecks
{
    public static void Check(Checks checks, LoadBalancedServiceProps props)
    {
        const string At = $"{nameof(props.HealthCheck)}.";
        var check = props.HealthCheck;
        checks.Require(
            Tokens.IsUnresolved(check.Path) || Path().IsMatch(check.Path),
            ErrorCodes.TargetHealthCheckPath,
            At + nameof(check.Path),
            Checks.Quote(check.Path),
            "1 to 1,024 printable characters without white space, beginning with /",
            "Give the path alone, such as /health.");
        checks.Require(
            Tokens.IsUnresolved(check.HealthyHttpCodes) || AreCodes(check.HealthyHttpCodes),
            ErrorCodes.TargetHealthCheckCodes,
            At + nameof(check.HealthyHttpCodes),
            Checks.Quote(check.HealthyHttpCodes),
            "status codes from 200 to 499, such as 200, 200,204 or 200-299",
            "A redirect to another page is 301 or 302, not 200.");
        CheckTiming(checks, At, check);
        checks.Seconds(ErrorCodes.TargetDeregistration, nameof(props.DeregistrationDelay), props.DeregistrationDelay, 0, 3600, "Give what the longest request takes; 30 to 60 seconds suit most services.");
    }

    private static void CheckTiming(Checks checks, string at, TargetHealthCheck check)
    {
        const string Code = ErrorCodes.TargetHealthCheckTiming;
        checks.Seconds(Code, at + nameof(check.Interval), check.Interval, 5, 300, "Load balancers check no more often and no less.");
        checks.Seconds(Code, at + nameof(check.Timeout), check.Timeout, 2, 120, "Give less than Interval.");
        checks.WholeNumber(Code, at + nameof(check.HealthyThreshold), check.HealthyThreshold, 2, 10, "checks", "The load balancer takes no other number.");
        checks.WholeNumber(Code, at + nameof(check.UnhealthyThreshold), check.UnhealthyThreshold, 2, 10, "checks", "The load balancer takes no other number.");
        checks.Seconds(Code, at + nameof(check.GracePeriod), check.GracePeriod, 0, int.MaxValue, "Give the time that the app needs to start.");
        var (interval, timeout) = (check.IntervalOrDefault, check.TimeoutOrDefault);
        if (!interval.IsUnresolved() && !timeout.IsUnresolved())
        {
            checks.Require(
                timeout.ToMilliseconds() < interval.ToMilliseconds(),
                Code,
                at + nameof(check.Timeout),
                $"{timeout.ToMilliseconds() / 1000} seconds",
                $"less than the interval of {interval.ToMilliseconds() / 1000} seconds",
                "A check has to end before the next begins.");
        }
    }

    private static bool AreCodes(string codes) => Codes().IsMatch(codes)
        && Code().Matches(codes).All(match => int.Parse(match.Value, CultureInfo.InvariantCulture) is >= 200 and <= 499);

    [GeneratedRegex("^/[!-~]{0,1023}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Path();

    [GeneratedRegex(@"^\d{3}(-\d{3})?(,\d{3}(-\d{3})?)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Codes();

    [GeneratedRegex(@"\d{3}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
