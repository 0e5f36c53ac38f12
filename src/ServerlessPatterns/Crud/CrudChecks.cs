using System.Text.RegularExpressions;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="CrudRestApiProps"/> and <see cref="CrudHttpApiProps"/>.</summary>
internal static partial class CrudChecks
{
    public static void ThrowIfInvalid(Construct scope, string id, CrudRestApiProps props)
    {
        var checks = Common(props, ApiKind.Rest);
        RestChecks.Check(checks, props);
        checks.ThrowIfAny(nameof(CrudRestApi), scope, id);
    }

    public static void ThrowIfInvalid(Construct scope, string id, CrudHttpApiProps props) =>
        Common(props, ApiKind.Http).ThrowIfAny(nameof(CrudHttpApi), scope, id);

    private static Checks Common(CrudApiProps props, ApiKind kind)
    {
        var checks = new Checks();
        CheckRoutes(checks, props);
        CheckKeys(checks, props);
        CheckSizes(checks, props);
        CheckGivenResources(checks, props);
        CrudApiChecks.Check(checks, props, kind);
        FunctionChecks.Check(checks, nameof(props.FunctionSettings), CrudFunction.RequestWithoutNames(props), props.Monitoring);
        checks.Require(
            !props.DynamoDbEndpoint || props.FunctionSettings.Vpc is not null,
            ErrorCodes.CrudEndpointWithoutVpc,
            nameof(props.DynamoDbEndpoint),
            "an endpoint without a VPC",
            "an endpoint in the VPC of FunctionSettings",
            "Set FunctionSettings.Vpc, or leave the endpoint out: outside a VPC the function reaches DynamoDB without one.");
        return checks;
    }

    private static void CheckRoutes(Checks checks, CrudApiProps props)
    {
        checks.Require(
            ResourceName().IsMatch(props.ResourceName),
            ErrorCodes.CrudResourceName,
            nameof(props.ResourceName),
            Checks.Quote(props.ResourceName),
            "1 to 64 letters, digits, hyphens, dots and underscores, beginning with a letter or digit: one segment of a path",
            "Give a name such as orders, without slashes.");
        checks.Require(
            props.Operations != CrudOperations.None && (props.Operations & ~CrudOperations.All) == CrudOperations.None,
            ErrorCodes.CrudOperations,
            nameof(props.Operations),
            props.Operations,
            "at least one of Create, Read, List, Replace, Update and Delete",
            "Leave it out for all of them.");
    }

    private static void CheckKeys(Checks checks, CrudApiProps props)
    {
        CheckAttribute(checks, ErrorCodes.CrudKeyName, nameof(props.PartitionKeyName), props.PartitionKeyName);
        CheckType(checks, nameof(props.PartitionKeyType), props.PartitionKeyType);
        CheckType(checks, nameof(props.SortKeyType), props.SortKeyType);
        if (props.SortKeyName is { } sortKey)
        {
            CheckAttribute(checks, ErrorCodes.CrudKeyName, nameof(props.SortKeyName), sortKey);
            checks.Require(
                sortKey != props.PartitionKeyName,
                ErrorCodes.CrudKeyName,
                nameof(props.SortKeyName),
                Checks.Quote(sortKey),
                "another name than that of the partition key",
                "Rename one of the two.");
        }

        if (props.TimeToLiveAttribute is { } timeToLive)
        {
            CheckAttribute(checks, ErrorCodes.CrudTimeToLive, nameof(props.TimeToLiveAttribute), timeToLive);
            checks.Require(
                timeToLive != props.PartitionKeyName && timeToLive != props.SortKeyName,
                ErrorCodes.CrudTimeToLive,
                nameof(props.TimeToLiveAttribute),
                Checks.Quote(timeToLive),
                "an attribute that is no key",
                "Give it a name of its own, such as expiresAt.");
        }
    }

    private static void CheckAttribute(Checks checks, string code, string property, string name) => checks.Require(
        RecoverableTable.IsAttributeName(name)
            && !name.StartsWith(CrudEnvironment.ReservedPrefix, StringComparison.Ordinal),
        code,
        property,
        Checks.Quote(name),
        $"1 to {RecoverableTable.MaxAttributeNameBytes} bytes that do not begin with {CrudEnvironment.ReservedPrefix}, which the handler keeps to itself",
        "Rename the attribute.");

    private static void CheckType(Checks checks, string property, AttributeType type) => checks.Require(
        type is AttributeType.STRING or AttributeType.NUMBER,
        ErrorCodes.CrudKeyType,
        property,
        type,
        "STRING or NUMBER: binary keys have no form in a path",
        "Keep such keys as text, in base64url for instance.");

    private static void CheckSizes(Checks checks, CrudApiProps props)
    {
        checks.WholeNumber(ErrorCodes.CrudPageSize, nameof(props.MaxPageSize), props.MaxPageSize, 1, 1000, "items", "Clients follow the cursor for more.");
        checks.WholeNumber(ErrorCodes.CrudPageSize, nameof(props.DefaultPageSize), props.DefaultPageSize, 1, Math.Max(1, props.MaxPageSize), "items", "It is no more than MaxPageSize.");
        checks.Bytes(ErrorCodes.CrudBodySize, nameof(props.MaxBodySize), props.MaxBodySize, 1, 6 * 1024 * 1024, "Lambda takes no larger request, and DynamoDB no item over 400 KB.");
    }

    private static void CheckGivenResources(Checks checks, CrudApiProps props)
    {
        void NotBoth(bool set, string setting) => checks.Require(
            props.Table is null || !set,
            ErrorCodes.CrudGivenAndSet,
            setting,
            $"a setting beside {nameof(props.Table)}",
            "one of the two: what is given is never reconfigured",
            $"Leave out {setting} or {nameof(props.Table)}.");

        NotBoth(props.ConfigureTable is not null, nameof(props.ConfigureTable));
        NotBoth(props.TableDeletionProtection, nameof(props.TableDeletionProtection));
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ResourceName();
}
