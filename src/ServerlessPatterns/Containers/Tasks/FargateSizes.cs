namespace ServerlessPatterns;

/// <summary>
/// The sizes that Fargate has:
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size.
/// </summary>
internal static class FargateSizes
{
    private static readonly (double Cpu, double[] Memory)[] Table =
    [
        (256, [512, 1024, 2048]),
        (512, Steps(1024, 4096, 1024)),
        (1024, Steps(2048, 8192, 1024)),
        (2048, Steps(4096, 16384, 1024)),
        (4096, Steps(8192, 30720, 1024)),
        (8192, Steps(16384, 61440, 4096)),
        (16384, Steps(32768, 122880, 8192)),
        (32768, [61440, 122880, 249856]),
    ];

    private static IEnumerable<TaskSize> All => Table.SelectMany(row => row.Memory.Select(memory => new TaskSize(row.Cpu, memory)));

    public static bool Has(TaskSize size) => All.Contains(size);

    public static TaskSize? LeastWithCpu(TaskSize size) => All.FirstOrDefault(other => other.Cpu == size.Cpu);

    public static TaskSize? LeastWithMemory(TaskSize size) => All.FirstOrDefault(other => other.MemoryMiB == size.MemoryMiB);

    /// <summary>The sizes closest to one that Fargate has not: with its CPU, with its memory, and the next above both.</summary>
    public static IReadOnlyList<TaskSize> Nearest(TaskSize size)
    {
        TaskSize?[] nearest =
        [
            All.LastOrDefault(other => other.Cpu == size.Cpu && other.MemoryMiB < size.MemoryMiB),
            All.FirstOrDefault(other => other.Cpu == size.Cpu && other.MemoryMiB > size.MemoryMiB),
            All.FirstOrDefault(other => other.MemoryMiB == size.MemoryMiB && other.Cpu > size.Cpu)
                ?? All.LastOrDefault(other => other.MemoryMiB == size.MemoryMiB),
            All.FirstOrDefault(other => other.Cpu >= size.Cpu && other.MemoryMiB >= size.MemoryMiB) ?? All.Last(),
        ];
        return [.. nearest.OfType<TaskSize>().Distinct()];
    }

    private static double[] Steps(int least, int most, int step) =>
        [.. Enumerable.Range(0, ((most - least) / step) + 1).Select(index => least + (index * (double)step))];
}
