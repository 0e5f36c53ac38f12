namespace ServerlessPatterns.Tests.Containers;

public sealed class FargateSizesTests
{
    public static TheoryData<double, double[], double[]> Edges => new()
    {
        { 256, [512, 1024, 2048], [256, 1536, 3072] },
        { 512, [1024, 4096], [512, 5120, 1536] },
        { 1024, [2048, 8192], [1024, 9216] },
        { 2048, [4096, 16384], [3072, 17408] },
        { 4096, [8192, 30720], [7168, 31744] },
        { 8192, [16384, 20480, 61440], [17408, 65536] },
        { 16384, [32768, 40960, 122880], [36864, 131072] },
        { 32768, [61440, 122880, 249856], [65536] },
        { 3072, [], [8192] },
    };

    [Theory]
    [MemberData(nameof(Edges))]
    public void Has_SizesAtTheEdges_IsAsFargateDocumentsThem(double cpu, double[] valid, double[] invalid)
    {
        valid.ShouldAllBe(memory => FargateSizes.Has(new TaskSize(cpu, memory)));
        invalid.ShouldAllBe(memory => !FargateSizes.Has(new TaskSize(cpu, memory)));
    }

    [Fact]
    public void Nearest_BetweenTwoSizes_AreBothAndTheLeastCpuWithThatMemory() =>
        FargateSizes.Nearest(new TaskSize(256, 3072)).ShouldBe([new(256, 2048), new(512, 3072)]);

    [Fact]
    public void Nearest_UnknownCpu_IsTheNextThatHasBoth() =>
        FargateSizes.Nearest(new TaskSize(3072, 8192)).ShouldBe([new(4096, 8192)]);

    [Fact]
    public void Nearest_BeyondEverything_IsTheLargest() =>
        FargateSizes.Nearest(new TaskSize(65536, 500000)).ShouldBe([new(32768, 249856)]);
}
