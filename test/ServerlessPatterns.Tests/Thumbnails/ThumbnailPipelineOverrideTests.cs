using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Thumbnails;

public sealed class ThumbnailPipelineOverrideTests
{
    [Fact]
    public void Environment_EverythingSet_FollowsTheProps()
    {
        var template = Make(new()
        {
            SourcePrefixes = ["in/"],
            SourceSuffixes = [".JPG", ".png"],
            DestinationPrefix = "out/",
            Sizes = [new() { Name = "wide", Width = 640 }, new() { Name = "tall", Height = 480, Fit = ThumbnailFit.Outside }],
            OutputFormat = ThumbnailFormat.Avif,
            OutputQuality = 55,
            CacheControl = "no-store",
            MaxInputSize = Size.Mebibytes(5),
            MaxInputPixels = 1_000_000,
            KeepThumbnailsOfDeleted = true,
            PartitionKeyName = "pk",
            SortKeyName = "sk",
            DeletedItemTimeToLive = Duration.Days(30),
        });

        var variables = template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!;
        ((string?)variables["PARTITION_KEY"]).ShouldBe("pk");
        ((string?)variables["SORT_KEY"]).ShouldBe("sk");
        ((string?)variables["DESTINATION_PREFIX"]).ShouldBe("out/");
        ((string?)variables["SIZES"]).ShouldBe(
            """[{"name":"wide","width":640,"height":null,"fit":"inside"},{"name":"tall","width":null,"height":480,"fit":"outside"}]""");
        ((string?)variables["OUTPUT_FORMAT"]).ShouldBe("avif");
        ((string?)variables["OUTPUT_QUALITY"]).ShouldBe("55");
        ((string?)variables["CACHE_CONTROL"]).ShouldBe("no-store");
        ((string?)variables["MAX_INPUT_BYTES"]).ShouldBe("5242880");
        ((string?)variables["MAX_INPUT_PIXELS"]).ShouldBe("1000000");
        ((string?)variables["SOURCE_SUFFIXES"]).ShouldBe("""[".JPG",".png"]""");
        ((string?)variables["KEEP_THUMBNAILS_OF_DELETED"]).ShouldBe("true");
        ((string?)variables["DELETED_ITEM_TTL_SECONDS"]).ShouldBe("2592000");
        ((string?)variables["TTL_ATTRIBUTE"]).ShouldBe("expiresAt");
    }

    [Fact]
    public void Table_TimeToLiveKeysAndProtection_FollowTheProps()
    {
        var table = Make(new()
        {
            PartitionKeyName = "pk",
            SortKeyName = "sk",
            DeletedItemTimeToLive = Duration.Days(15),
            TableDeletionProtection = true,
        }).Properties("AWS::DynamoDB::Table");

        table["TimeToLiveSpecification"].ShouldBeJson("""{"AttributeName":"expiresAt","Enabled":true}""");
        table["KeySchema"].ShouldBeJson("""[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]""");
        ((bool?)table["DeletionProtectionEnabled"]).ShouldBe(true);
    }

    [Fact]
    public void Rule_SourcePrefixes_AreAlternativesOfOneField()
    {
        var rule = Make(new() { SourcePrefixes = ["a/", "b/"], SourceSuffixes = [".jpg"] }).Properties("AWS::Events::Rule");

        rule["EventPattern"]!["detail"]!["object"].ShouldBeJson("""{"key":[{"prefix":"a/"},{"prefix":"b/"}]}""");
    }

    [Fact]
    public void StoreInSourceBucket_DisjointPrefixes_MakesOneBucketForBoth()
    {
        var template = Make(new() { StoreInSourceBucket = true, SourcePrefixes = ["uploads/"] });

        template.All("AWS::S3::Bucket").Keys.ShouldNotContain(id => id.Contains("DestinationBucket", StringComparison.Ordinal));
        template.Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!["DESTINATION_BUCKET"].Target()
            .ShouldContain("SourceBucket");
    }

    [Fact]
    public void AccessLogsPrefix_Given_ReachesBucketsAndPolicy()
    {
        var template = Make(new() { AccessLogsPrefix = "shop/" });

        ((string?)template.Properties("AWS::S3::Bucket", "SourceBucket")["LoggingConfiguration"]!["LogFilePrefix"]).ShouldBe("shop/source/");
        template.Properties("AWS::S3::BucketPolicy", "AccessLogsBucket").ToJsonString().ShouldContain("/shop/destination/*");
    }

    [Fact]
    public void AccessLogs_Off_MakesNoLogBucket()
    {
        var template = Make(new() { AccessLogs = false });

        template.All("AWS::S3::Bucket").Count.ShouldBe(2);
        template.Properties("AWS::S3::Bucket", "SourceBucket")["LoggingConfiguration"].ShouldBeNull();
    }

    [Fact]
    public void Delivery_Limits_FollowTheProps()
    {
        var template = Make(new()
        {
            FunctionRetryAttempts = 0,
            FunctionMaxEventAge = Duration.Minutes(10),
            RuleRetryAttempts = 3,
            RuleMaxEventAge = Duration.Hours(1),
            NoncurrentVersionExpiration = Duration.Days(7),
        });

        var config = template.Properties("AWS::Lambda::EventInvokeConfig");
        ((double?)config["MaximumRetryAttempts"]).ShouldBe(0);
        ((double?)config["MaximumEventAgeInSeconds"]).ShouldBe(600);
        template.Properties("AWS::Events::Rule")["Targets"]![0]!["RetryPolicy"].ShouldBeJson(
            """{"MaximumEventAgeInSeconds":3600,"MaximumRetryAttempts":3}""");
        template.Properties("AWS::S3::Bucket", "SourceBucket")["LifecycleConfiguration"]!["Rules"]![1]!
            ["NoncurrentVersionExpiration"].ShouldBeJson("""{"NoncurrentDays":7}""");
    }

    [Fact]
    public void EncryptionKey_Given_EncryptsEverythingAndIsAllowedToWhoeverNeedsIt()
    {
        var template = Synthesized.Stack(stack =>
            new ThumbnailPipeline(stack, "Thumbs", new() { EncryptionKey = new Key(stack, "Key"), StoreInSourceBucket = true, SourcePrefixes = ["in/"] }));

        var source = template.Properties("AWS::S3::Bucket", "SourceBucket")["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0]!;
        ((bool?)source["BucketKeyEnabled"]).ShouldBe(true);
        source["ServerSideEncryptionByDefault"]!["KMSMasterKeyID"].Target().ShouldStartWith("Key");
        template.Properties("AWS::S3::Bucket", "AccessLogsBucket")["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0].ShouldBeJson(
            """{"ServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}""");
        template.Properties("AWS::DynamoDB::Table")["SSESpecification"]!["KMSMasterKeyId"].Target().ShouldStartWith("Key");
        template.Properties("AWS::Logs::LogGroup")["KmsKeyId"].Target().ShouldStartWith("Key");
        template.Properties("AWS::SQS::Queue", "FunctionDeadLetterQueue")["KmsMasterKeyId"].Target().ShouldStartWith("Key");
        template.Properties("AWS::SQS::Queue", "RuleDeadLetterQueue")["KmsMasterKeyId"].Target().ShouldStartWith("Key");

        var keyPolicy = template.Properties("AWS::KMS::Key")["KeyPolicy"]!.ToJsonString();
        keyPolicy.ShouldContain("events.amazonaws.com");
        keyPolicy.ShouldContain("kms:EncryptionContext:aws:logs:arn");

        var keyStatements = template.Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"]!.AsArray()
            .Where(statement => statement!["Action"]!.ToJsonString().Contains("kms:", StringComparison.Ordinal));
        keyStatements.Select(statement => statement!["Resource"].Target()).Distinct().ShouldBe(["Key961B73FD"]);
        keyStatements.Last().ShouldBeJson(
            """
            {
              "Action": ["kms:Decrypt","kms:DescribeKey","kms:Encrypt","kms:GenerateDataKey","kms:ReEncryptFrom","kms:ReEncryptTo"],
              "Effect": "Allow",
              "Resource": {"Fn::GetAtt": ["Key961B73FD","Arn"]}
            }
            """);
    }

    [Fact]
    public void FunctionSettings_Code_ReplacesTheHandlerAndKeepsItsEnvironment()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "main.py"), "def handler(event, context): pass");

        var function = Make(new()
        {
            FunctionSettings = new() { Code = FunctionCode.FromDirectory(folder.Path, Runtime.PYTHON_3_12, "main.handler") },
        }).Properties("AWS::Lambda::Function");

        ((string?)function["Runtime"]).ShouldBe("python3.12");
        ((string?)function["Handler"]).ShouldBe("main.handler");
        function["Environment"]!["Variables"]!["TABLE_NAME"].ShouldNotBeNull();
    }

    [Fact]
    public void FunctionSettings_Arm64_TakesTheOtherBundle()
    {
        var arm = Make(new() { FunctionSettings = new() { Architecture = Architecture.ARM_64 } }).Properties("AWS::Lambda::Function");
        var x64 = Make(new()).Properties("AWS::Lambda::Function");

        arm["Architectures"].ShouldBeJson("""["arm64"]""");
        ((string?)arm["Code"]!["S3Key"]).ShouldNotBe((string?)x64["Code"]!["S3Key"]);
    }

    private static Synthesized Make(ThumbnailPipelineProps props) =>
        Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", props));
}
