using System.Diagnostics;

namespace ServerlessPatterns;

/// <summary>How a child process ended.</summary>
internal sealed record ChildProcess(int ExitCode, bool TimedOut, IReadOnlyList<string> Lines)
{
    /// <summary>A grandchild that outlives the child may hold its pipes for ever.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);

    public string Output => string.Join(Environment.NewLine, Lines);

    /// <summary>Runs to the end, reading both streams while it does.</summary>
    public static ChildProcess Run(ProcessStartInfo start, TimeSpan timeout)
    {
        List<string> lines = [];
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        var inTime = process.WaitForExit(timeout);
        if (!inTime)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(DrainTime);
        }

        process.WaitForExitAsync().Wait(DrainTime);
        lock (lines)
        {
            return new ChildProcess(inTime ? process.ExitCode : -1, !inTime, [.. lines]);
        }

        void Add(string? line)
        {
            if (line is not null)
            {
                lock (lines)
                {
                    lines.Add(line);
                }
            }
        }
    }
}
