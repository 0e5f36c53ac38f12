using System.Globalization;

namespace ServerlessPatterns;

/// <summary>CPU units and MiB of memory of a task.</summary>
internal sealed record TaskSize(double Cpu, double MemoryMiB)
{
    /// <summary>What the user set; what he left out follows, or is the pattern's.</summary>
    public static TaskSize Of(TaskRequest request)
    {
        var (settings, defaults) = (request.Settings, request.Defaults);
        var size = new TaskSize(settings.Cpu ?? defaults.Cpu, settings.MemoryLimitMiB ?? defaults.MemoryLimitMiB);
        if (request.OnEc2 || FargateSizes.Has(size))
        {
            return size;
        }

        return (settings.Cpu, settings.MemoryLimitMiB) switch
        {
            (not null, null) => FargateSizes.LeastWithCpu(size) ?? size,
            (null, not null) => FargateSizes.LeastWithMemory(size) ?? size,
            _ => size,
        };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cpu} CPU units with {MemoryMiB} MiB");
}
