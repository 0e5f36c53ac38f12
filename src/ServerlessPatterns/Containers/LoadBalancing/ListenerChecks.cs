using System.Text.RegularExpressions;

namespace ServerlessPatterns;

/// <summary>The checks of a rule on a shared listener, and of what goes with no listener or load balancer that was given.</summary>
internal static partial class ListenerChecks
{
    public static void Check(Checks checks, LoadBalancedServiceProps props)
    {
        if (props.Listener is not null)
        {
            CheckNotSet(checks, nameof(props.Listener), [.. OfListener(props), .. OfLoadBalancer(props)]);
            checks.Require(props.Routing is not null, ErrorCodes.ListenerRouting, nameof(props.Routing), null, "the priority, paths and hosts of this service beside Listener", "Set it: the listener is shared, and a rule says which requests are whose.");
        }
        else if (props.LoadBalancer is not null)
        {
            CheckNotSet(checks, nameof(props.LoadBalancer), OfLoadBalancer(props));
        }

        checks.Require(props.Listener is not null || props.Routing is null, ErrorCodes.ListenerRouting, nameof(props.Routing), "a routing without a listener", "a routing beside Listener: the listener made here has one service only", "Set Listener, or leave out Routing.");
        if (props.Routing is { } routing)
        {
            CheckRouting(checks, routing);
        }
    }

    private static IEnumerable<(string Name, bool IsSet)> OfListener(LoadBalancedServiceProps props) =>
    [
        (nameof(props.LoadBalancer), props.LoadBalancer is not null),
        (nameof(props.Certificate), props.Certificate is not null),
        (nameof(props.DomainName), props.DomainName is not null),
        (nameof(props.HostedZone), props.HostedZone is not null),
        (nameof(props.AllowPlainHttp), props.AllowPlainHttp),
        (nameof(props.PublicAccess), props.PublicAccess),
        (nameof(props.AllowedPeers), props.AllowedPeers is not null),
        (nameof(props.ConfigureListener), props.ConfigureListener is not null),
    ];

    private static (string Name, bool IsSet)[] OfLoadBalancer(LoadBalancedServiceProps props) =>
    [
        (nameof(props.LoadBalancerDeletionProtection), props.LoadBalancerDeletionProtection),
        (nameof(props.AccessLogsBucket), props.AccessLogsBucket is not null),
        (nameof(props.AccessLogsPrefix), props.AccessLogsPrefix.Length > 0),
        (nameof(props.Waf), props.Waf is not null),
        (nameof(props.ConfigureLoadBalancer), props.ConfigureLoadBalancer is not null),
        (nameof(props.ConfigureAccessLogsBucket), props.ConfigureAccessLogsBucket is not null),
    ];

    private static void CheckNotSet(Checks checks, string given, (string Name, bool IsSet)[] settings)
    {
        foreach (var (name, isSet) in settings)
        {
            checks.Require(
                !isSet,
                ErrorCodes.LoadBalancerGivenAndSet,
                name,
                $"a setting beside {given}",
                "one of the two: what is given is never reconfigured",
                $"Configure it where it is made, or leave out {given}.");
        }
    }

    private static void CheckRouting(Checks checks, ListenerRouting routing)
    {
        const string At = $"{nameof(LoadBalancedServiceProps.Routing)}.";
        const string Fix = "Give up to five; a star may stand for more.";
        checks.WholeNumber(ErrorCodes.ListenerPriority, At + nameof(routing.Priority), routing.Priority, 1, 50_000, string.Empty, "Give each service of the listener its own.");

        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html: five values a rule, and five wildcards
        var values = routing.PathPatterns.Concat(routing.HostHeaders).ToList();
        checks.Require(values.Count is > 0 and <= 5, ErrorCodes.ListenerConditions, At + nameof(routing.PathPatterns), $"{values.Count} paths and hosts", "1 to 5 paths and hosts together", Fix);
        var wildcards = values.Where(value => !Tokens.IsUnresolved(value)).Sum(value => value.Count(character => character is '*' or '?'));
        checks.Require(wildcards <= 5, ErrorCodes.ListenerConditions, At + nameof(routing.PathPatterns), $"{wildcards} wildcards", "5 wildcards at the most in all paths and hosts together", Fix);
        foreach (var path in routing.PathPatterns)
        {
            checks.Require(
                Tokens.IsUnresolved(path) || Path().IsMatch(path),
                ErrorCodes.ListenerConditions,
                At + nameof(routing.PathPatterns),
                Checks.Quote(path),
                "a path of 1 to 128 letters, digits and _-.$/~\"'@:+&*?, beginning with / or *",
                "Leave out scheme, host and query: they are not part of the path.");
        }

        foreach (var host in routing.HostHeaders)
        {
            checks.Require(
                Tokens.IsUnresolved(host) || (host.Length <= 128 && Host().IsMatch(host)),
                ErrorCodes.ListenerConditions,
                At + nameof(routing.HostHeaders),
                Checks.Quote(host),
                "a host name of up to 128 characters with a dot, after the last of which there are letters; * and ? are wildcards",
                "Leave out scheme, port and path.");
        }
    }

    [GeneratedRegex("""^[/*][A-Za-z0-9_.$/~"'@:+&*?-]{0,127}$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Path();

    [GeneratedRegex(@"^[A-Za-z0-9*?.-]+\.[A-Za-z*?]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Host();
}
