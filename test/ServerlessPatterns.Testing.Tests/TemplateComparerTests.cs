using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing.Tests;

public sealed class TemplateComparerTests
{
    private const string Bucket = """{ "Type": "AWS::S3::Bucket", "Properties": { "VersioningConfiguration": { "Status": "Enabled" } } }""";

    [Fact]
    public void Compare_SameTemplates_FindsNothing() => Resources($$"""{ "A": {{Bucket}} }""", $$"""{ "A": {{Bucket}} }""").ShouldBeEmpty();

    [Fact]
    public void Compare_NewResource_IsAdded() => Resources("{}", $$"""{ "A": {{Bucket}} }""").ShouldBe("""
        added    Resources.A (AWS::S3::Bucket)
        """);

    [Theory]
    [InlineData("", "is deleted with what it holds")]
    [InlineData(""", "DeletionPolicy": "Retain" """, "stays in the account, outside the stack, with what it holds (DeletionPolicy: Retain)")]
    [InlineData(""", "DeletionPolicy": "Snapshot" """, "is deleted after a last snapshot (DeletionPolicy: Snapshot)")]
    public void Compare_ResourceGone_IsRemovedAndItsFateTold(string policy, string fate) =>
        Resources($$"""{ "A": { "Type": "AWS::RDS::DBCluster" {{policy}} } }""", "{}").ShouldBe($"""
        removed  Resources.A (AWS::RDS::DBCluster)
                   The deployed resource {fate}.
        """);

    [Fact]
    public void Compare_OtherValues_AreChangedPathByPath() => Resources(
        """{ "F": { "Type": "AWS::Lambda::Function", "Properties": { "Timeout": 30, "Role": { "Ref": "A" }, "Layers": [ "a", "c" ], "Old": null } } }""",
        """{ "F": { "Type": "AWS::Lambda::Function", "Properties": { "Timeout": 60, "Role": { "Fn::GetAtt": [ "A", "Arn" ] }, "Layers": [ "a", "b", "c" ] }, "DependsOn": [ "A" ] } }""")
        .ShouldBe("""
        changed  Resources.F (AWS::Lambda::Function)
                   DependsOn: (none) -> ["A"]
                   Properties.Layers[1]: (none) -> "b"
                   Properties.Old: null -> (none)
                   Properties.Role: {"Ref":"A"} -> {"Fn::GetAtt":["A","Arn"]}
                   Properties.Timeout: 30 -> 60
        """);

    [Fact]
    public void Compare_LongValues_AreCutAroundTheDifference()
    {
        var text = new string('x', 500);

        Resources(
            $$"""{ "F": { "Type": "T", "Properties": { "Text": "{{text}}1{{text}}" } } }""",
            $$"""{ "F": { "Type": "T", "Properties": { "Text": "{{text}}2{{text}}" } } }""")
            .ShouldBe($"""
            changed  Resources.F (T)
                       Properties.Text: ...{text[..30]}1{text[..129]}... -> ...{text[..30]}2{text[..129]}...
            """);
    }

    [Fact]
    public void Compare_CreateOnlyProperty_IsReplaced() => Resources(
        """{ "T": { "Type": "AWS::SQS::Queue", "Properties": { "FifoQueue": true } } }""",
        """{ "T": { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": 3 } } }""")
        .ShouldBe("""
        replaced Resources.T (AWS::SQS::Queue)
                   CloudFormation cannot change Properties.FifoQueue in place: it makes a new resource,
                   and the deployed one is deleted with what it holds.
                   Properties.DelaySeconds: (none) -> 3
                   Properties.FifoQueue: true -> (none)
        """);

    [Fact]
    public void Compare_PropertyThatReplacesInSomeCases_IsReplacedAndSaysSo() => Resources(
        """{ "T": { "Type": "AWS::DynamoDB::Table", "UpdateReplacePolicy": "Retain", "Properties": { "KeySchema": [ { "AttributeName": "a" } ] } } }""",
        """{ "T": { "Type": "AWS::DynamoDB::Table", "UpdateReplacePolicy": "Retain", "Properties": { "KeySchema": [ { "AttributeName": "b" } ] } } }""")
        .ShouldBe("""
        replaced Resources.T (AWS::DynamoDB::Table)
                   CloudFormation cannot always change Properties.KeySchema in place: it may make a new resource,
                   and the deployed one stays in the account, outside the stack, with what it holds (UpdateReplacePolicy: Retain).
                   Properties.KeySchema[0].AttributeName: "a" -> "b"
        """);

    [Fact]
    public void Compare_OtherType_IsReplaced() => Resources(
        """{ "T": { "Type": "AWS::SNS::Topic" } }""",
        """{ "T": { "Type": "AWS::SQS::Queue" } }""")
        .ShouldBe("""
        replaced Resources.T (AWS::SNS::Topic -> AWS::SQS::Queue)
                   Another type: CloudFormation refuses this update unless the logical id changes too.
        """);

    [Fact]
    public void Compare_OtherLogicalId_IsReplaced() => Resources(
        $$"""{ "OldBucket": {{Bucket}} }""",
        $$"""{ "NewBucket": {{Bucket}} }""")
        .ShouldBe("""
        replaced Resources.OldBucket -> NewBucket (AWS::S3::Bucket)
                   Another logical id: CloudFormation makes a new resource,
                   and the deployed one is deleted with what it holds.
        """);

    [Fact]
    public void Compare_WholeConstructWithOtherIds_PairsEachResource()
    {
        const string Template = """
            { "#Role": { "Type": "AWS::IAM::Role", "Properties": { "Description": "r", "Path": "/" } },
              "#Read": { "Type": "AWS::IAM::Policy", "Properties": { "Roles": [ { "Ref": "#Role" } ], "PolicyName": "p" } },
              "#Write": { "Type": "AWS::IAM::Policy", "Properties": { "Roles": [ { "Ref": "#Role" } ], "PolicyName": "p" } } }
            """;

        var text = Resources(Template.Replace('#', 'A'), Template.Replace('#', 'B'));

        text.ShouldContain("replaced Resources.ARole -> BRole (AWS::IAM::Role)");
        text.ShouldContain("replaced Resources.ARead -> BRead (AWS::IAM::Policy)");
        text.ShouldContain("replaced Resources.AWrite -> BWrite (AWS::IAM::Policy)");
        text.ShouldNotContain("\"Ref\"");
    }

    [Fact]
    public void Compare_UnlikeResourcesOfOneType_AreRemovedAndAdded() => Resources(
        """{ "A": { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": 1, "VisibilityTimeout": 2 } } }""",
        """{ "B": { "Type": "AWS::SQS::Queue", "Properties": { "DelaySeconds": 3, "FifoQueue": true } } }""")
        .ShouldBe("""
        removed  Resources.A (AWS::SQS::Queue)
                   The deployed resource is deleted with what it holds.
        added    Resources.B (AWS::SQS::Queue)
        """);

    [Fact]
    public void Compare_OtherSections_AreToldByName() => Compare(
        """{ "Description": "a", "Outputs": { "A": { "Value": 1 }, "B": { "Value": 1 } }, "Mappings": { "M": { "x": { "y": 1 } } } }""",
        """{ "Outputs": { "A": { "Value": 2 } }, "Conditions": { "C": { "Fn::Equals": [ 1, 2 ] } }, "Parameters": { "P": { "Type": "String" } }, "Mappings": { "M": { "x": { "y": 2 } } } }""")
        .ShouldBe("""
        removed  Description
                   "a"
        removed  Outputs.B
                   {"Value":1}
        changed  Mappings.M
                   x.y: 1 -> 2
        changed  Outputs.A
                   Value: 1 -> 2
        added    Conditions.C
                   {"Fn::Equals":[1,2]}
        added    Parameters.P
                   {"Type":"String"}
        """);

    [Fact]
    public void Compare_NestedStack_IsToldWithThePathToIt() => Compare(
        $$"""{ "NestedStacks": { "N": { "Resources": { "A": {{Bucket}} } } } }""",
        """{ "NestedStacks": { "N": { "Resources": {} } } }""")
        .ShouldStartWith("removed  Resources.N/A (AWS::S3::Bucket)");

    [Fact]
    public void Compare_AssetsShiftedByANewOne_AreNoDifference() => Resources(
        """{ "F": { "Type": "T", "Properties": { "Key": "Asset1.zip" } } }""",
        """{ "A": { "Type": "U", "Properties": { "Key": "Asset1.zip" } }, "F": { "Type": "T", "Properties": { "Key": "Asset2.zip" } } }""")
        .ShouldBe("added    Resources.A (U)");

    [Fact]
    public void Compare_OneAssetThatBecameTwo_IsChanged() => Resources(
        """{ "F": { "Type": "T", "Properties": { "Key": "Asset1.zip" } }, "G": { "Type": "T", "Properties": { "Key": "Asset1.zip" } } }""",
        """{ "F": { "Type": "T", "Properties": { "Key": "Asset1.zip" } }, "G": { "Type": "T", "Properties": { "Key": "Asset2.zip" } } }""")
        .ShouldBe("""
        changed  Resources.G (T)
                   Properties.Key: "Asset1.zip" -> "Asset2.zip"
        """);

    private static string Resources(string before, string after) =>
        Compare($$"""{ "Resources": {{before}} }""", $$"""{ "Resources": {{after}} }""");

    private static string Compare(string before, string after) => string.Join('\n', TemplateComparer.Compare(
        (JsonObject)JsonNode.Parse(before)!, (JsonObject)JsonNode.Parse(after)!));
}
