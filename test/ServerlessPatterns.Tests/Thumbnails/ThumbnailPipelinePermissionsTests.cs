using System.Text.Json.Nodes;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns.Tests.Thumbnails;

public sealed class ThumbnailPipelinePermissionsTests
{
    [Fact]
    public void Role_ByDefault_HasExactlyWhatTheHandlerUses()
    {
        var template = Synthesized.Stack(stack =>
            new ThumbnailPipeline(stack, "Thumbs", new() { SourcePrefixes = ["a/", "b/"], DestinationPrefix = "out/" }));

        var role = template.Properties("AWS::IAM::Role");
        role["ManagedPolicyArns"].ShouldBeNull();
        role["AssumeRolePolicyDocument"]!["Statement"].ShouldBeJson(
            """[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"}}]""");
        var ids = template.Resources.Select(pair => pair.Key).ToList();
        string Id(string part) => ids.Single(id => id.StartsWith(part, StringComparison.Ordinal)
            && id.Length == part.Length + 8);
        template.Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"].ShouldBeJson(
            $$$$"""
            [
              {"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Effect":"Allow",
               "Resource":{"Fn::GetAtt":["{{{{Id("ThumbsFunctionLogGroup")}}}}","Arn"]}},
              {"Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Effect":"Allow","Resource":"*"},
              {"Action":"sqs:SendMessage","Effect":"Allow",
               "Resource":{"Fn::GetAtt":["{{{{Id("ThumbsFunctionDeadLetterQueue")}}}}","Arn"]}},
              {"Action":"s3:GetObject","Effect":"Allow","Resource":[
                {"Fn::Join":["",[{"Fn::GetAtt":["{{{{Id("ThumbsSourceBucket")}}}}","Arn"]},"/a/*"]]},
                {"Fn::Join":["",[{"Fn::GetAtt":["{{{{Id("ThumbsSourceBucket")}}}}","Arn"]},"/b/*"]]}]},
              {"Action":"s3:ListBucket","Effect":"Allow","Resource":{"Fn::GetAtt":["{{{{Id("ThumbsSourceBucket")}}}}","Arn"]}},
              {"Action":["s3:DeleteObject","s3:PutObject"],"Effect":"Allow",
               "Resource":{"Fn::Join":["",[{"Fn::GetAtt":["{{{{Id("ThumbsDestinationBucket")}}}}","Arn"]},"/out/*"]]}},
              {"Action":"dynamodb:UpdateItem","Effect":"Allow",
               "Resource":{"Fn::GetAtt":["{{{{Id("ThumbsTable")}}}}","Arn"]}}
            ]
            """);
    }

    [Fact]
    public void QueuePolicy_OfTheRule_LetsOnlyThatRuleSend()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs"));

        var allow = template.Properties("AWS::SQS::QueuePolicy", "RuleDeadLetterQueue")["PolicyDocument"]!["Statement"]!
            .AsArray().Single(statement => (string?)statement!["Effect"] == "Allow")!;
        ((string?)allow["Action"]).ShouldBe("sqs:SendMessage");
        allow["Principal"].ShouldBeJson("""{"Service":"events.amazonaws.com"}""");
        allow["Condition"]!["ArnEquals"]!["aws:SourceArn"].Target().ShouldBe(template.All("AWS::Events::Rule").Keys.Single());
    }

    [Fact]
    public void LogBucketPolicy_ByDefault_LetsOnlyS3OfThisAccountWrite()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs"));

        var allow = template.Properties("AWS::S3::BucketPolicy", "AccessLogsBucket")["PolicyDocument"]!["Statement"]!
            .AsArray().Single(statement => (string?)statement!["Effect"] == "Allow")!;
        allow["Principal"].ShouldBeJson("""{"Service":"logging.s3.amazonaws.com"}""");
        allow["Condition"]!["StringEquals"].ShouldBeJson("""{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}""");
        allow["Condition"]!["ArnLike"]!["aws:SourceArn"]!.AsArray().Select(arn => arn.Target()).ShouldBe(
            template.All("AWS::S3::Bucket").Keys.Where(id => !id.Contains("AccessLogs", StringComparison.Ordinal)));
        allow["Resource"]!.AsArray().Select(resource => (string?)resource!["Fn::Join"]![1]![1])
            .ShouldBe(["/source/*", "/destination/*"]);
    }

    [Fact]
    public void Grants_ForAUser_AreOnTheNamedPrefixesOnly()
    {
        var template = Synthesized.Stack(stack =>
        {
            var thumbnails = new ThumbnailPipeline(stack, "Thumbs", new() { SourcePrefixes = ["in/"] });
            thumbnails.GrantUpload(new User(stack, "Uploader"));
            thumbnails.GrantReadThumbnails(new User(stack, "Viewer"));
            thumbnails.GrantReadMetadata(new User(stack, "Clerk"));
        });

        Statement(template, "Uploader")["Action"].ShouldBeJson("""["s3:AbortMultipartUpload","s3:PutObject"]""");
        Statement(template, "Uploader")["Resource"]!["Fn::Join"]![1]![1].ShouldBeJson("\"/in/*\"");
        Statement(template, "Viewer")["Action"].ShouldBeJson("\"s3:GetObject\"");
        Statement(template, "Viewer")["Resource"]!["Fn::Join"]![1]![1].ShouldBeJson("\"/thumbnails/*\"");
        Statement(template, "Clerk")["Action"].ShouldBeJson(
            """["dynamodb:BatchGetItem","dynamodb:DescribeTable","dynamodb:GetItem","dynamodb:Query","dynamodb:Scan"]""");
    }

    [Fact]
    public void GrantReadThumbnails_ToAService_StandsInTheBucketsPolicy()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs")
            .GrantReadThumbnails(new ServicePrincipal("cloudfront.amazonaws.com")));

        var allow = template.Properties("AWS::S3::BucketPolicy", "DestinationBucket")["PolicyDocument"]!["Statement"]!
            .AsArray().Single(statement => (string?)statement!["Effect"] == "Allow")!;
        allow["Action"].ShouldBeJson("\"s3:GetObject\"");
        allow["Principal"].ShouldBeJson("""{"Service":"cloudfront.amazonaws.com"}""");
        allow["Resource"]!["Fn::Join"]![1]![1].ShouldBeJson("\"/thumbnails/*\"");
    }

    [Fact]
    public void Keys_OfGivenResources_AreAllowedEachForItsOwnUse()
    {
        var template = Synthesized.Stack(stack =>
        {
            var thumbnails = new ThumbnailPipeline(stack, "Thumbs", new()
            {
                SourceBucket = new Bucket(stack, "Photos", new BucketProps { EncryptionKey = new Key(stack, "SourceKey") }),
                DestinationBucket = new Bucket(stack, "Small", new BucketProps { EncryptionKey = new Key(stack, "DestinationKey") }),
            });
            thumbnails.GrantUpload(new User(stack, "Uploader"));
            thumbnails.GrantReadThumbnails(new User(stack, "Viewer"));
        });

        Keys(template, "ThumbsFunction").ShouldBe(["SourceKey kms:Decrypt", "DestinationKey kms:GenerateDataKey"]);
        Keys(template, "Uploader").ShouldBe(["SourceKey kms:Decrypt,kms:GenerateDataKey"]);
        Keys(template, "Viewer").ShouldBe(["DestinationKey kms:Decrypt"]);
    }

    private static IEnumerable<string> Keys(Synthesized template, string holder) =>
        from statement in template.Properties("AWS::IAM::Policy", holder)["PolicyDocument"]!["Statement"]!.AsArray()
        let actions = statement["Action"] as JsonArray ?? [statement["Action"]!.DeepClone()]
        where ((string)actions[0]!).StartsWith("kms:", StringComparison.Ordinal)
        select $"{statement["Resource"].Target()[..^8]} {string.Join(',', actions.Select(action => (string?)action))}";

    private static JsonNode Statement(Synthesized template, string user) =>
        template.Properties("AWS::IAM::Policy", user)["PolicyDocument"]!["Statement"]!.AsArray().Single()!;
}
