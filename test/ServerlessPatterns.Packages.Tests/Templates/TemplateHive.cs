namespace ServerlessPatterns.Packages.Tests;

/// <summary>The packed templates, installed where no other <c>dotnet new</c> looks.</summary>
public sealed class TemplateHive(PackedPackages packages) : IAsyncLifetime
{
    private readonly TemporaryFolder hive = new();

    /// <summary>The templates, by what is written after <c>dotnet new</c>.</summary>
    public static IReadOnlyList<string> Names => ["serverless-cron", "serverless-crud", "serverless-fargate", "serverless-thumbnails"];

    /// <summary>The sources of a template, or of what all have.</summary>
    public static string Source(params string[] path) => Path.Combine([Repository.Root, "templates", "content", .. path]);

    public async ValueTask InitializeAsync() =>
        await RunAsync(hive.Path, "install", packages.PackageFile("ServerlessPatterns.Templates"));

    public ValueTask DisposeAsync()
    {
        hive.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes a repository as a user does: a folder of the name that is given.</summary>
    internal async Task<CreatedRepository> NewAsync(string template, string name, params string[] options)
    {
        var parent = packages.NewApp($"{template} {Guid.NewGuid():N}");
        await RunAsync(parent, [template, "--name", name, .. options]);
        return new CreatedRepository(packages, Path.Combine(parent, name));
    }

    /// <summary>What <c>dotnet new list</c> says of the templates.</summary>
    public Task<string> ListAsync() => RunAsync(hive.Path, "list", "serverless");

    private Task<string> RunAsync(string folder, params string[] arguments) =>
        packages.DotnetAsync(folder, ["new", .. arguments, "--debug:custom-hive", hive.Path]);
}
