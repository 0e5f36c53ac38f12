using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The gallery's <c>ImageRepository</c>.</summary>
public sealed class ImageRepositoryDeployment(GalleryFixture gallery) : StackDeployment(gallery, "ImageRepository");

public sealed class ImageRepositoryStackTests(ImageRepositoryDeployment deployment, ITestOutputHelper output)
    : StackTests(deployment, output), IClassFixture<ImageRepositoryDeployment>
{
    private const string Ecr = "AmazonEC2ContainerRegistry_V20150921";

    private string Name => deployment.Stack.Outputs["RepositoryName"];

    protected override IReadOnlyList<string> NotMadeByMoto => ["AWS::CloudWatch::Alarm", "AWS::SQS::QueuePolicy"];

    protected override IReadOnlyList<string> DroppedByMoto => ["repository: lifecycle policy, scan on push, encryption"];

    [Fact]
    public async Task Repository_AsDeployed_IsScannedImmutableAndEncrypted()
    {
        var described = await deployment.Gallery.Aws.JsonAsync("ecr", $"{Ecr}.DescribeRepositories", new { repositoryNames = new[] { Name } });

        var repository = described["repositories"]!.AsArray().ShouldHaveSingleItem()!;
        repository["repositoryName"]!.GetValue<string>().ShouldBe("gallery/container-app");
        repository["imageTagMutability"]!.GetValue<string>().ShouldBe("IMMUTABLE");

        // moto answers with empty configurations of scanning and encryption: the template has them.
        var properties = deployment.Stack.OfType("AWS::ECR::Repository").Single().Value!["Properties"]!;
        properties["ImageScanningConfiguration"]!["ScanOnPush"]!.GetValue<bool>().ShouldBeTrue();
        properties["EncryptionConfiguration"]!["EncryptionType"]!.GetValue<string>().ShouldBe("AES256");
    }

    [Fact]
    public async Task Push_ATagThatIsThere_IsRefusedForAnotherImage()
    {
        await PutImageAsync("first");

        var refused = await Should.ThrowAsync<HttpRequestException>(() => PutImageAsync("second"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refused.Message.ShouldContain("AlreadyExistsException");
    }

    [Fact]
    public async Task PushScript_WithTheRealAwsCli_PrintsTheDigestOfWhatWasPushedAndPushesOnce()
    {
        Tool.Require(Tool.Bash, "bash, which on Windows comes with Git, https://git-scm.com");
        Tool.Require(Tool.AwsCli, "pip install awscli");
        var script = Path.Combine(Repository.Root, "examples", "ContainerApp", "push.sh");
        var uri = $"{deployment.Stack.Account}.dkr.ecr.{deployment.Stack.Region}.amazonaws.com/{Name}";

        // No engine: the image is a manifest, and the push is ECR's own call.
        var answer = await PageScript.RunAsync(
            $$"""
            docker() {
              case "$1" in
                login) cat > /dev/null ;;
                push) aws ecr put-image --repository-name "{{Name}}" --image-tag "${2##*:}" --image-manifest '{{Manifest("script")}}' ;;
              esac
            }
            export -f aws docker
            bash "{{script.Replace('\\', '/')}}" "{{uri}}" script 2> /dev/null
            docker() { exit 1; }
            bash "{{script.Replace('\\', '/')}}" "{{uri}}" script
            """,
            deployment.Gallery.Emulator.Endpoint);

        var digests = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        digests.Length.ShouldBe(2);
        digests[0].ShouldStartWith("sha256:");
        digests[1].ShouldBe(digests[0]);
    }

    [Fact]
    public async Task FindingsRule_AsDeployed_TakesCriticalFindingsOfThisRepositoryIntoTheirQueue()
    {
        var rule = await EventRule.ReadAsync(deployment.Gallery.Aws, deployment.Stack.PhysicalId("AWS::Events::Rule", "ImagesFindingsRule"));

        var queue = deployment.Stack.PhysicalId("AWS::SQS::Queue", "ImagesFindingsQueue").Split('/')[^1];
        rule.Targets.ShouldHaveSingleItem()!["Arn"]!.GetValue<string>().ShouldEndWith($":{queue}");
        static JsonObject Scan(string repository, JsonObject counts) => new()
        {
            ["source"] = "aws.ecr",
            ["detail-type"] = "ECR Image Scan",
            ["detail"] = new JsonObject
            {
                ["scan-status"] = "COMPLETE",
                ["repository-name"] = repository,
                ["finding-severity-counts"] = counts,
            },
        };

        rule.Matches(Scan(Name, new() { ["CRITICAL"] = 10, ["MEDIUM"] = 9 })).ShouldBeTrue();
        rule.Matches(Scan(Name, new() { ["CRITICAL"] = 0, ["MEDIUM"] = 9 })).ShouldBeFalse();
        rule.Matches(Scan(Name, new() { ["MEDIUM"] = 9 })).ShouldBeFalse();
        rule.Matches(Scan($"{Name}-of-somebody-else", new() { ["CRITICAL"] = 10 })).ShouldBeFalse();
    }

    private Task<JsonNode> PutImageAsync(string layer) => deployment.Gallery.Aws.JsonAsync("ecr", $"{Ecr}.PutImage", new
    {
        repositoryName = Name,
        imageTag = "v1",
        imageManifest = Manifest(layer),
    });

    // moto names an image by its layers.
    private static string Manifest(string layer) => JsonSerializer.Serialize(new
    {
        schemaVersion = 2,
        mediaType = "application/vnd.oci.image.manifest.v1+json",
        config = new { mediaType = "application/vnd.oci.image.config.v1+json", size = 2, digest = Digest("{}") },
        layers = new[] { new { mediaType = "application/vnd.oci.image.layer.v1.tar", size = layer.Length, digest = Digest(layer) } },
    });

    private static string Digest(string content) =>
        $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
}

public sealed class ImageRepositoryDestroyTests(GalleryFixture gallery) : DestroyTests(gallery, "ImageRepository")
{
    protected override IReadOnlyList<string> Kept => ["AWS::ECR::Repository", "AWS::SQS::Queue"];

    protected override IReadOnlyList<string> Removed => ["AWS::Events::Rule"];
}
