using System.Diagnostics;

namespace ServerlessPatterns.Tests.Functions.Code;

/// <summary>The parts of a publish that need no build.</summary>
public sealed class PublishingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Errors_RepeatedAndSuffixed_AreToldOnce() => BuildOutput.Errors(
    [
        "  Determining projects to restore...",
        "/a/F.cs(1,2): error CS0103: The name 'x' [y] does not exist [/a/A.csproj]",
        "/a/F.cs(1,2): error CS0103: The name 'x' [y] does not exist [/a/A.csproj::TargetFramework=net10.0]",
        "/a/F.cs(3,4): warning CS0168: unused [/a/A.csproj]",
    ]).ShouldBe(["/a/F.cs(1,2): error CS0103: The name 'x' [y] does not exist"]);

    [Fact]
    public void Errors_ManyOfThem_AreCut()
    {
        var errors = BuildOutput.Errors([.. Enumerable.Range(1, 25).Select(line => $"F.cs({line},1): error CS0103: x")]);

        errors.Count.ShouldBe(21);
        errors[^1].ShouldBe("... and 5 more");
    }

    [Fact]
    public void Errors_NoneRecognised_AreTheLastLines() =>
        BuildOutput.Errors(["one", "", "  two  "]).ShouldBe(["one", "two"]);

    [Theory]
    [InlineData("A.csproj : error NU1101: Unable to find package Microsoft.NETCore.App.Crossgen2.linux-x64. No packages exist", true)]
    [InlineData("A.csproj : error NU1102: Unable to find package Microsoft.NETCore.App.Runtime.linux-arm64 with version (= 10.0.12)", true)]
    [InlineData("A.csproj : error NU1100: Unable to resolve 'Microsoft.AspNetCore.App.Runtime.linux-arm64 (= 10.0.12)'", true)]
    [InlineData("error NETSDK1094: Unable to optimize assemblies for performance: a valid runtime package was not found.", true)]
    [InlineData("A.csproj : error NU1101: Unable to find package Newtonsoft.Jsn. No packages exist", false)]
    [InlineData("A.csproj : error NU1301: Unable to load the service index for source", false)]
    public void LacksReadyToRun_RestoreErrors_OnlyItsOwnPacks(string line, bool expected) =>
        BuildOutput.LacksReadyToRun([line]).ShouldBe(expected);

    [Fact]
    public void SourcePathMap_SiblingsOfTheProject_KeepTheirPathFromIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of Unix.");

        SourcePathMap.For("/home/a,b=c/App", "/packages")
            .ShouldBe("/packages=/_nuget,/home/a,,b==c/App=/_,/home/a,,b==c=/_/..,/home=/_/../..");
    }

    [Theory]
    [InlineData("MSBuildSDKsPath", true)]
    [InlineData("MSBUILD_EXE_PATH", true)]
    [InlineData("DOTNET_STARTUP_HOOKS", true)]
    [InlineData("CORECLR_ENABLE_PROFILING", true)]
    [InlineData("version", true)]
    [InlineData("DOTNET_ROOT", false)]
    [InlineData("NUGET_PACKAGES", false)]
    [InlineData("PATH", false)]
    [InlineData("CI", false)]
    public void InheritedNames_WhatLeaksFromTheParent_IsTold(string name, bool expected) => InheritedNames.Hurts(name).ShouldBe(expected);

    [Fact]
    public void DotnetHost_SeveralCommands_TheFirstWithAnSdkIsTaken()
    {
        var runtimeOnly = folder.Add("runtime/" + Dotnet, "");
        var withSdk = folder.Add("full/" + Dotnet, "");
        folder.Add("full/sdk/10.0.100/dotnet.dll", "");
        var path = string.Join(Path.PathSeparator, Path.Combine(folder.Path, "none"), Path.Combine(folder.Path, "full"));

        string? Environment(string name) => name switch
        {
            "DOTNET_ROOT" => Path.Combine(folder.Path, "runtime"),
            "PATH" => path,
            _ => null,
        };

        new DotnetHost(Environment, null, []).Find().ShouldBe(withSdk);
        // A version manager's script has no SDK beside it.
        new DotnetHost(name => name == "DOTNET_HOST_PATH" ? runtimeOnly : null, null, []).Find().ShouldBe(runtimeOnly);
        new DotnetHost(_ => null, runtimeOnly, [Path.Combine(folder.Path, "full")]).Find().ShouldBe(withSdk);
        new DotnetHost(_ => null, withSdk + "-app", []).Find().ShouldBeNull();
    }

    [Fact]
    public void ChildProcess_DoesNotEnd_IsStopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The command is one of Unix.");
        var start = new ProcessStartInfo("sh", ["-c", "echo started; sleep 60"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        var run = ChildProcess.Run(start, TimeSpan.FromMilliseconds(500));

        run.TimedOut.ShouldBeTrue();
        run.Lines.ShouldBe(["started"]);
        PublishFailure.Explain("/x/A.csproj", run, () => null).Code.ShouldBe(FunctionCodeErrors.PublishTimedOut);
    }

    [Fact]
    public void BuildFolder_LockHeld_GivesUpInTime()
    {
        var project = folder.Add("App.csproj", "");
        using (new BuildFolder(project, "linux-x64").Lock(TimeSpan.Zero).ShouldNotBeNull())
        {
            new BuildFolder(project, "linux-x64").Lock(TimeSpan.Zero).ShouldBeNull();
            using var other = new BuildFolder(project, "linux-arm64").Lock(TimeSpan.Zero).ShouldNotBeNull();
        }

        using var again = new BuildFolder(project, "linux-x64").Lock(TimeSpan.Zero).ShouldNotBeNull();
    }

    [Fact]
    public void BuildFolder_SamePackage_IsKeptInPlaceAndRepaired()
    {
        var build = new BuildFolder(folder.Add("App.csproj", ""), "linux-x64");

        string Keep()
        {
            Directory.CreateDirectory(build.Publish);
            File.WriteAllText(Path.Combine(build.Publish, "App.dll"), "content");
            return build.Keep().Directory;
        }

        var first = Keep();
        Keep().ShouldBe(first);
        File.WriteAllText(Path.Combine(first, "App.dll"), "damaged");
        Keep().ShouldBe(first);
        File.ReadAllText(Path.Combine(first, "App.dll")).ShouldBe("content");
    }

    [Fact]
    public void Unsuitable_SupportedFrameworks_AreFine()
    {
        PublishFailure.Unsuitable("A.csproj", new ProjectProperties("A", "net10.0", "", IsNativeAot: false)).ShouldBeNull();
        PublishFailure.Unsuitable("A.csproj", new ProjectProperties("A", "net8.0", "", IsNativeAot: false)).ShouldBeNull();
    }

    [Fact]
    public void Notices_Net8_WarnsWithTheDate() => DotnetRuntime
        .Notices("/x/A.csproj", new PublishedProject("/x", "A", "net8.0", ReadyToRunUnavailable: false))
        .ShouldHaveSingleItem()
        .ShouldSatisfyAllConditions(
            notice => notice.IsWarning.ShouldBeTrue(),
            notice => notice.Id.ShouldBe("ServerlessPatterns:DeprecatedRuntime"),
            notice => notice.Text.ShouldContain("2027-02-01"));

    [Fact]
    public void TooLarge_Message_SaysSizeLimitAndWayOut() => PublishFailure.TooLarge("/x/A.csproj", 300_000_000).Message.ShouldBe(
        "SP1114: /x/A.csproj: what was published takes 286.1 MB; Lambda allows less than 250 MB unzipped. Leave out what the function does not need, or deploy it as a container image (FunctionCode.FromImageDirectory).");

    public void Dispose() => folder.Dispose();

    private static string Dotnet => OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
}
