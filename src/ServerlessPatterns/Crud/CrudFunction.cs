using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Constructs;

namespace ServerlessPatterns;

/// <summary>What a CRUD pattern asks of its function.</summary>
internal static class CrudFunction
{
    public static FunctionRequest Request(Construct scope, CrudApiProps props, ITable table) =>
        Request(props, Environment(props, table.TableName, StackId(scope), isCheck: false));

    /// <summary>For the checks, which come before there are names: they are as long as DynamoDB allows.</summary>
    public static FunctionRequest RequestWithoutNames(CrudApiProps props) =>
        Request(props, Environment(props, new string('x', 255), new string('x', 36), isCheck: true));

    private static FunctionRequest Request(CrudApiProps props, IReadOnlyDictionary<string, string> environment) => new()
    {
        Given = props.Function,
        Settings = props.FunctionSettings,
        Defaults = new FunctionDefaults
        {
            Code = FunctionCode.FromBundle("crud-{arch}.zip", DotnetRuntime.Create("dotnet10"), CrudEnvironment.Handler),
            Description = "Answers the requests of an API with the items of a table",
            MemorySize = CrudDefaults.MemorySize,
            TimeoutSeconds = CrudDefaults.TimeoutSeconds,
        },
        Environment = environment,
        RemovalPolicy = props.RemovalPolicy,
        EncryptionKey = props.EncryptionKey,
        Configure = props.ConfigureFunction,
    };

    private static Dictionary<string, string> Environment(CrudApiProps props, string tableName, string cursorKey, bool isCheck)
    {
        var maxBodySize = props.MaxBodySize ?? CrudDefaults.MaxBodySize;
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CrudEnvironment.TableName] = tableName,
            [CrudEnvironment.ResourceName] = props.ResourceName,
            [CrudEnvironment.PartitionKey] = props.PartitionKeyName,
            [CrudEnvironment.PartitionKeyType] = Letter(props.PartitionKeyType),
            [CrudEnvironment.Operations] = string.Join(',', Names(props.Operations)),
            [CrudEnvironment.DefaultPageSize] = Tokens.Text(props.DefaultPageSize),
            [CrudEnvironment.MaxPageSize] = Tokens.Text(props.MaxPageSize),
            [CrudEnvironment.MaxBodyBytes] = Tokens.Text(isCheck && maxBodySize.IsUnresolved() ? 0 : maxBodySize.ToBytes()),
            [CrudEnvironment.CursorKey] = cursorKey,
        };
        if (props.SortKeyName is { } sortKey)
        {
            environment[CrudEnvironment.SortKey] = sortKey;
            environment[CrudEnvironment.SortKeyType] = Letter(props.SortKeyType);
        }

        if (props.TimeToLiveAttribute is { } timeToLive)
        {
            environment[CrudEnvironment.TimeToLiveAttribute] = timeToLive;
        }

        // HTTP APIs add the headers of CORS themselves.
        if (props is CrudRestApiProps && props.Cors is { } cors)
        {
            environment[CrudEnvironment.CorsAllowOrigins] = string.Join(',', cors.AllowOrigins);
            environment[CrudEnvironment.CorsAllowCredentials] = cors.AllowCredentials ? "true" : "false";
            environment[CrudEnvironment.CorsExposeHeaders] = string.Join(',', cors.ExposeHeaders);
        }

        return environment;
    }

    // The UUID that ends the stack's ARN: clients do not know it, and it lives as long as the stack.
    private static string StackId(Construct scope) => Fn.Select(2, Fn.Split("/", Stack.Of(scope).StackId));

    private static IEnumerable<string> Names(CrudOperations operations) => Enum.GetValues<CrudOperations>()
        .Where(operation => operation is not (CrudOperations.None or CrudOperations.All) && operations.HasFlag(operation))
        .Select(operation => operation.ToString().ToLowerInvariant());

    private static string Letter(AttributeType type) => type == AttributeType.NUMBER ? "N" : "S";
}
