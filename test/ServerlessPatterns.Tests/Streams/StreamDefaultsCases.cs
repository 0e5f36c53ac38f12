using System.Text.Json.Nodes;
using Amazon.CDK;

namespace ServerlessPatterns.Tests.Streams;

/// <summary>What both stream processors make alike when nothing is set.</summary>
public abstract class StreamDefaultsCases
{
    private protected abstract Synthesized Defaults { get; }

    /// <summary>The type of what the processor reads.</summary>
    private protected abstract string SourceType { get; }

    private protected abstract Synthesized Make(RemovalPolicy removalPolicy);

    [Fact]
    public void FailureBucket_ByDefault_IsPrivateEncryptedAndExpires()
    {
        var bucket = Defaults.Single("AWS::S3::Bucket");
        ((string?)bucket["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        ((string?)bucket["UpdateReplacePolicy"]).ShouldBe("Retain");
        bucket["Properties"].ShouldBeJson(
            """
            {
              "BucketEncryption": {"ServerSideEncryptionConfiguration": [{"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]},
              "LifecycleConfiguration": {"Rules": [
                {"AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}, "Id": "abort-multipart-uploads", "Status": "Enabled"},
                {"ExpirationInDays": 30, "Id": "expire", "Status": "Enabled"}]},
              "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]},
              "PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true}
            }
            """);
        Defaults.Properties("AWS::S3::BucketPolicy")["PolicyDocument"]!["Statement"]!.AsArray().ShouldContain(statement => DeniesPlainHttp(statement!));
    }

    [Fact]
    public void Mapping_ByDefault_TriesTenTimesWithinADayThenPutsTheBatchIntoTheBucket()
    {
        var mapping = Defaults.Single("AWS::Lambda::EventSourceMapping");
        var properties = mapping["Properties"]!.DeepClone().AsObject();
        properties["EventSourceArn"].Target().ShouldBe(Defaults.All(SourceType).Keys.Single());
        properties["FunctionName"].Target().ShouldContain("Function");
        properties["DestinationConfig"]!["OnFailure"]!["Destination"].Target().ShouldContain("FailureBucket");
        foreach (var reference in new[] { "EventSourceArn", "FunctionName", "DestinationConfig" })
        {
            properties.Remove(reference);
        }

        properties.ShouldBeJson(
            """
            {
              "BatchSize": 100,
              "BisectBatchOnFunctionError": true,
              "FunctionResponseTypes": ["ReportBatchItemFailures"],
              "MaximumRecordAgeInSeconds": 86400,
              "MaximumRetryAttempts": 10,
              "MetricsConfig": {"Metrics": ["EventCount"]},
              "ParallelizationFactor": 1,
              "StartingPosition": "TRIM_HORIZON"
            }
            """);
        mapping["DependsOn"]!.AsArray().Select(id => (string?)id).ShouldContain(Defaults.All("AWS::IAM::Policy").Keys.Single());
    }

    [Fact]
    public void Function_ByDefault_IsPolledAndHasNoQueue()
    {
        var function = Defaults.Properties("AWS::Lambda::Function");
        ((double?)function["MemorySize"]).ShouldBe(1024);
        ((double?)function["Timeout"]).ShouldBe(60);
        function["TracingConfig"].ShouldBeJson("""{"Mode":"Active"}""");
        ((string?)function["LoggingConfig"]!["LogFormat"]).ShouldBe("JSON");
        function["Environment"]!["Variables"].ShouldBeJson("""{"FUNCTION_TIMEOUT_SECONDS":"60"}""");
        Defaults.Properties("AWS::Logs::LogGroup").ShouldBeJson("""{"RetentionInDays":30}""");

        // Lambda polls: there is no asynchronous edge, and nothing to make a queue for.
        function["DeadLetterConfig"].ShouldBeNull();
        Defaults.All("AWS::Lambda::EventInvokeConfig").ShouldBeEmpty();
        Defaults.All("AWS::SQS::Queue").ShouldBeEmpty();
    }

    [Fact]
    public void RemovalPolicy_Destroy_ReachesEveryStatefulResource()
    {
        var template = Make(RemovalPolicy.DESTROY);

        string[] stateful = ["AWS::S3::Bucket", SourceType, "AWS::Logs::LogGroup"];
        foreach (var type in stateful)
        {
            ((string?)template.Single(type)["DeletionPolicy"]).ShouldBe("Delete", type);
        }
    }

    private static bool DeniesPlainHttp(JsonNode statement) =>
        (string?)statement["Effect"] == "Deny"
        && (string?)statement["Principal"]!["AWS"] == "*"
        && (string?)statement["Condition"]?["Bool"]?["aws:SecureTransport"] == "false";
}
