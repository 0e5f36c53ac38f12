using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Kinesis;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3;
using Stream = Amazon.CDK.AWS.Kinesis.Stream;

namespace ServerlessPatterns.Tests.Streams;

public sealed class KinesisStreamProcessorGivenTests
{
    private const string Arn = "arn:aws:kinesis:us-east-1:123456789012:stream/clicks";

    [Fact]
    public void StreamAndBucket_Imported_AreUsedAsTheyAre()
    {
        var template = Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            Stream = Stream.FromStreamArn(stack, "Given", Arn),
            FailureBucket = Bucket.FromBucketName(stack, "Failures", "failures"),
            FunctionSettings = StreamCode.Settings,
        }));

        template.All("AWS::Kinesis::Stream").ShouldBeEmpty();
        template.All("AWS::S3::Bucket").ShouldBeEmpty();
        template.Annotations.ShouldBeEmpty();
        var mapping = template.Properties("AWS::Lambda::EventSourceMapping");
        ((string?)mapping["EventSourceArn"]).ShouldBe(Arn);
        mapping["DestinationConfig"]!["OnFailure"]!["Destination"].ShouldBeJson("""{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":s3:::failures"]]}""");
        template.Properties("AWS::IAM::Policy").ToJsonString().ShouldContain(":s3:::failures/aws/lambda/*");
    }

    [Fact]
    public void Stream_TwoProcessorsWithEnhancedFanOut_HaveAConsumerEach()
    {
        var template = Synthesized.Stack(stack =>
        {
            var stream = Stream.FromStreamArn(stack, "Given", Arn);
            new KinesisStreamProcessor(stack, "One", new() { Stream = stream, EnhancedFanOut = true, FunctionSettings = StreamCode.Settings });
            new KinesisStreamProcessor(stack, "Two", new() { Stream = stream, EnhancedFanOut = true, FunctionSettings = StreamCode.Settings });
        });

        template.All("AWS::Kinesis::StreamConsumer").Values.Select(consumer => (string?)consumer["Properties"]!["ConsumerName"])
            .ShouldBe(["Test-One-F687DD59", "Test-Two-9E6DF678"]);
        template.Annotations.Count.ShouldBe(2);
        template.Annotations.ShouldAllBe(text => text.StartsWith("Enhanced fan-out costs 10.95 USD a month", StringComparison.Ordinal));
    }

    [Fact]
    public void Resources_OfAnotherStack_MakeNoCycle()
    {
        var template = Synthesized.App("Reader", app =>
        {
            var data = new Stack(app, "Data");
            var (stream, failures) = (new Stream(data, "Stream", new StreamProps { Encryption = StreamEncryption.KMS }), new Bucket(data, "Failures"));
            var function = Python(new Stack(app, "Code"));
            new KinesisStreamProcessor(new Stack(app, "Reader"), "Clicks", new()
            {
                Stream = stream,
                FailureBucket = failures,
                Function = function,
                EnhancedFanOut = true,
            });
        });

        template.All("AWS::Lambda::Function").ShouldBeEmpty();
        template.Properties("AWS::Kinesis::StreamConsumer")["StreamARN"]!["Fn::ImportValue"].ShouldNotBeNull();
        template.Properties("AWS::IAM::Policy")["Roles"]![0]!["Fn::ImportValue"].ShouldNotBeNull();
        template.Properties("AWS::IAM::Policy").ToJsonString().ShouldContain("kms:Decrypt");
    }

    [Fact]
    public void Function_Given_IsNeverReconfigured()
    {
        var template = Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new() { Function = Python(stack) }));

        template.All("AWS::Logs::LogGroup").ShouldBeEmpty();
        template.Properties("AWS::Lambda::EventSourceMapping")["FunctionName"].Target().ShouldStartWith("Python");
        template.Properties("AWS::IAM::Policy")["Roles"]![0].Target().ShouldStartWith("PythonServiceRole");
        template.All("AWS::CloudWatch::Alarm").Keys.ShouldNotContain(id => id.Contains("FunctionDuration", StringComparison.Ordinal));
    }

    [Fact]
    public void Function_AliasGiven_IsWhatTheMappingInvokes()
    {
        var template = Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            Function = new Alias(stack, "Live", new AliasProps { AliasName = "live", Version = Python(stack).CurrentVersion }),
        }));

        template.Properties("AWS::Lambda::EventSourceMapping")["FunctionName"]!.ToJsonString().ShouldContain("Live");
    }

    [Fact]
    public void Function_Imported_NeedsItsRole()
    {
        Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            Function = Function.FromFunctionArn(stack, "Imported", "arn:aws:lambda:us-east-1:123456789012:function:mine"),
        })).Annotations.ShouldContain(text => text.Contains("imported without its role", StringComparison.Ordinal));

        Synthesized.Stack(stack => new KinesisStreamProcessor(stack, "Clicks", new()
        {
            Function = Function.FromFunctionAttributes(stack, "Imported", new FunctionAttributes
            {
                FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:mine",
                Role = Role.FromRoleArn(stack, "Role", "arn:aws:iam::123456789012:role/mine"),
            }),
        })).Properties("AWS::IAM::Policy")["Roles"].ShouldBeJson("""["mine"]""");
    }

    private static Function Python(Stack stack) => new(stack, "Python", new FunctionProps
    {
        Runtime = Runtime.PYTHON_3_12,
        Handler = "index.handler",
        Code = Code.FromInline("def handler(event, context): pass"),
    });
}
