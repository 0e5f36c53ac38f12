using System.Text.RegularExpressions;

namespace ServerlessPatterns;

/// <summary>The checks of what every API has: access, limits, origins, domain.</summary>
internal static partial class ApiChecks
{
    // The quotas of an account and region: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
    public const double MaxRate = 10_000;
    public const double MaxBurst = 5_000;

    public static void Check(Checks checks, CrudApiProps props, ApiKind kind)
    {
        props.Access.Check(checks, nameof(props.Access), kind);
        CheckThrottling(checks, string.Empty, nameof(props.ThrottlingRateLimit), props.ThrottlingRateLimit, nameof(props.ThrottlingBurstLimit), props.ThrottlingBurstLimit, ErrorCodes.ApiThrottling);
        if (props.Cors is { } cors)
        {
            CheckCors(checks, nameof(props.Cors), cors);
        }

        if (props.Domain is { } domain)
        {
            CheckDomain(checks, nameof(props.Domain), domain);
        }
    }

    public static void CheckThrottling(Checks checks, string prefix, string rateName, double rate, string burstName, double burst, string code)
    {
        const string Fix = "More than an account has by itself is a quota to raise, and then a limit for ConfigureStage.";
        checks.WholeNumber(code, prefix + rateName, rate, 1, MaxRate, "requests a second", Fix);
        checks.WholeNumber(code, prefix + burstName, burst, 1, MaxBurst, "requests", Fix);
    }

    private static void CheckCors(Checks checks, string property, ApiCors cors)
    {
        var origins = cors.AllowOrigins;
        var at = $"{property}.{nameof(cors.AllowOrigins)}";
        checks.Require(origins.Count > 0, ErrorCodes.ApiCors, at, "no origin", "at least one", "Leave out Cors where no page of another origin calls the API.");
        checks.Require(origins.Count <= 1 || !origins.Contains("*"), ErrorCodes.ApiCors, at, "* beside other origins", "* alone, or origins", "Keep one of the two.");
        foreach (var origin in origins.Where(origin => origin != "*" && !Tokens.IsUnresolved(origin)))
        {
            checks.Require(Origin().IsMatch(origin), ErrorCodes.ApiCors, at, Checks.Quote(origin), "a scheme, a host and no path, as browsers send it, such as https://shop.example.com", "Leave out what comes after the host.");
        }

        checks.Require(!cors.AllowCredentials || !origins.Contains("*"), ErrorCodes.ApiCors, $"{property}.{nameof(cors.AllowCredentials)}", "credentials from every origin", "named origins: browsers refuse credentials together with *", "Name the origins.");
        foreach (var header in cors.AllowHeaders.Concat(cors.ExposeHeaders))
        {
            checks.Require(Header().IsMatch(header), ErrorCodes.ApiCors, property, Checks.Quote(header), "names of headers", "Give the names one by one.");
        }

        checks.Seconds(ErrorCodes.ApiCors, $"{property}.{nameof(cors.MaxAge)}", cors.MaxAge, 0, 86400, "Browsers keep the answer for a day at most.");
    }

    private static void CheckDomain(Checks checks, string property, ApiDomain domain)
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

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*://[a-z0-9.-]+(:\d{1,5})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Origin();

    [GeneratedRegex(@"^[!#$%&*+.^_|~0-9A-Za-z-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Header();

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DomainName();

    [GeneratedRegex(@"^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BasePath();
}
