using System.Text.RegularExpressions;

namespace ServerlessPatterns;

/// <summary>The checks of what both kinds of CRUD API have: access, limits, origins, domain.</summary>
internal static partial class CrudApiChecks
{
    public static void Check(Checks checks, CrudApiProps props, ApiKind kind)
    {
        props.Access.Check(checks, nameof(props.Access), kind);
        ApiChecks.CheckThrottling(checks, string.Empty, nameof(props.ThrottlingRateLimit), props.ThrottlingRateLimit, nameof(props.ThrottlingBurstLimit), props.ThrottlingBurstLimit, ErrorCodes.ApiThrottling);
        if (props.Cors is { } cors)
        {
            CheckCors(checks, nameof(props.Cors), cors);
        }

        if (props.Domain is { } domain)
        {
            ApiChecks.CheckDomain(checks, nameof(props.Domain), domain);
        }
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

    [GeneratedRegex(@"^[a-z][a-z0-9+.-]*://[a-z0-9.-]+(:\d{1,5})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Origin();

    [GeneratedRegex(@"^[!#$%&*+.^_|~0-9A-Za-z-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Header();
}
