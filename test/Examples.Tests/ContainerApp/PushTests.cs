namespace Examples.Tests.ContainerApp;

/// <summary>The pipeline's script, with stand-ins for the AWS CLI, Docker and the .NET SDK that write down how they are called.</summary>
public sealed class PushTests : IDisposable
{
    private const string Uri = "123456789012.dkr.ecr.us-east-1.amazonaws.com/gallery/container-app";
    private const string Digest = "sha256:0123";

    private readonly TemporaryFolder folder = new();

    public PushTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the script is for the shell of a pipeline");

        // An image is there once it was pushed.
        Stub("aws", $$"""
            case "$*" in
              *get-login-password*) echo secret ;;
              *describe-images*) if [ -e "{{folder.Path}}/pushed" ]; then echo {{Digest}}; else echo ImageNotFoundException >&2; exit 254; fi ;;
            esac
            """);

        // Both ends of a pipe start at once: the second is written down when it has read what the first had to say.
        Stub("docker", $"[ \"$1\" != push ] || touch \"{folder.Path}/pushed\"", first: $"[ \"$1\" != login ] || cat > \"{folder.Path}/password\"");
        Stub("dotnet", $"touch \"{folder.Path}/pushed\"");
    }

    private string Calls => File.ReadAllText(Path.Combine(folder.Path, "calls"));

    [Fact]
    public async Task Push_WithDocker_BuildsForTheProcessorPushesAndPrintsTheDigest()
    {
        (await PushAsync("v1")).ShouldEndWith(Digest);

        Calls.ShouldBe(
            $"""
            aws ecr describe-images --repository-name gallery/container-app --image-ids imageTag=v1 --query imageDetails[0].imageDigest --output text
            aws ecr get-login-password
            docker login --username AWS --password-stdin 123456789012.dkr.ecr.us-east-1.amazonaws.com
            docker build --platform linux/amd64 --tag {Uri}:v1 {PublishedApp.Source}
            docker push {Uri}:v1
            aws ecr describe-images --repository-name gallery/container-app --image-ids imageTag=v1 --query imageDetails[0].imageDigest --output text

            """,
            StringCompareShould.IgnoreLineEndings);
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "password"), TestContext.Current.CancellationToken)).Trim().ShouldBe("secret");
    }

    [Fact]
    public async Task Push_WithTheSdk_PublishesTheContainer()
    {
        (await PushAsync("v1", ("IMAGE_BUILDER", "sdk"), ("IMAGE_PLATFORM", "linux/arm64"))).ShouldEndWith(Digest);

        Calls.ShouldContain(
            $"dotnet publish {PublishedApp.Source} -t:PublishContainer --configuration Release --os linux --arch arm64 -p:ContainerRegistry=123456789012.dkr.ecr.us-east-1.amazonaws.com -p:ContainerRepository=gallery/container-app -p:ContainerImageTag=v1");
        Calls.ShouldNotContain("docker build");
    }

    [Fact]
    public async Task Push_ATagThatIsThere_OnlyPrintsItsDigest()
    {
        await PushAsync("v1");
        File.Delete(Path.Combine(folder.Path, "calls"));

        (await PushAsync("v1")).ShouldEndWith(Digest);

        Calls.ShouldNotContain("docker");
    }

    [Fact]
    public async Task Push_WithoutATag_TakesTheCommit()
    {
        await PushAsync(null);

        Calls.ShouldMatch("docker push [^ ]+:[0-9a-f]{12}\n");
    }

    public void Dispose() => folder.Dispose();

    private void Stub(string name, string body, string first = "")
    {
        var bin = Directory.CreateDirectory(Path.Combine(folder.Path, "bin")).FullName;
        var file = Path.Combine(bin, name);
        File.WriteAllText(file, $"#!/usr/bin/env bash\n{first}\necho {name} \"$@\" >> \"{folder.Path}/calls\"\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
        }
    }

    private Task<string> PushAsync(string? tag, params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        environment["PATH"] = $"{folder.Path}/bin:{Environment.GetEnvironmentVariable("PATH")}";
        string[] arguments = [Path.Combine(PublishedApp.Source, "push.sh"), Uri, .. tag is null ? Array.Empty<string>() : [tag]];
        return ChildProcess.RunAsync(ChildProcess.Describe(Tool.Bash, arguments, environment), TimeSpan.FromMinutes(1));
    }
}
