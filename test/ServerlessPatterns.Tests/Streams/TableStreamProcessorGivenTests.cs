using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace ServerlessPatterns.Tests.Streams;

public sealed class TableStreamProcessorGivenTests
{
    private const string Stream = "arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/2026-01-01T00:00:00.000";

    [Fact]
    public void TableAndBucket_Imported_AreUsedAsTheyAre()
    {
        var template = Synthesized.Stack(stack =>
        {
            var orders = new TableStreamProcessor(stack, "Orders", new()
            {
                Table = Table.FromTableAttributes(stack, "Given", new TableAttributes { TableName = "orders", TableStreamArn = Stream }),
                FailureBucket = Bucket.FromBucketName(stack, "Failures", "failures"),
                FunctionSettings = StreamCode.Settings,
            });
            orders.TableResource.ShouldBeNull();
        });

        template.All("AWS::DynamoDB::Table").ShouldBeEmpty();
        template.All("AWS::S3::Bucket").ShouldBeEmpty();
        ((string?)template.Properties("AWS::Lambda::EventSourceMapping")["EventSourceArn"]).ShouldBe(Stream);
        template.Properties("AWS::IAM::Policy").ToJsonString().ShouldContain(":s3:::failures/aws/lambda/*");
    }

    [Fact]
    public void Table_MadeAsTableV2_IsRead()
    {
        var template = Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new()
        {
            Table = new TableV2(stack, "Given", new TablePropsV2
            {
                PartitionKey = new Attribute { Name = "id", Type = AttributeType.STRING },
                DynamoStream = StreamViewType.NEW_IMAGE,
            }),
            FunctionSettings = StreamCode.Settings,
        }));

        template.Properties("AWS::Lambda::EventSourceMapping")["EventSourceArn"].Target().ShouldStartWith("Given");
    }

    [Fact]
    public void Table_OfACrudApi_IsReadOnceItHasAStream()
    {
        var template = Synthesized.Stack(stack =>
        {
            var api = new CrudRestApi(stack, "Api", new() { ResourceName = "orders", ConfigureTable = table => table.Stream = StreamViewType.NEW_AND_OLD_IMAGES });
            new TableStreamProcessor(stack, "Orders", new() { Table = api.Table, FunctionSettings = StreamCode.Settings });
        });

        template.Properties("AWS::Lambda::EventSourceMapping")["EventSourceArn"].Target().ShouldStartWith("ApiTable");
    }

    [Fact]
    public void Resources_OfAnotherStack_MakeNoCycle()
    {
        var template = Synthesized.App("Reader", app =>
        {
            var data = new Stack(app, "Data");
            var table = new Table(data, "Table", new TableProps
            {
                PartitionKey = new Attribute { Name = "id", Type = AttributeType.STRING },
                Stream = StreamViewType.NEW_IMAGE,
                Encryption = TableEncryption.CUSTOMER_MANAGED,
            });
            var failures = new Bucket(data, "Failures");
            var function = Python(new Stack(app, "Code"));
            new TableStreamProcessor(new Stack(app, "Reader"), "Orders", new() { Table = table, FailureBucket = failures, Function = function });
        });

        template.All("AWS::Lambda::Function").ShouldBeEmpty();
        template.Properties("AWS::Lambda::EventSourceMapping")["EventSourceArn"]!["Fn::ImportValue"].ShouldNotBeNull();
        template.Properties("AWS::IAM::Policy")["Roles"]![0]!["Fn::ImportValue"].ShouldNotBeNull();
        template.Properties("AWS::IAM::Policy").ToJsonString().ShouldContain("kms:Decrypt");
    }

    [Fact]
    public void Function_Given_IsNeverReconfigured()
    {
        var template = Synthesized.Stack(stack => new TableStreamProcessor(stack, "Orders", new() { Function = Python(stack) }));

        template.All("AWS::Logs::LogGroup").ShouldBeEmpty();
        template.Properties("AWS::Lambda::EventSourceMapping")["FunctionName"].Target().ShouldStartWith("Python");
        template.Properties("AWS::IAM::Policy")["Roles"]![0].Target().ShouldStartWith("PythonServiceRole");
    }

    private static Function Python(Stack stack) => new(stack, "Python", new FunctionProps
    {
        Runtime = Runtime.PYTHON_3_12,
        Handler = "index.handler",
        Code = Code.FromInline("def handler(event, context): pass"),
    });
}
