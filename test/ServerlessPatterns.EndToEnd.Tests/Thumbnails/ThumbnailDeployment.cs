using Amazon.S3;
using Amazon.S3.Model;

namespace ServerlessPatterns.EndToEnd.Tests;

[CollectionDefinition(ThumbnailTests.Collection)]
public sealed class ThumbnailCollection : ICollectionFixture<ThumbnailDeployment>;

/// <summary>The gallery's thumbnail stack, with its function running.</summary>
public sealed class ThumbnailDeployment(GalleryFixture gallery) : IAsyncLifetime
{
    internal GalleryFixture Gallery => gallery;

    internal DeployedStack Stack { get; private set; } = null!;

    internal DeployedFunction Function { get; private set; } = null!;

    internal EventRule Rule { get; private set; } = null!;

    internal AwsCredentials Role { get; private set; } = null!;

    internal RecordingProxy Proxy { get; private set; } = null!;

    internal LambdaRuntime Runtime { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!Tool.CanDeploy)
        {
            return;
        }

        Stack = await gallery.DeployAsync("Thumbnail");
        var logicalId = Stack.Resources.Single(resource => resource.Type == "AWS::Lambda::Function").LogicalId;
        Function = await DeployedFunction.ReadAsync(gallery, Stack, logicalId);
        if (Function.AdaptNativeModules("src/Handlers/Thumbnail") is { } warning)
        {
            TestContext.Current.SendDiagnosticMessage(warning);
        }

        Rule = await EventRule.ReadAsync(gallery.Aws, Stack.PhysicalId("AWS::Events::Rule", "ThumbnailsRule"));
        Role = await RoleSession.AssumeAsync(gallery.Aws, Stack, Function.RoleName);
        await EnableVersioningAsync();
        Proxy = await RecordingProxy.StartAsync(gallery.Emulator.Endpoint, Stack);
        Runtime = await LambdaRuntime.StartAsync(Function, Proxy.Address, Role, gallery.TemporaryFolder);
    }

    // The template asks for it; moto's CloudFormation drops it.
    private async Task EnableVersioningAsync()
    {
        Stack.Template[Stack.Resources.Single(resource => resource.PhysicalId == Stack.Outputs["SourceBucket"]).LogicalId]!
            ["Properties"]!["VersioningConfiguration"]!["Status"]!.GetValue<string>().ShouldBe("Enabled");
        await gallery.Aws.S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            BucketName = Stack.Outputs["SourceBucket"],
            VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled },
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Runtime is not null)
        {
            await Runtime.DisposeAsync();
            await Proxy.DisposeAsync();
        }
    }
}
