using System.Reflection;

namespace ServerlessPatterns.Handlers.Tests;

/// <summary>The folder of this project, from which the tests in JavaScript are run.</summary>
internal static class Sources
{
    public static string Directory { get; } = typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ServerlessPatterns.Testing.ProjectDirectory").Value!;
}
