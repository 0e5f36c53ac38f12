using System.Text.RegularExpressions;

namespace ServerlessPatterns;

/// <summary>The checks of what every kind of API has: limits and a domain.</summary>
internal static partial class ApiChecks
{
    // The quotas of an account and region: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
    public const double MaxRate = 10_000;
    public const double MaxBurst = 5_000;

    public static void CheckThrottling(Checks checks, string prefix, string rateName, double rate, string burstName, double burst, string code)
    {
        const string Fix = "More than an account has by itself is a quota to raise, and then a limit for ConfigureStage.";
        checks.WholeNumber(code, prefix + rateName, rate, 1, MaxRate, "requests a second", Fix);
        checks.WholeNumber(code, prefix + burstName, burst, 1, MaxBurst, "requests", Fix);
    }

    public static void CheckDomain(Checks checks, string property, ApiDomain domain)
    {
        checks.Require(
            domain.DomainName is { } name && (Tokens.IsUnresolved(name) || DomainName().IsMatch(name)),
            ErrorCodes.ApiDomain,
            $"{property}.{nameof(domain.DomainName)}",
            domain.DomainName is null ? null : Checks.Quote(domain.DomainName),
            "a name in lower case, such as api.example.com",
            "Leave out the scheme and the path.");
        checks.Require(domain.Certificate is not null, ErrorCodes.ApiDomain, $"{property}.{nameof(domain.Certificate)}", null, "the certificate of the name", "Set it; it must be in the region of the API.");
        checks.Require(domain.HostedZone is not null, ErrorCodes.ApiDomain, $"{property}.{nameof(domain.HostedZone)}", null, "the hosted zone that gets the records", "Set it.");
        checks.Require(
            domain.BasePath is null || BasePath().IsMatch(domain.BasePath),
            ErrorCodes.ApiDomain,
            $"{property}.{nameof(domain.BasePath)}",
            Checks.Quote(domain.BasePath ?? string.Empty),
            "segments of letters, digits, hyphens, dots and underscores, without a slash at the ends",
            "Give v1, for instance, or leave it out.");
    }

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DomainName();

    [GeneratedRegex(@"^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BasePath();
}
