using System.Collections.Concurrent;
using System.Diagnostics;

namespace ServerlessPatterns.Tests.Shared;

/// <summary>A program that is started with arguments and an environment, and never outlives the test.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    public ChildProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Ended = process.WaitForExitAsync();
    }

    public Task Ended { get; }

    /// <summary>The exit code of a program that has ended.</summary>
    public int ExitCode => process.ExitCode;

    public string Output => string.Join('\n', lines);

    public static ProcessStartInfo Describe(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Waits for the end, and fails with the output when it is not a success in time.</summary>
    public static async Task<string> RunAsync(ProcessStartInfo start, TimeSpan timeout)
    {
        using var child = new ChildProcess(start);
        var command = $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
        try
        {
            await child.Ended.WaitAsync(timeout);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{command} did not end within {timeout.TotalSeconds} s:\n{child.Output}");
        }

        if (child.process.ExitCode != 0)
        {
            Assert.Fail($"{command} ended with {child.process.ExitCode}:\n{child.Output}");
        }

        return child.Output;
    }

    /// <summary>Asks the program to end, as an orchestrator of containers does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(5000);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
        {
            lines.Enqueue(line.Data);
        }
    }
}
