namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What holds for every stack of the gallery as the CDK CLI and CloudFormation made it.</summary>
public abstract class StackTests
{
    private readonly StackDeployment deployment;
    private readonly ITestOutputHelper output;

    protected StackTests(StackDeployment deployment, ITestOutputHelper output)
    {
        Tool.RequireForDeployment();
        (this.deployment, this.output) = (deployment, output);
    }

    /// <summary>The types that moto says it made, and has not: for these the template's tests have to do.</summary>
    protected virtual IReadOnlyList<string> NotMadeByMoto => [];

    /// <summary>What moto's CloudFormation leaves out of the resources that it makes.</summary>
    protected virtual IReadOnlyList<string> DroppedByMoto => [];

    [Fact]
    public void Deploy_ResourceTypesThatWereNotMade_AreThoseOfWhichItIsKnown()
    {
        var missing = deployment.Stack.TypesNotMade;

        output.WriteLine($"Not checked by deployment: {string.Join(", ", missing)}");
        if (deployment.Gallery.Emulator.IsMoto)
        {
            output.WriteLine($"Properties that are not checked either: {string.Join("; ", DroppedByMoto)}");
            missing.ShouldBe(NotMadeByMoto.Order(StringComparer.Ordinal));
        }

        missing.ShouldBeSubsetOf(NotMadeByMoto);
    }

    [Fact]
    public Task Diff_AfterTheDeployment_IsEmpty() => deployment.Gallery.DiffAsync(deployment.Stack.Name);
}
