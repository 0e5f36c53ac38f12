using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace ServerlessPatterns;

/// <summary>What is behind both kinds of API: the table, and the function that reads and writes it.</summary>
internal sealed class CrudBackend
{
    public CrudBackend(Construct scope, string pattern, CrudApiProps props, PatternAlarms alarms)
    {
        TableResource = props.Table is null ? CrudTable.Define(scope, pattern, props) : null;
        Table = props.Table ?? TableResource!;
        var request = CrudFunction.Request(scope, props, Table);
        Environment = request.Environment;
        Function = new PatternFunction(scope, "Function", request, alarms);
        CrudPermissions.Grant(Function, Table, props);
        ApiTimeout.WarnIfOutlasted(scope, Function, "the client of a function that takes longer gets 504");
        DynamoDbEndpoint = props.DynamoDbEndpoint ? DefineEndpoint(scope, props) : null;
    }

    public ITable Table { get; }

    public Table? TableResource { get; }

    public PatternFunction Function { get; }

    public IReadOnlyDictionary<string, string> Environment { get; }

    public GatewayVpcEndpoint? DynamoDbEndpoint { get; }

    private GatewayVpcEndpoint DefineEndpoint(Construct scope, CrudApiProps props)
    {
        var endpoint = new GatewayVpcEndpoint(scope, "DynamoDbEndpoint", new GatewayVpcEndpointProps
        {
            Vpc = props.FunctionSettings.Vpc!,
            Service = GatewayVpcEndpointAwsService.DYNAMODB,
            Subnets = props.FunctionSettings.VpcSubnets is { } subnets ? [subnets] : null,
        });
        endpoint.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = [new AnyPrincipal()],
            Actions = [.. CrudPermissions.Calls(props).Select(call => $"dynamodb:{call}")],
            Resources = [Table.TableArn],
        }));
        return endpoint;
    }
}
