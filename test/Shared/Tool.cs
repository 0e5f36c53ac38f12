namespace ServerlessPatterns.Tests.Shared;

/// <summary>The programs that the tests need beside the .NET SDK.</summary>
internal static class Tool
{
    /// <summary>The CDK CLI, for npx. Every page of the repository names the same version, which a test sees to.</summary>
    public const string CdkCli = "aws-cdk@2.1148.1";

    private static readonly bool Windows = OperatingSystem.IsWindows();

    public static string Node => Windows ? "node.exe" : "node";

    public static string Dotnet => Windows ? "dotnet.exe" : "dotnet";

    // Starts without a shell because its extension is given.
    public static string Npx => Windows ? "npx.cmd" : "npx";

    public static string Moto => Windows ? "moto_server.exe" : "moto_server";

    // Two names: version 1 is a script there, version 2 a program.
    public static string AwsCli => Windows && !IsOnPath("aws.exe") ? "aws.cmd" : Windows ? "aws.exe" : "aws";

    public static string Git => Windows ? "git.exe" : "git";

    public static string CfnLint => Windows ? "cfn-lint.exe" : "cfn-lint";

    public static string Bash => Windows ? "bash.exe" : "bash";

    public static string Shellcheck => Windows ? "shellcheck.exe" : "shellcheck";

    /// <summary>Skips the test, or fails it where CI is set, when it cannot run on this machine.</summary>
    public static void RequireForDeployment()
    {
        Require(Node, "Node.js 20 or newer, https://nodejs.org");
        Require(Npx, "npm, which comes with Node.js, https://nodejs.org");
        if (Emulator.GivenEndpoint is null)
        {
            Require(Moto, "pip install \"moto[server]\"");
        }
    }

    public static void Require(string program, string howToGetIt)
    {
        if (IsOnPath(program))
        {
            return;
        }

        var message = $"{program} is not on the PATH: {howToGetIt}";
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Assert.Fail(message);
        }

        Assert.Skip(message);
    }

    public static bool CanDeploy => IsOnPath(Node) && IsOnPath(Npx) && (Emulator.GivenEndpoint is not null || IsOnPath(Moto));

    public static bool IsOnPath(string program) => Find(program) is not null;

    /// <summary>The file that the PATH leads to.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder.Trim('"'), program))
            .FirstOrDefault(File.Exists);
}
