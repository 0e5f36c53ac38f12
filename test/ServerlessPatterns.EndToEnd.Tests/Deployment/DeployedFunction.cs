using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Amazon.S3.Model;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>A function as Lambda knows it: its configuration, and its code in a folder.</summary>
internal sealed record DeployedFunction(
    string Name,
    string Handler,
    string Runtime,
    string RoleName,
    int TimeoutSeconds,
    IReadOnlyDictionary<string, string> Environment,
    string Folder)
{
    public static async Task<DeployedFunction> ReadAsync(GalleryFixture gallery, DeployedStack stack, string logicalId)
    {
        var name = stack.Resources.Single(resource => resource.LogicalId == logicalId).PhysicalId;
        var function = await gallery.Aws.GetAsync("lambda", $"/2015-03-31/functions/{name}");
        var configuration = function["Configuration"]!;
        var code = await DownloadAsync(gallery.Aws, stack, logicalId);

        // Lambda's own word on what it runs, whichever way the bytes came here.
        Convert.ToBase64String(SHA256.HashData(code)).ShouldBe(configuration["CodeSha256"]!.GetValue<string>());
        return new(
            name,
            configuration["Handler"]!.GetValue<string>(),
            configuration["Runtime"]!.GetValue<string>(),
            configuration["Role"]!.GetValue<string>().Split('/')[^1],
            configuration["Timeout"]!.GetValue<int>(),
            configuration["Environment"]!["Variables"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal),
            Unpack(code, Path.Combine(gallery.TemporaryFolder, name)));
    }

    /// <summary>Holds what Lambda knows against what the template asks for; values that are put together stay unread.</summary>
    public void ShouldBeAsIn(DeployedStack stack, string runtime)
    {
        var logicalId = stack.Resources.Single(resource => resource.Type == "AWS::Lambda::Function" && resource.PhysicalId == Name).LogicalId;
        var properties = stack.Template[logicalId]!["Properties"]!;
        Runtime.ShouldBe(runtime);
        Handler.ShouldBe(properties["Handler"]!.GetValue<string>());
        TimeoutSeconds.ShouldBe(properties["Timeout"]!.GetValue<int>());
        var variables = properties["Environment"]!["Variables"]!.AsObject();
        Environment.Keys.ShouldBe(variables.Select(variable => variable.Key), ignoreOrder: true);
        foreach (var (name, value) in variables)
        {
            var expected = value is JsonValue ? value.GetValue<string>() : stack.Refer(value!);
            (expected is null || expected == Environment[name]).ShouldBeTrue($"{name} is {Environment[name]} instead of {expected}");
        }
    }

    /// <summary>Puts this machine's native binaries in place of Lambda's; says so when it had to.</summary>
    public string? AdaptNativeModules(string handlerSource)
    {
        if (RuntimeInformation.RuntimeIdentifier == "linux-x64")
        {
            return null;
        }

        var modules = Path.Combine(Folder, "node_modules", "@img");
        Directory.Delete(modules, recursive: true);
        var source = Path.Combine(Repository.Root, handlerSource, "node_modules", "@img");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(modules, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return $"The deployed code is for linux-x64: its native modules are those of {RuntimeInformation.RuntimeIdentifier} here.";
    }

    // moto's Code.Location names a host that it does not serve; the template names the same object in the asset bucket.
    private static async Task<byte[]> DownloadAsync(AwsApi aws, DeployedStack stack, string logicalId)
    {
        var code = stack.Template[logicalId]!["Properties"]!["Code"]!;
        var bucket = code["S3Bucket"]!;
        var bucketName = (bucket is JsonObject ? bucket["Fn::Sub"]! : bucket).GetValue<string>()
            .Replace("${AWS::AccountId}", stack.Account, StringComparison.Ordinal)
            .Replace("${AWS::Region}", stack.Region, StringComparison.Ordinal);
        using var response = await aws.S3.GetObjectAsync(new GetObjectRequest { BucketName = bucketName, Key = code["S3Key"]!.GetValue<string>() });
        using var bytes = new MemoryStream();
        await response.ResponseStream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static string Unpack(byte[] code, string folder)
    {
        using var zip = new MemoryStream(code);
        ZipFile.ExtractToDirectory(zip, folder);
        return folder;
    }
}
