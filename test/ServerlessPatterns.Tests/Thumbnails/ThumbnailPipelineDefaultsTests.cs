using System.Text.Json.Nodes;
using Amazon.CDK;

namespace ServerlessPatterns.Tests.Thumbnails;

public sealed class ThumbnailPipelineDefaultsTests
{
    private static readonly Synthesized Defaults =
        Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs"));

    [Theory]
    [InlineData("SourceBucket")]
    [InlineData("DestinationBucket")]
    [InlineData("AccessLogsBucket")]
    public void Buckets_ByDefault_ArePrivateEncryptedAndKept(string id)
    {
        var bucket = Defaults.Single("AWS::S3::Bucket", id);
        var properties = bucket["Properties"]!;

        ((string?)bucket["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        ((string?)bucket["UpdateReplacePolicy"]).ShouldBe("Retain");
        properties["PublicAccessBlockConfiguration"].ShouldBeJson(
            """{"BlockPublicAcls":true,"BlockPublicPolicy":true,"IgnorePublicAcls":true,"RestrictPublicBuckets":true}""");
        properties["OwnershipControls"].ShouldBeJson("""{"Rules":[{"ObjectOwnership":"BucketOwnerEnforced"}]}""");
        properties["BucketEncryption"].ShouldBeJson(
            """{"ServerSideEncryptionConfiguration":[{"ServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}""");
        properties["LifecycleConfiguration"]!["Rules"]![0].ShouldBeJson(
            """{"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7},"Id":"abort-multipart-uploads","Status":"Enabled"}""");

        var statements = Defaults.Properties("AWS::S3::BucketPolicy", id)["PolicyDocument"]!["Statement"]!.AsArray();
        statements.ShouldContain(statement => DeniesPlainHttp(statement!));
    }

    [Fact]
    public void SourceBucket_ByDefault_IsVersionedAndExpiresOldVersions()
    {
        var properties = Defaults.Properties("AWS::S3::Bucket", "SourceBucket");

        properties["VersioningConfiguration"].ShouldBeJson("""{"Status":"Enabled"}""");
        properties["LifecycleConfiguration"]!["Rules"]![1].ShouldBeJson(
            """{"ExpiredObjectDeleteMarker":true,"Id":"expire-noncurrent","NoncurrentVersionExpiration":{"NoncurrentDays":30},"Status":"Enabled"}""");
    }

    [Fact]
    public void SourceBucket_ByDefault_SendsItsEventsToEventBridgeByItsOwnProperty()
    {
        Defaults.Properties("AWS::S3::Bucket", "SourceBucket")["NotificationConfiguration"].ShouldBeJson(
            """{"EventBridgeConfiguration":{"EventBridgeEnabled":true}}""");
        Defaults.Properties("AWS::S3::Bucket", "DestinationBucket")["NotificationConfiguration"].ShouldBeNull();
    }

    [Theory]
    [InlineData("SourceBucket", "source/")]
    [InlineData("DestinationBucket", "destination/")]
    public void Buckets_ByDefault_LogEachAccessIntoOneBucketFor90Days(string id, string prefix)
    {
        var logging = Defaults.Properties("AWS::S3::Bucket", id)["LoggingConfiguration"]!;

        logging["DestinationBucketName"].Target().ShouldContain("AccessLogsBucket");
        ((string?)logging["LogFilePrefix"]).ShouldBe(prefix);
        Defaults.Properties("AWS::S3::Bucket", "AccessLogsBucket")["LifecycleConfiguration"]!["Rules"]![1].ShouldBeJson(
            """{"ExpirationInDays":90,"Id":"expire","Status":"Enabled"}""");
    }

    [Fact]
    public void Table_ByDefault_IsOnDemandRecoverableAndKept()
    {
        var table = Defaults.Single("AWS::DynamoDB::Table");

        ((string?)table["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        table["Properties"].ShouldBeJson(
            """
            {
              "AttributeDefinitions": [
                {"AttributeName":"objectKey","AttributeType":"S"},
                {"AttributeName":"bucketName","AttributeType":"S"}
              ],
              "BillingMode": "PAY_PER_REQUEST",
              "DeletionProtectionEnabled": false,
              "KeySchema": [
                {"AttributeName":"objectKey","KeyType":"HASH"},
                {"AttributeName":"bucketName","KeyType":"RANGE"}
              ],
              "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true},
              "SSESpecification": {"SSEEnabled": false}
            }
            """);
    }

    [Fact]
    public void Function_ByDefault_RunsTheShippedHandler()
    {
        var function = Defaults.Properties("AWS::Lambda::Function");

        ((string?)function["Runtime"]).ShouldBe("nodejs24.x");
        ((string?)function["Handler"]).ShouldBe("index.handler");
        ((double?)function["MemorySize"]).ShouldBe(1769);
        ((double?)function["Timeout"]).ShouldBe(60);
        function["Architectures"].ShouldBeJson("""["x86_64"]""");
        function["TracingConfig"].ShouldBeJson("""{"Mode":"Active"}""");
        ((string?)function["LoggingConfig"]!["LogFormat"]).ShouldBe("JSON");
        function["LoggingConfig"]!["LogGroup"].Target().ShouldContain("FunctionLogGroup");
        function["EphemeralStorage"].ShouldBeNull();
        function["ReservedConcurrentExecutions"].ShouldBeNull();
        function["VpcConfig"].ShouldBeNull();
        function["SnapStart"].ShouldBeNull();
        function["DeadLetterConfig"].ShouldBeNull();
    }

    [Fact]
    public void LogGroup_ByDefault_KeepsLogsFor30Days() =>
        Defaults.Properties("AWS::Logs::LogGroup").ShouldBeJson("""{"RetentionInDays":30}""");

    [Fact]
    public void Environment_ByDefault_TellsTheHandlerEverything()
    {
        var variables = Defaults.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!.AsObject();

        variables["TABLE_NAME"].Target().ShouldBe(Defaults.All("AWS::DynamoDB::Table").Keys.Single());
        variables["DESTINATION_BUCKET"].Target().ShouldContain("DestinationBucket");
        var plain = variables.Where(pair => pair.Value is JsonValue).ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
        plain.ShouldBe(
            new Dictionary<string, string>
            {
                ["PARTITION_KEY"] = "objectKey",
                ["SORT_KEY"] = "bucketName",
                ["DESTINATION_PREFIX"] = "thumbnails/",
                ["SIZES"] = """[{"name":"small","width":200,"height":200,"fit":"cover"},{"name":"large","width":1024,"height":1024,"fit":"inside"}]""",
                ["OUTPUT_FORMAT"] = "webp",
                ["OUTPUT_QUALITY"] = "80",
                ["MAX_INPUT_BYTES"] = "52428800",
                ["MAX_INPUT_PIXELS"] = "75000000",
                ["SOURCE_SUFFIXES"] = "[]",
                ["KEEP_THUMBNAILS_OF_DELETED"] = "false",
                ["CACHE_CONTROL"] = "public, max-age=86400",
                ["MALLOC_ARENA_MAX"] = "2",
            },
            ignoreOrder: true);
    }

    [Fact]
    public void Delivery_ByDefault_RetriesThenKeepsTheEventAtBothEdges()
    {
        var config = Defaults.Properties("AWS::Lambda::EventInvokeConfig");
        ((double?)config["MaximumRetryAttempts"]).ShouldBe(2);
        ((double?)config["MaximumEventAgeInSeconds"]).ShouldBe(21600);
        ((string?)config["Qualifier"]).ShouldBe("$LATEST");
        config["DestinationConfig"]!["OnFailure"]!["Destination"].Target().ShouldContain("FunctionDeadLetterQueue");

        var target = Defaults.Properties("AWS::Events::Rule")["Targets"]![0]!;
        target["RetryPolicy"].ShouldBeJson("""{"MaximumEventAgeInSeconds":86400,"MaximumRetryAttempts":185}""");
        target["DeadLetterConfig"]!["Arn"].Target().ShouldContain("RuleDeadLetterQueue");
    }

    [Theory]
    [InlineData("FunctionDeadLetterQueue")]
    [InlineData("RuleDeadLetterQueue")]
    public void DeadLetterQueues_ByDefault_KeepMessages14DaysEncryptedAndTlsOnly(string id)
    {
        var queue = Defaults.Single("AWS::SQS::Queue", id);
        queue["Properties"].ShouldBeJson("""{"MessageRetentionPeriod":1209600,"SqsManagedSseEnabled":true}""");
        ((string?)queue["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");

        var statements = Defaults.Properties("AWS::SQS::QueuePolicy", id)["PolicyDocument"]!["Statement"]!.AsArray();
        statements.ShouldContain(statement => DeniesPlainHttp(statement!));
    }

    [Fact]
    public void Rule_ByDefault_TakesUploadsAndDeletionsOfTheWholeBucket()
    {
        var pattern = Defaults.Properties("AWS::Events::Rule")["EventPattern"]!;

        pattern["source"].ShouldBeJson("""["aws.s3"]""");
        pattern["detail-type"].ShouldBeJson("""["Object Created","Object Deleted"]""");
        pattern["detail"]!["bucket"]!["name"]![0].Target().ShouldContain("SourceBucket");
        pattern["detail"]!["object"].ShouldBeNull();
    }

    [Fact]
    public void Annotations_ByDefault_AreNone() => Defaults.Annotations.ShouldBeEmpty();

    [Fact]
    public void RemovalPolicy_Destroy_ReachesEveryStatefulResource()
    {
        var template = Synthesized.Stack(stack =>
            new ThumbnailPipeline(stack, "Thumbs", new() { RemovalPolicy = RemovalPolicy.DESTROY }));

        string[] stateful = ["AWS::S3::Bucket", "AWS::DynamoDB::Table", "AWS::SQS::Queue", "AWS::Logs::LogGroup"];
        foreach (var resource in stateful.SelectMany(type => template.All(type)))
        {
            ((string?)resource.Value["DeletionPolicy"]).ShouldBe("Delete", resource.Key);
        }
    }

    private static bool DeniesPlainHttp(JsonNode statement) =>
        (string?)statement["Effect"] == "Deny"
        && (string?)statement["Principal"]!["AWS"] == "*"
        && (string?)statement["Condition"]?["Bool"]?["aws:SecureTransport"] == "false";
}
