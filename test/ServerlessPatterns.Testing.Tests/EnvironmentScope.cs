namespace ServerlessPatterns.Testing.Tests;

/// <summary>Sets what TemplateSnapshot reads from the environment, and puts it back: these tests run on build servers.</summary>
internal sealed class EnvironmentScope : IDisposable
{
    private readonly string? update = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS");
    private readonly string? ci = Environment.GetEnvironmentVariable("CI");

    public EnvironmentScope(string? update, string? ci) => Set(update, ci);

    public void Dispose() => Set(update, ci);

    private static void Set(string? update, string? ci)
    {
        Environment.SetEnvironmentVariable("UPDATE_SNAPSHOTS", update);
        Environment.SetEnvironmentVariable("CI", ci);
    }
}
