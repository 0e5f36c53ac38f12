namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Runs when the other tests are done with the stack.</summary>
[Collection("CrudRest, destroyed")]
public sealed class CrudDestroyTests
{
    private static readonly string[] Stateful = ["AWS::DynamoDB::Table", "AWS::Logs::LogGroup"];

    private static readonly string[] Disposable = ["AWS::IAM::Role", "AWS::Lambda::Function"];

    private readonly GalleryFixture gallery;

    public CrudDestroyTests(GalleryFixture gallery)
    {
        Tool.RequireForDeployment();
        this.gallery = gallery;
    }

    [Fact]
    public Task Destroy_KeepsTheTableAndTheLogsAndRemovesTheRest() =>
        // moto's CloudFormation makes REST APIs and cannot delete them.
        Destruction.CheckAsync(gallery, "CrudRest", Stateful, gallery.Emulator.IsMoto ? Disposable : ["AWS::ApiGateway::RestApi", .. Disposable]);
}
