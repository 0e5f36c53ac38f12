using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3.Assets;
using Constructs;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace ServerlessPatterns.Testing.Tests;

/// <summary>A stack with everything that the snapshots have to cope with: two assets, a version, a deployment.</summary>
internal sealed class OrderStack : Stack
{
    public OrderStack(Construct scope, string codeFolder, string tableName = "orders")
        : base(scope, "Orders")
    {
        var table = new Table(this, "Table", new TableProps
        {
            TableName = tableName,
            PartitionKey = new Attribute { Name = "id", Type = AttributeType.STRING },
        });
        var function = new Function(this, "Function", new FunctionProps
        {
            Runtime = Runtime.NODEJS_20_X,
            Handler = "index.handler",
            Code = Code.FromAsset(codeFolder),
        });
        table.GrantReadData(function);
        var api = new LambdaRestApi(this, "Api", new LambdaRestApiProps { Handler = function.CurrentVersion });
        var readme = new Asset(this, "Readme", new AssetProps { Path = Path.Combine(codeFolder, "readme.txt") });

        var nested = new NestedStack(this, "Nested");
        var other = new Table(nested, "Other", new TableProps
        {
            PartitionKey = new Attribute { Name = "id", Type = AttributeType.STRING },
        });

        new CfnOutput(this, "ReadmeUrl", new CfnOutputProps { Value = readme.S3ObjectUrl });
        new CfnOutput(this, "Url", new CfnOutputProps { Value = api.Url, Description = "Größe <&> 🚀" });
        new CfnOutput(this, "OtherTable", new CfnOutputProps { Value = other.TableName });
    }

    public static OrderStack InNewApp(TemporaryFolder folder, string code = "exports.handler = () => 1;", string tableName = "orders")
    {
        folder.Write("code/index.js", code);
        folder.Write("code/readme.txt", "An order is a thing.");
        var app = new App(new AppProps { Outdir = folder.File($"cdk.out{Guid.NewGuid():N}") });
        return new OrderStack(app, folder.File("code"), tableName);
    }
}
