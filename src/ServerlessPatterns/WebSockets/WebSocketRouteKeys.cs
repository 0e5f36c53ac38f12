using System.Text.RegularExpressions;

namespace ServerlessPatterns;

/// <summary>The names of routes, and where in a message they stand.</summary>
internal static partial class WebSocketRouteKeys
{
    public const string Connect = "$connect";
    public const string Disconnect = "$disconnect";
    public const string Default = "$default";

    private const string Body = "$request.body.";

    private static readonly string[] Predefined = [Connect, Disconnect, Default];

    /// <summary>The routes of a backend: those that are always there, then the others.</summary>
    public static IEnumerable<WebSocketBackendRoute> RoutesOf(WebSocketBackendProps props) => Predefined
        .Where(key => props.Routes.All(route => route.RouteKey != key))
        .Select(key => new WebSocketBackendRoute { RouteKey = key })
        .Concat(props.Routes);

    public static bool IsPredefined(string key) => Predefined.Contains(key, StringComparer.Ordinal);

    public static bool IsValid(string? key) => key is not null && (IsPredefined(key) || Name().IsMatch(key));

    /// <summary>Whether clients send messages over the route.</summary>
    public static bool IsOfMessages(string key) => key is not (Connect or Disconnect);

    /// <summary>The path of JSON members in an expression such as <c>$request.body.action</c>; nothing if it is no such one.</summary>
    public static string? ActionPath(string? expression) =>
        expression is not null && expression.StartsWith(Body, StringComparison.Ordinal) && MemberPath().IsMatch(expression[Body.Length..])
            ? expression[Body.Length..]
            : null;

    [GeneratedRegex("^[A-Za-z0-9._-]{1,128}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MemberPath();
}
