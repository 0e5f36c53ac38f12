namespace ServerlessPatterns.EndToEnd.Tests;

[Collection(WebSocketCollection.Collection)]
public sealed class WebSocketStackTests(WebSocketDeployment deployment, ITestOutputHelper output) : StackTests(deployment, output)
{
    protected override IReadOnlyList<string> NotMadeByMoto =>
    [
        "AWS::ApiGateway::Account",
        "AWS::ApiGatewayV2::Api",
        "AWS::ApiGatewayV2::Integration",
        "AWS::ApiGatewayV2::Route",
        "AWS::ApiGatewayV2::Stage",
        "AWS::CloudWatch::Alarm",
    ];

    protected override IReadOnlyList<string> DroppedByMoto =>
    [
        "function: architecture, logging configuration, tracing",
        "role of the function: the id of the API in the ARN of its connections",
    ];

    [Fact]
    public void Function_Configuration_IsThatOfTheTemplate()
    {
        deployment.Running.Deployed.ShouldBeAsIn(deployment.Stack, "nodejs24.x");
        deployment.Running.Deployed.Environment["CONNECTIONS_URL"].ShouldEndWith($".execute-api.{deployment.Stack.Region}.amazonaws.com/prod");
        deployment.Running.Deployed.Environment["TABLE_NAME"].ShouldBe(deployment.Stack.Outputs["Table"]);
    }
}

public sealed class WebSocketDestroyTests(GalleryFixture gallery) : DestroyTests(gallery, "WebSocket")
{
    protected override IReadOnlyList<string> Kept => ["AWS::DynamoDB::Table", "AWS::IAM::Role", "AWS::Logs::LogGroup"];

    protected override IReadOnlyList<string> Removed => ["AWS::IAM::Role", "AWS::Lambda::Function"];
}
