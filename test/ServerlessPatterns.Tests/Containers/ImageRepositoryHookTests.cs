using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns.Tests.Containers;

public sealed class ImageRepositoryHookTests
{
    public static TheoryData<string, ImageRepositoryProps> Broken => new()
    {
        { "ConfigureRepository.AutoDeleteImages", new() { ConfigureRepository = props => typeof(RepositoryProps).GetProperty("AutoDeleteImages")!.SetValue(props, true) } },
        { "ConfigureFindingsRule.EventPattern", new() { ConfigureFindingsRule = props => props.EventPattern = null } },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void Hook_ThatBreaksThePattern_IsRefused(string property, ImageRepositoryProps props) => ShouldBeRefused("SP2243", property, () => props);

    [Fact]
    public void Hook_WithObjectsOfTheCdk_IsRefused()
    {
        ShouldBeRefused("SP2243", "ConfigureRepository.Encryption", () => new() { ConfigureRepository = props => props.Encryption = RepositoryEncryption.KMS });
        ShouldBeRefused("SP2243", "ConfigureFindingsRule.Schedule", () => new() { ConfigureFindingsRule = props => props.Schedule = Schedule.Rate(Amazon.CDK.Duration.Days(1)) });
        ShouldBeRefused("SP2241", "ConfigureRepository.RepositoryName", () => new() { ConfigureRepository = props => props.RepositoryName = "Shop" });
        Synthesized.Stack(stack =>
        {
            Refused("ConfigureRepository.EncryptionKey", () => new ImageRepository(stack, "A", new() { ConfigureRepository = props => props.EncryptionKey = new Key(stack, "Key") }));
            Refused("ConfigureFindingsRule.EventBus", () => new ImageRepository(stack, "B", new() { ConfigureFindingsRule = props => props.EventBus = EventBus.FromEventBusName(stack, "Bus", "other") }));
        });
    }

    [Fact]
    public void Hooks_WhatTheyChange_IsTaken()
    {
        var template = Synthesized.Stack(stack => new ImageRepository(stack, "Images", new()
        {
            RemovalPolicy = Amazon.CDK.RemovalPolicy.DESTROY,
            ConfigureRepository = props => props.EmptyOnDelete = true,
            ConfigureFindingsRule = props => props.Description = "Ours",
        }));

        ((bool?)template.Properties("AWS::ECR::Repository")["EmptyOnDelete"]).ShouldBe(true);
        ((string?)template.Properties("AWS::Events::Rule")["Description"]).ShouldBe("Ours");
    }

    private static void ShouldBeRefused(string code, string property, Func<ImageRepositoryProps> props) =>
        Refused(property, () => Synthesized.Stack(stack => new ImageRepository(stack, "Images", props()))).Code.ShouldBe(code);

    private static PatternProblem Refused(string property, Action build)
    {
        var problem = Should.Throw<PatternValidationException>(build).Problems.Single();
        problem.Property.ShouldBe(property);
        return problem;
    }
}
