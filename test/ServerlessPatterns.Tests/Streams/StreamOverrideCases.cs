using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Streams;

/// <summary>The props that both stream processors follow alike.</summary>
public abstract class StreamOverrideCases
{
    private protected abstract Synthesized Make(FunctionSettings settings, Duration? failureExpiration = null, Func<Stack, IKey>? key = null);

    /// <summary>The key that encrypts what the processor reads.</summary>
    private protected abstract JsonNode KeyOfTheSource(Synthesized template);

    [Fact]
    public void FailureBucket_Expiration_FollowsTheProps() => ((double?)Make(StreamCode.Settings, failureExpiration: Duration.Days(90))
        .Properties("AWS::S3::Bucket")["LifecycleConfiguration"]!["Rules"]![1]!["ExpirationInDays"]).ShouldBe(90);

    [Fact]
    public void EncryptionKey_Given_EncryptsEverything()
    {
        var template = Make(StreamCode.Settings, key: stack => new Key(stack, "Key"));

        KeyOfTheSource(template).Target().ShouldStartWith("Key");
        template.Properties("AWS::S3::Bucket")["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0]!["ServerSideEncryptionByDefault"]!["KMSMasterKeyID"]
            .Target().ShouldStartWith("Key");
        template.Properties("AWS::Logs::LogGroup")["KmsKeyId"].Target().ShouldStartWith("Key");
    }

    [Fact]
    public void FunctionSettings_EverythingSet_ReachTheFunction()
    {
        var function = Make(new()
        {
            Code = StreamCode.Code,
            MemorySize = 256,
            Timeout = Duration.Minutes(5),
            Architecture = Architecture.ARM_64,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TABLE"] = "minutes" },
        }).Properties("AWS::Lambda::Function");

        ((double?)function["MemorySize"]).ShouldBe(256);
        ((double?)function["Timeout"]).ShouldBe(300);
        function["Architectures"].ShouldBeJson("""["arm64"]""");
        function["Environment"]!["Variables"].ShouldBeJson("""{"FUNCTION_TIMEOUT_SECONDS":"300","TABLE":"minutes"}""");
    }
}
