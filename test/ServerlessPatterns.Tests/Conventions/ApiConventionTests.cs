using System.Reflection;
using Constructs;
using ServerlessPatterns.Tests.Monitoring;
using ServerlessPatterns.Tests.Shared;

namespace ServerlessPatterns.Tests.Conventions;

/// <summary>The rules of a pattern that reflection can hold every one of them to.</summary>
public sealed class ApiConventionTests
{
    private static readonly Type[] PublicTypes = typeof(ThumbnailPipeline).Assembly.GetExportedTypes();

    // IAM has no metrics, so what is only a role has nothing to watch.
    private static readonly Type[] WithoutAlarms = [typeof(GitHubDeployRole), typeof(GitHubDiffRole)];

    private static IEnumerable<Type> PublicConstructs => PublicTypes.Where(type =>
        type.IsSubclassOf(typeof(Construct)) && type.GetConstructors().Length > 0);

    private static IEnumerable<Type> PropsTypes => PublicTypes.Where(type => type.Name.EndsWith("Props", StringComparison.Ordinal)
        || type.Name.EndsWith("Settings", StringComparison.Ordinal) || type.Name.EndsWith("Options", StringComparison.Ordinal));

    public static TheoryData<Type> Patterns => [.. PublicConstructs];

    public static TheoryData<Type> PatternsWithAlarms => [.. PublicConstructs.Where(type => type.GetProperty("Alarms") is not null)];

    public static TheoryData<Type> Props => [.. PropsTypes];

    [Fact]
    public void PublicTypes_All_AreInOneNamespace() =>
        PublicTypes.ShouldAllBe(type => type.Namespace == "ServerlessPatterns");

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Construct_ItsConstructor_TakesScopeIdAndOwnProps(Type pattern)
    {
        pattern.IsSealed.ShouldBeTrue();
        var parameters = pattern.GetConstructors().Single().GetParameters();
        parameters.Select(parameter => parameter.ParameterType.Name).ShouldBe([nameof(Construct), nameof(String), $"{pattern.Name}Props"]);
        parameters.Select(parameter => parameter.Name).ShouldBe(["scope", "id", "props"]);

        var required = parameters[2].ParameterType.GetProperties().Any(property =>
            property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null);
        parameters[2].HasDefaultValue.ShouldBe(!required);
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Construct_ItsProperties_AreGetOnly(Type pattern) =>
        pattern.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .ShouldAllBe(property => !property.CanWrite);

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Construct_Each_HasTestsSnapshotsAGalleryStackAndAPage(Type pattern)
    {
        var tests = typeof(ApiConventionTests).Assembly.GetTypes().Select(type => type.Name).ToList();
        string[] roles = ["Defaults", "Override", "Hook", "Given", "Permissions", "Checks", "Snapshot", .. WithoutAlarms.Contains(pattern) ? Array.Empty<string>() : ["Alarms"]];
        roles.Select(role => $"{pattern.Name}{role}Tests").Except(tests, StringComparer.Ordinal).ShouldBeEmpty();

        Repository.Sources("test/ServerlessPatterns.EndToEnd.Tests", "*.cs").ShouldContain(text => text.Contains(pattern.Name, StringComparison.Ordinal));
        Repository.Sources("examples/Gallery", "*.cs").ShouldContain(text => text.Contains($"new {pattern.Name}(", StringComparison.Ordinal));
        Repository.Sources("docs/patterns", "*.md").ShouldContain(text => text.Contains($"`{pattern.Name}`", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PatternsWithAlarms))]
    public void Construct_WithAlarms_HasTheTestsOfAllAlarms(Type pattern) =>
        typeof(ApiConventionTests).Assembly.GetTypes().Single(type => type.Name == $"{pattern.Name}AlarmsTests")
            .IsSubclassOf(typeof(PatternAlarmsCases)).ShouldBeTrue($"derive it from {nameof(PatternAlarmsCases)}");

    [Theory]
    [MemberData(nameof(Props))]
    public void Props_Each_IsSealedAndInitOnly(Type props)
    {
        // What two patterns have in common may be a base that nobody else can derive from.
        (props.IsSealed || (props.IsAbstract && props.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).All(constructor => constructor.IsFamilyAndAssembly)))
            .ShouldBeTrue();
        foreach (var setter in Settable(props).Select(property => property.SetMethod!))
        {
            setter.ReturnParameter.GetRequiredCustomModifiers()
                .ShouldContain(typeof(System.Runtime.CompilerServices.IsExternalInit), $"{props.Name}.{setter.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Props))]
    public void Props_Each_TakesCdkTypesInsteadOfArns(Type props) =>
        props.GetProperties().ShouldAllBe(property =>
            property.PropertyType != typeof(string) || !property.Name.EndsWith("Arn", StringComparison.OrdinalIgnoreCase));

    [Theory]
    [MemberData(nameof(Props))]
    public void Props_EachMember_DocumentsItsDefault(Type props)
    {
        var documentation = XmlDocumentation.Of(props.Assembly);
        foreach (var property in Settable(props).Where(property =>
            property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is null))
        {
            documentation.Value(property).ShouldStartWith("The default value is", customMessage: $"{props.Name}.{property.Name}");
        }
    }

    private static IEnumerable<PropertyInfo> Settable(Type props) =>
        props.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true });
}
