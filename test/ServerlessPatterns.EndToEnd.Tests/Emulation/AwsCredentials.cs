namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Who calls, and where.</summary>
internal sealed record AwsCredentials(string AccessKey, string SecretKey, string? SessionToken, string Region)
{
    /// <summary>Those of the environment when the emulator is given by it too; moto takes any.</summary>
    public static AwsCredentials Administrator { get; } = Emulator.GivenEndpoint is null
        ? new("test", "test", null, "us-east-1")
        : new(Variable("AWS_ACCESS_KEY_ID") ?? "test", Variable("AWS_SECRET_ACCESS_KEY") ?? "test", Variable("AWS_SESSION_TOKEN"), Variable("AWS_REGION") ?? "us-east-1");

    /// <summary>The variables that every AWS tool reads, with which no file or profile of the user is looked at.</summary>
    public Dictionary<string, string> Variables(Uri endpoint)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_ENDPOINT_URL"] = endpoint.AbsoluteUri.TrimEnd('/'),
            ["AWS_ACCESS_KEY_ID"] = AccessKey,
            ["AWS_SECRET_ACCESS_KEY"] = SecretKey,
            ["AWS_REGION"] = Region,
            ["AWS_DEFAULT_REGION"] = Region,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_CONFIG_FILE"] = NoFile,
            ["AWS_SHARED_CREDENTIALS_FILE"] = NoFile,
        };
        if (SessionToken is not null)
        {
            variables["AWS_SESSION_TOKEN"] = SessionToken;
        }

        return variables;
    }

    private static string NoFile => OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);
}
