using System.Text.Json.Nodes;

namespace ServerlessPatterns.Tests.Streams;

/// <summary>What both stream processors make alike when nothing is set.</summary>
internal static class StreamDefaultCases
{
    public static void FailureBucketIsClosedAndExpires(Synthesized template)
    {
        var bucket = template.Single("AWS::S3::Bucket");
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
        template.Properties("AWS::S3::BucketPolicy")["PolicyDocument"]!["Statement"]!.AsArray().ShouldContain(statement => DeniesPlainHttp(statement!));
    }

    public static void MappingIs(Synthesized template, string source)
    {
        var mapping = template.Single("AWS::Lambda::EventSourceMapping");
        var properties = mapping["Properties"]!.DeepClone().AsObject();
        properties["EventSourceArn"].Target()[..^8].ShouldBe(source);
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
        mapping["DependsOn"]!.AsArray().Select(id => (string?)id).ShouldContain(template.All("AWS::IAM::Policy").Keys.Single());
    }

    public static void FunctionIs(Synthesized template)
    {
        var function = template.Properties("AWS::Lambda::Function");
        ((double?)function["MemorySize"]).ShouldBe(1024);
        ((double?)function["Timeout"]).ShouldBe(60);
        function["TracingConfig"].ShouldBeJson("""{"Mode":"Active"}""");
        ((string?)function["LoggingConfig"]!["LogFormat"]).ShouldBe("JSON");
        function["Environment"]!["Variables"].ShouldBeJson("""{"FUNCTION_TIMEOUT_SECONDS":"60"}""");
        template.Properties("AWS::Logs::LogGroup").ShouldBeJson("""{"RetentionInDays":30}""");

        // Lambda polls: there is no asynchronous edge, and nothing to make a queue for.
        function["DeadLetterConfig"].ShouldBeNull();
        template.All("AWS::Lambda::EventInvokeConfig").ShouldBeEmpty();
        template.All("AWS::SQS::Queue").ShouldBeEmpty();
    }

    private static bool DeniesPlainHttp(JsonNode statement) =>
        (string?)statement["Effect"] == "Deny"
        && (string?)statement["Principal"]!["AWS"] == "*"
        && (string?)statement["Condition"]?["Bool"]?["aws:SecureTransport"] == "false";
}
