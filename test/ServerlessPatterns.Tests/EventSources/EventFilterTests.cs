using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.JSII.Runtime.Deputy;

namespace ServerlessPatterns.Tests.EventSources;

public sealed class EventFilterTests
{
    private static readonly string[] Fields = ["body", "attributes"];

    [Fact]
    public void FromPattern_Rules_BecomeJson()
    {
        var filter = EventFilter.FromPattern(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["body"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["kind"] = FilterRule.Or("order", "refund"),
                ["region"] = FilterRule.BeginsWith("eu-"),
                ["total"] = FilterRule.Between(1, 100),
                ["note"] = FilterRule.Exists(),
                ["test"] = FilterRule.NotExists(),
                ["text"] = FilterRule.NotEquals("<it's>"),
            },
        });

        filter.Pattern.ShouldBe(
            """{"body":{"kind":["order","refund"],"region":[{"prefix":"eu-"}],"total":[{"numeric":[">",1,"<=",100]}],"note":[{"exists":true}],"test":[{"exists":false}],"text":[{"anything-but":["<it's>"]}]}}""");
    }

    [Theory]
    [InlineData("""{"body": {"kind": ["order"]}}""")]
    [InlineData("""{"body": {"total": [{"numeric": [">", 100]}]}, "attributes": {"SenderId": [{"prefix": "A"}]}}""")]
    [InlineData("""{"$or": [{"body": {"kind": ["a"]}}, {"attributes": {"SenderId": ["b"]}}]}""")]
    public void Check_Pattern_Passes(string pattern) => Problems(pattern).ShouldBeEmpty();

    [Theory]
    [InlineData("body", "no JSON")]
    [InlineData("{}", "no object with fields")]
    [InlineData("[]", "no object with fields")]
    [InlineData("""{"kind": ["order"]}""", "the field \"kind\"")]
    [InlineData("""{"body": {"kind": "order"}}""", "no list for \"kind\"")]
    [InlineData("""{"body": {}}""", "no list for \"body\"")]
    [InlineData("""{"body": {"kind": []}}""", "an empty list for \"kind\"")]
    [InlineData("""{"$or": [{"body": {"kind": 1}}]}""", "no list for \"kind\"")]
    [InlineData("""{"$or": ["body"]}""", "something else than objects")]
    public void Check_PatternThatCannotMatch_IsRefused(string pattern, string value)
    {
        var problem = Problems(pattern).Single();

        problem.Code.ShouldBe("SP2440");
        problem.Property.ShouldBe("Filters[0]");
        problem.Value.ShouldContain(value);
        problem.Allowed.ShouldContain("body, attributes");
        problem.Fix.ShouldContain("""{"body": {"kind": ["order"]}}""");
    }

    [Fact]
    public void Check_LongPattern_IsRefused()
    {
        Problems(Long(4096)).ShouldBeEmpty();

        var problem = Problems(Long(4097)).Single();
        problem.Code.ShouldBe("SP2441");
        problem.Value.ShouldBe("4097 characters");
        problem.Allowed.ShouldBe("4096 characters");
    }

    [Fact]
    public void Check_ElevenFilters_AreRefused()
    {
        var one = """{"body": {"kind": ["order"]}}""";
        Problems([.. Enumerable.Repeat(one, 10)]).ShouldBeEmpty();

        var problem = Problems([.. Enumerable.Repeat(one, 11)]).Single();
        problem.Code.ShouldBe("SP2442");
        problem.Value.ShouldBe("11 filters");
        problem.Allowed.ShouldContain("10 filters");
    }

    [Fact]
    public void Check_Token_Passes() =>
        Problems(Lazy.String(new PatternProducer())).ShouldBeEmpty();

    private static string Long(int characters)
    {
        const string Frame = """{"body":[""]}""";
        return Frame.Insert(Frame.Length - 3, new string('x', characters - Frame.Length));
    }

    private static IReadOnlyList<PatternProblem> Problems(params string[] patterns)
    {
        var checks = new Checks();
        EventFilters.Check(checks, "Filters", [.. patterns.Select(EventFilter.FromJson)], Fields);
        try
        {
            checks.ThrowIfAny("Pattern", new Stack(), "Id");
            return [];
        }
        catch (PatternValidationException exception)
        {
            return exception.Problems;
        }
    }

    private sealed class PatternProducer : DeputyBase, IStableStringProducer
    {
        public string Produce() => """{"body": {"kind": ["order"]}}""";
    }
}
