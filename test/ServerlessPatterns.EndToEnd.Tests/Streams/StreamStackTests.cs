namespace ServerlessPatterns.EndToEnd.Tests;

[Collection(KinesisCollection.Collection)]
public sealed class KinesisStackTests(KinesisDeployment deployment, ITestOutputHelper output) : StackTests(deployment, output)
{
    protected override IReadOnlyList<string> NotMadeByMoto => ["AWS::CloudWatch::Alarm", "AWS::S3::BucketPolicy"];

    protected override IReadOnlyList<string> DroppedByMoto =>
        ["bucket: lifecycle", "function: architecture, logging configuration, tracing", "stream: capacity mode, encryption"];

    [Fact]
    public void Function_Configuration_IsThatOfTheTemplate() => deployment.Function.ShouldBeAsIn(deployment.Stack, "dotnet10");

    [Fact]
    public void Mapping_ReadsTheStreamAndAsksForTheFailures()
    {
        var mapping = deployment.Source.Mapping;

        mapping.EventSourceArn.ShouldEndWith($":stream/{deployment.Stack.Outputs["Stream"]}");
        mapping.ReportsFailures.ShouldBeTrue();
        mapping.Bisects.ShouldBeTrue();
        mapping.Settings["DestinationConfig"]!["OnFailure"]!["Destination"]!.GetValue<string>()
            .ShouldBe($"arn:aws:s3:::{deployment.Stack.Outputs["FailureBucket"]}");
    }
}

public sealed class KinesisDestroyTests(GalleryFixture gallery) : DestroyTests(gallery, "KinesisStream")
{
    protected override IReadOnlyList<string> Kept => ["AWS::DynamoDB::Table", "AWS::Kinesis::Stream", "AWS::Logs::LogGroup", "AWS::S3::Bucket"];

    protected override IReadOnlyList<string> Removed => ["AWS::IAM::Role", "AWS::Lambda::EventSourceMapping", "AWS::Lambda::Function"];
}

[Collection(TableStreamCollection.Collection)]
public sealed class TableStreamStackTests(TableStreamDeployment deployment, ITestOutputHelper output) : StackTests(deployment, output)
{
    protected override IReadOnlyList<string> NotMadeByMoto => ["AWS::CloudWatch::Alarm", "AWS::Lambda::EventSourceMapping", "AWS::S3::BucketPolicy"];

    protected override IReadOnlyList<string> DroppedByMoto => ["bucket: lifecycle", "function: architecture, logging configuration, tracing"];

    [Fact]
    public void Function_Configuration_IsThatOfTheTemplate() => deployment.Function.ShouldBeAsIn(deployment.Stack, "dotnet10");

    [Fact]
    public void Mapping_ReadsTheStreamAndAsksForTheFailures()
    {
        var mapping = deployment.Source.Mapping;

        mapping.EventSourceArn.ShouldContain($":table/{deployment.Stack.Outputs["Table"]}/stream/");
        mapping.ReportsFailures.ShouldBeTrue();
        mapping.Bisects.ShouldBeTrue();
    }
}

public sealed class TableStreamDestroyTests(GalleryFixture gallery) : DestroyTests(gallery, "TableStream")
{
    protected override IReadOnlyList<string> Kept => ["AWS::DynamoDB::Table", "AWS::Logs::LogGroup", "AWS::S3::Bucket"];

    protected override IReadOnlyList<string> Removed => ["AWS::IAM::Role", "AWS::Lambda::Function"];
}
