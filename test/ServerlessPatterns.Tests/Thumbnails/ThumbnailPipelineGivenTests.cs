using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns.Tests.Thumbnails;

public sealed class ThumbnailPipelineGivenTests
{
    [Fact]
    public void Buckets_Imported_AreUsedAsTheyAre()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            SourceBucket = Bucket.FromBucketName(stack, "Source", "photos"),
            DestinationBucket = Bucket.FromBucketName(stack, "Destination", "photos-small"),
            Table = Table.FromTableName(stack, "Table", "images"),
        }));

        template.All("AWS::S3::Bucket").ShouldBeEmpty();
        template.All("AWS::DynamoDB::Table").ShouldBeEmpty();
        template.Properties("AWS::Events::Rule")["EventPattern"]!["detail"]!["bucket"]!["name"].ShouldBeJson("""["photos"]""");
        var policy = template.Properties("AWS::IAM::Policy").ToJsonString();
        policy.ShouldContain(":s3:::photos/*");
        policy.ShouldContain(":s3:::photos-small/thumbnails/*");
        policy.ShouldContain("table/images");
    }

    [Fact]
    public void Buckets_SameBucketImportedTwice_IsSeenAsOne() =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            SourceBucket = Bucket.FromBucketName(stack, "Source", "photos"),
            DestinationBucket = Bucket.FromBucketArn(stack, "Destination", "arn:aws:s3:::photos"),
        }))).Problems.Single().Code.ShouldBe("SP2001");

    [Fact]
    public void AccessLogsBucket_Given_IsNotReconfigured()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            AccessLogsBucket = new Bucket(stack, "Logs"),
        }));

        template.Properties("AWS::S3::Bucket", "SourceBucket")["LoggingConfiguration"]!["DestinationBucketName"].Target()
            .ShouldStartWith("Logs");
        template.All("AWS::S3::BucketPolicy").Keys.ShouldNotContain(id => id.StartsWith("Logs", StringComparison.Ordinal));
    }

    [Fact]
    public void Resources_OfAnotherStack_MakeNoCycle()
    {
        var template = Synthesized.App("Pipeline", app =>
        {
            var data = new Stack(app, "Data");
            var source = new Bucket(data, "Source");
            var destination = new Bucket(data, "Destination");
            var logs = new Bucket(data, "Logs");
            var table = new Table(data, "Table", new TableProps
            {
                PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "objectKey", Type = AttributeType.STRING },
                SortKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "bucketName", Type = AttributeType.STRING },
            });
            var code = new Stack(app, "Code");
            var function = new Function(code, "Function", new FunctionProps
            {
                Runtime = Runtime.PYTHON_3_12,
                Handler = "index.handler",
                Code = Code.FromInline("def handler(event, context): pass"),
            });
            new ThumbnailPipeline(new Stack(app, "Pipeline"), "Thumbs", new()
            {
                SourceBucket = source,
                DestinationBucket = destination,
                AccessLogsBucket = logs,
                Table = table,
                Function = function,
            });
        });

        template.All("AWS::Lambda::Function").ShouldBeEmpty();
        template.Properties("AWS::Events::Rule")["Targets"]![0]!["Arn"]!["Fn::ImportValue"].ShouldNotBeNull();
        template.Properties("AWS::IAM::Policy")["Roles"]![0]!["Fn::ImportValue"].ShouldNotBeNull();
    }

    [Fact]
    public void SourceBucket_MadeInAnotherStackWithTheFunctionHere_MakesNoCycle() => Synthesized.App("Pipeline", app =>
    {
        var source = new Bucket(new Stack(app, "Data"), "Source");
        new ThumbnailPipeline(new Stack(app, "Pipeline"), "Thumbs", new() { SourceBucket = source });
    }).All("AWS::Lambda::Function").ShouldNotBeEmpty();

    [Fact]
    public void Function_Given_IsNeverReconfigured()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new() { Function = Python(stack) }));

        template.All("AWS::Lambda::EventInvokeConfig").ShouldBeEmpty();
        template.All("AWS::Logs::LogGroup").ShouldBeEmpty();
        template.All("AWS::SQS::Queue").Keys.Single().ShouldContain("RuleDeadLetterQueue");
        template.Properties("AWS::Lambda::Function")["Environment"].ShouldBeNull();
        template.All("AWS::CloudWatch::Alarm").Keys.ShouldNotContain(id => id.Contains("FunctionDuration", StringComparison.Ordinal));
        template.Properties("AWS::IAM::Policy")["Roles"]![0].Target().ShouldStartWith("PythonServiceRole");
    }

    [Fact]
    public void Function_AliasGiven_IsWhatTheRuleInvokes()
    {
        var template = Synthesized.Stack(stack =>
        {
            var alias = new Alias(stack, "Live", new AliasProps { AliasName = "live", Version = Python(stack).CurrentVersion });
            var pipeline = new ThumbnailPipeline(stack, "Thumbs", new() { Function = alias });
            pipeline.Function.Invoked.ShouldBe(alias);
        });

        template.Properties("AWS::Events::Rule")["Targets"]![0]!["Arn"].Target().ShouldStartWith("Live");
    }

    [Fact]
    public void Function_ImportedWithoutRole_IsSaidOnTheStack()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            Function = Function.FromFunctionArn(stack, "Imported", "arn:aws:lambda:us-east-1:123456789012:function:mine"),
        }));

        template.Annotations.ShouldContain(text => text.Contains("imported without its role", StringComparison.Ordinal));
    }

    [Fact]
    public void Function_ImportedWithItsRole_GetsThePermissionsHere()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            Function = Function.FromFunctionAttributes(stack, "Imported", new FunctionAttributes
            {
                FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:mine",
                Role = Role.FromRoleArn(stack, "Role", "arn:aws:iam::123456789012:role/mine"),
            }),
        }));

        template.Properties("AWS::Lambda::Permission").ShouldBeJson(
            $$"""
            {
              "Action": "lambda:InvokeFunction",
              "FunctionName": "arn:aws:lambda:us-east-1:123456789012:function:mine",
              "Principal": "events.amazonaws.com",
              "SourceArn": {"Fn::GetAtt": ["{{template.All("AWS::Events::Rule").Keys.Single()}}", "Arn"]}
            }
            """);
        template.Properties("AWS::IAM::Policy")["Roles"].ShouldBeJson("""["mine"]""");
        template.Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"]!.AsArray()
            .Select(statement => Actions(statement!)).ShouldContain("dynamodb:UpdateItem");
    }

    [Fact]
    public void Function_Given_GetsItsVariablesFromThePipeline()
    {
        var template = Synthesized.Stack(stack =>
        {
            var function = Python(stack);
            var thumbnails = new ThumbnailPipeline(stack, "Thumbs", new() { Function = function });
            foreach (var (name, value) in thumbnails.Environment)
            {
                function.AddEnvironment(name, value);
            }
        });

        var variables = template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!;
        variables["DESTINATION_BUCKET"].Target().ShouldContain("DestinationBucket");
        ((string?)variables["OUTPUT_FORMAT"]).ShouldBe("webp");
    }

    [Fact]
    public void EncryptionKey_Imported_SaysWhoseUseItsOwnerMustAllow()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            EncryptionKey = Amazon.CDK.AWS.KMS.Key.FromKeyArn(stack, "Key", "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"),
        }));

        template.Annotations.ShouldContain(text => text.Contains("CloudWatch Logs must be allowed", StringComparison.Ordinal));
        template.Annotations.ShouldContain(text => text.Contains("EventBridge must be allowed", StringComparison.Ordinal));
    }

    private static string Actions(JsonNode statement) => statement["Action"] is JsonArray actions
        ? string.Join(' ', actions.Select(action => (string?)action))
        : (string)statement["Action"]!;

    private static Function Python(Stack stack) => new(stack, "Python", new FunctionProps
    {
        Runtime = Runtime.PYTHON_3_12,
        Handler = "index.handler",
        Code = Code.FromInline("def handler(event, context): pass"),
    });
}
