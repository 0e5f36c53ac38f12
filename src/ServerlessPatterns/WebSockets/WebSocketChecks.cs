using System.Text.RegularExpressions;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="WebSocketBackendProps"/>.</summary>
internal static partial class WebSocketChecks
{
    public static void ThrowIfInvalid(Construct scope, string id, WebSocketBackendProps props)
    {
        var checks = new Checks();
        props.Access.Check(checks, nameof(props.Access));
        CheckRoutes(checks, props);
        CheckStage(checks, props);
        checks.Bytes(
            ErrorCodes.WebSocketMessageSize,
            nameof(props.MaxMessageSize),
            props.MaxMessageSize,
            1,
            WebSocketDefaults.MaxMessageBytes,
            "API Gateway takes no larger message: keep the data in S3, and send its key.");
        checks.Require(
            props.Table is null || props.ConfigureTable is null,
            ErrorCodes.WebSocketGivenAndSet,
            nameof(props.ConfigureTable),
            $"a setting beside {nameof(props.Table)}",
            "one of the two: what is given is never reconfigured",
            $"Leave out {nameof(props.ConfigureTable)} or {nameof(props.Table)}.");
        FunctionChecks.Check(checks, nameof(props.FunctionSettings), WebSocketFunction.RequestWithoutNames(props), props.Monitoring);
        checks.ThrowIfAny(nameof(WebSocketBackend), scope, id);
    }

    private static void CheckRoutes(Checks checks, WebSocketBackendProps props)
    {
        for (var i = 0; i < props.Routes.Count; i++)
        {
            CheckRoute(checks, $"{nameof(props.Routes)}[{i}]", props.Routes[i], [.. props.Routes.Take(i).Select(route => route.RouteKey)]);
        }

        var count = WebSocketRouteKeys.RoutesOf(props).Count();
        checks.Require(
            count <= WebSocketDefaults.MaxRoutes,
            ErrorCodes.WebSocketRouteCount,
            nameof(props.Routes),
            $"{count} routes with the three that are always there",
            $"{WebSocketDefaults.MaxRoutes} at most",
            "Let one function tell the rest apart in $default.");
        checks.Require(
            WebSocketRouteKeys.ActionPath(props.RouteSelectionExpression) is not null,
            ErrorCodes.WebSocketSelection,
            nameof(props.RouteSelectionExpression),
            props.RouteSelectionExpression is { } expression ? Checks.Quote(expression) : null,
            "$request.body. and the name of a JSON member, or several with dots between them",
            "Write $request.body.action, for instance.");
    }

    private static void CheckRoute(Checks checks, string property, WebSocketBackendRoute route, string[] earlier)
    {
        var key = $"{property}.{nameof(route.RouteKey)}";
        checks.Require(
            WebSocketRouteKeys.IsValid(route.RouteKey),
            ErrorCodes.WebSocketRouteKey,
            key,
            route.RouteKey is null ? null : Checks.Quote(route.RouteKey),
            "$connect, $disconnect, $default, or 1 to 128 letters, digits, hyphens, dots and underscores",
            "Give the text that stands in the messages, such as send.");
        checks.Require(
            !earlier.Contains(route.RouteKey, StringComparer.Ordinal),
            ErrorCodes.WebSocketRouteTwice,
            key,
            Checks.Quote(route.RouteKey ?? string.Empty),
            "one route a key",
            "Remove one of the two.");
        checks.Require(
            !route.ReturnsResponse || route.RouteKey is null || WebSocketRouteKeys.IsOfMessages(route.RouteKey),
            ErrorCodes.WebSocketResponse,
            $"{property}.{nameof(route.ReturnsResponse)}",
            $"a response of {route.RouteKey}",
            "responses to messages: nobody is connected yet in $connect, and nobody any more in $disconnect",
            "Leave it out; what $connect returns is the answer to the request to connect anyway.");
    }

    private static void CheckStage(Checks checks, WebSocketBackendProps props)
    {
        checks.Require(
            StageName().IsMatch(props.StageName ?? string.Empty),
            ErrorCodes.WebSocketStageName,
            nameof(props.StageName),
            props.StageName is { } name ? Checks.Quote(name) : null,
            "1 to 128 letters, digits, hyphens and underscores",
            "Give a name such as prod. WebSocket APIs have no stage without one.");
        ApiChecks.CheckThrottling(checks, string.Empty, nameof(props.ThrottlingRateLimit), props.ThrottlingRateLimit, nameof(props.ThrottlingBurstLimit), props.ThrottlingBurstLimit, ErrorCodes.ApiThrottling);
        checks.Defined(ErrorCodes.ApiAccountLogging, nameof(props.AccountLogging), props.AccountLogging, "Use one of the named values.");
        if (props.Domain is { } domain)
        {
            ApiChecks.CheckDomain(checks, nameof(props.Domain), domain);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,128}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StageName();
}
