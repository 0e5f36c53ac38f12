using System.Diagnostics;

namespace ServerlessPatterns.Packages.Tests;

/// <summary>Takes the place of programs for one process and those that it starts: each call is written down, and fails.</summary>
internal sealed class StandIns
{
    private readonly string folder;
    private readonly string? passed;

    /// <param name="start">The process.</param>
    /// <param name="folder">A folder for the stand-ins.</param>
    /// <param name="programs">What they take the place of.</param>
    /// <param name="passed">The one call that goes through to the real program.</param>
    public StandIns(ProcessStartInfo start, string folder, string[] programs, string? passed = null)
    {
        this.folder = folder;
        this.passed = passed;

        // The library takes a dotnet command for one that can publish when it lies beside an SDK.
        Directory.CreateDirectory(Path.Combine(folder, "sdk", "10.0.100"));
        foreach (var program in programs)
        {
            Write(program);
        }

        start.Environment["PATH"] = folder + Path.PathSeparator + start.Environment["PATH"];
        start.Environment["CDK_DOCKER"] = File("docker");
        if (programs.Contains("dotnet"))
        {
            start.Environment["DOTNET_HOST_PATH"] = File("dotnet");
        }
    }

    /// <summary>Each call, as it would be typed.</summary>
    public IReadOnlyList<string> Calls => System.IO.File.Exists(CallsFile)
        ? [.. System.IO.File.ReadAllLines(CallsFile).Select(line => line.Trim())]
        : [];

    private string CallsFile => Path.Combine(folder, "calls.txt");

    private string File(string program) => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.cmd" : program);

    private void Write(string program)
    {
        var real = program == "dotnet" ? Tool.Find(Tool.Dotnet) : null;
        if (OperatingSystem.IsWindows())
        {
            System.IO.File.WriteAllText(File(program),
                $"""
                @echo off
                echo {program} %*>> "{CallsFile}"
                if "{program} %*"=="{passed}" "{real}" %* & exit /b
                echo {program} %* has no place here 1>&2
                exit /b 1
                """.ReplaceLineEndings("\r\n"));
            return;
        }

        System.IO.File.WriteAllText(File(program),
            $"""
            #!/bin/sh
            echo "{program} $*" >> '{CallsFile}'
            if [ "{program} $*" = "{passed}" ]; then exec '{real}' "$@"; fi
            echo "{program} $* has no place here" >&2
            exit 1
            """.ReplaceLineEndings("\n") + "\n");
        System.IO.File.SetUnixFileMode(File(program), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
