using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

/// <summary>The function as Lambda gets it: published, found by its name, called with streams.</summary>
public sealed class PublishedFunctionTests(EmulatorFixture emulator)
{
    // Only there are the compiler of ReadyToRun code and the code's target known to be available.
    private static readonly bool IsReadyToRun = OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    [Fact]
    public async Task Function_Published_IsFoundByItsNameAndAnswers()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        using var folder = new TemporaryFolder();
        var published = Path.Combine(folder.Path, "published");
        await PublishAsync(folder.Path, published);

        var options = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(published, "ServerlessPatterns.Handlers.Crud.runtimeconfig.json"), TestContext.Current.CancellationToken))!["runtimeOptions"]!["configProperties"]!;
        options["System.Runtime.TieredPGO"]!.GetValue<bool>().ShouldBeFalse();
        options["System.Globalization.Invariant"]!.GetValue<bool>().ShouldBeTrue();
        foreach (var name in new[] { "ServerlessPatterns.Handlers.Crud", "AWSSDK.Core", "AWSSDK.DynamoDBv2" })
        {
            HasNativeCode(Path.Combine(published, $"{name}.dll")).ShouldBe(IsReadyToRun, name);
        }

        Environment.SetEnvironmentVariable(CrudEnvironment.TableName, api.TableName);
        Environment.SetEnvironmentVariable(CrudEnvironment.ResourceName, "orders");
        Environment.SetEnvironmentVariable(CrudEnvironment.CursorKey, "0123456789abcdef");
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_DYNAMODB", emulator.Endpoint.ToString());
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "test");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "test");
        Environment.SetEnvironmentVariable("AWS_REGION", "us-east-1");
        var handler = LambdaHandler.Load(published, CrudEnvironment.Handler);

        foreach (var version in new[] { "1.0", "2.0" })
        {
            var created = await SendAsync(handler, new ApiRequest("POST") { Body = """{"n":1.50}""" }.ToEvent(version));
            created.Status.ShouldBe(201, created.Body);
            var id = created.Json["id"]!.GetValue<string>();
            (await SendAsync(handler, new ApiRequest("GET", id).ToEvent(version))).ETag.ShouldBe(created.ETag);
            (await SendAsync(handler, new ApiRequest("GET").ToEvent(version))).Status.ShouldBe(200);
        }

        (await SendAsync(handler, JsonNode.Parse("[]")!)).ShouldBeProblem(400);
    }

    private static async Task PublishAsync(string folder, string output)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ServerlessPatterns.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        string[] arguments =
        [
            "publish", Path.Combine(root.FullName, "src", "Handlers", "Crud"), "--configuration", "Release", "--output", output, "--nologo",
            // Beside the build of the solution, which may be under way.
            $"-p:BaseIntermediateOutputPath={Path.Combine(folder, "obj")}/", $"-p:BaseOutputPath={Path.Combine(folder, "bin")}/",
            .. IsReadyToRun ? new[] { "--runtime", "linux-x64" } : [],
        ];
        await ChildProcess.RunAsync(ChildProcess.Describe("dotnet", arguments, new Dictionary<string, string>()), TimeSpan.FromMinutes(3));
    }

    private static async Task<ApiResponse> SendAsync(Func<Stream, Task<Stream>> handler, JsonNode @event)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(@event.ToJsonString()));
        await using var output = await handler(input);
        return await ApiResponse.ReadAsync(output);
    }

    private static bool HasNativeCode(string assembly)
    {
        using var file = File.OpenRead(assembly);
        using var reader = new PEReader(file);
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
