using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK;
using Gallery;
using ServerlessPatterns.Tests.Containers;
using ServerlessPatterns.Tests.Containers.LoadBalancing;
using ServerlessPatterns.Tests.Crud;
using ServerlessPatterns.Tests.Delivery;
using ServerlessPatterns.Tests.Queues;
using ServerlessPatterns.Tests.Scheduling;
using ServerlessPatterns.Tests.Streams;
using ServerlessPatterns.Tests.Thumbnails;
using ServerlessPatterns.Tests.WebSockets;

namespace ServerlessPatterns.Tests.Templates;

public sealed class GalleryTests
{
    // The values are those of aws-cdk-lib 2.276.0, recommended-feature-flags.json.
    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> WithAllFlags = new(() => Templates(AllFlags()));
    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> WithoutFlags = new(() => Templates([]));

    public static TheoryData<string> Stacks => [.. WithoutFlags.Value.Keys];

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Stack_WithNoFeatureFlagAndWithAll_HasTheSameResources(string stack)
    {
        var without = WithoutFlags.Value[stack]["Resources"]!.AsObject();
        var with = WithAllFlags.Value[stack]["Resources"]!.AsObject();

        with.Select(pair => pair.Key).ShouldBe(without.Select(pair => pair.Key), ignoreOrder: true);
        foreach (var (id, resource) in without)
        {
            PolicyStatements.Expand(with[id]!).ShouldBeJson(PolicyStatements.Expand(resource!).ToJsonString());
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Stack_WithAndWithoutFlags_HasNoCustomResource(string stack)
    {
        foreach (var (id, resource) in Resources(stack))
        {
            var type = (string)resource["Type"]!;
            type.ShouldNotStartWith("Custom::", customMessage: id);
            type.ShouldNotBe("AWS::CloudFormation::CustomResource", id);
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Stack_WithAndWithoutFlags_HasNoFunctionThatThePatternDoesNotName(string stack)
    {
        foreach (var (_, resource) in Resources(stack).Where(pair => (string?)pair.Resource["Type"] == "AWS::Lambda::Function"))
        {
            var path = (string)resource["Metadata"]!["aws:cdk:path"]!;
            path.ShouldEndWith("/Function/Function/Resource");
        }
    }

    private static IEnumerable<(string Id, JsonNode Resource)> Resources(string stack) =>
        new[] { WithoutFlags.Value[stack], WithAllFlags.Value[stack] }
            .SelectMany(template => template["Resources"]!.AsObject())
            .Select(pair => (pair.Key, pair.Value!));

    private static Dictionary<string, JsonObject> Templates(Dictionary<string, object> flags)
    {
        using var output = new TemporaryFolder();
        var context = new Dictionary<string, object>(flags, StringComparer.Ordinal) { ["aws:cdk:enable-path-metadata"] = true };
        var app = new App(new AppProps { Outdir = output.Path, Context = context, AnalyticsReporting = false });
        GalleryStacks.AddTo(app);
        ThumbnailPipelineSnapshotTests.EverythingSet(new Stack(app, "ThumbnailEverythingSet"));
        CrudRestApiSnapshotTests.EverythingSet(new Stack(app, "CrudRestEverythingSet"));
        CrudHttpApiSnapshotTests.EverythingSet(new Stack(app, "CrudHttpEverythingSet"));
        LoadBalancedEc2ServiceSnapshotTests.EverythingSet(new Stack(app, "LoadBalancedEc2EverythingSet"));
        ImageRepositorySnapshotTests.EverythingSet(new Stack(app, "ImageRepositoryEverythingSet"));
        LoadBalancedFargateServiceSnapshotTests.EverythingSet(new Stack(app, "LoadBalancedFargateEverythingSet"));
        QueueProcessorSnapshotTests.EverythingSet(new Stack(app, "QueueProcessorEverythingSet"));
        QueueFargateWorkerSnapshotTests.EverythingSet(new Stack(app, "QueueFargateWorkerEverythingSet"));
        ScheduledFunctionSnapshotTests.EverythingSet(new Stack(app, "ScheduledFunctionEverythingSet"));
        ScheduledFargateTaskSnapshotTests.EverythingSet(new Stack(app, "ScheduledFargateTaskEverythingSet"));
        KinesisStreamProcessorSnapshotTests.EverythingSet(new Stack(app, "KinesisStreamEverythingSet"));
        TableStreamProcessorSnapshotTests.EverythingSet(new Stack(app, "TableStreamEverythingSet"));
        WebSocketBackendSnapshotTests.EverythingSet(new Stack(app, "WebSocketEverythingSet"));
        GitHubDeployRoleSnapshotTests.EverythingSet(new Stack(app, "GitHubDeployRoleEverythingSet"));
        GitHubDiffRoleSnapshotTests.EverythingSet(new Stack(app, "GitHubDiffRoleEverythingSet"));
        return app.Synth().Stacks.ToDictionary(
            stack => stack.StackName,
            stack => JsonNode.Parse(File.ReadAllText(stack.TemplateFullPath))!.AsObject(),
            StringComparer.Ordinal);
    }

    private static Dictionary<string, object> AllFlags()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Templates", "recommended-feature-flags.json");
        var flags = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(file))!;
        flags.Count.ShouldBeGreaterThan(80);
        return flags.ToDictionary(pair => pair.Key, pair => Value(pair.Value), StringComparer.Ordinal);
    }

    private static object Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(item => item.GetString()!).ToArray(),
        _ => value.GetString()!,
    };
}
