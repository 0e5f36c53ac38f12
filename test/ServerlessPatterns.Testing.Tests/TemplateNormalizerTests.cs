using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing.Tests;

public sealed class TemplateNormalizerTests
{
    private const string Hash1 = "1111111111111111111111111111111111111111111111111111111111111111";
    private const string Hash2 = "2222222222222222222222222222222222222222222222222222222222222222";
    private const string Md5 = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void Normalize_SameStackInTwoFolders_GivesTheSameText()
    {
        using var here = new TemporaryFolder();
        using var there = new TemporaryFolder();

        var first = CanonicalJson.File(TemplateNormalizer.Normalize(TemplateReader.FromStack(OrderStack.InNewApp(here))));
        var second = CanonicalJson.File(TemplateNormalizer.Normalize(TemplateReader.FromStack(OrderStack.InNewApp(there))));

        second.ShouldBe(first);
        first.ShouldNotContain(here.Path);
    }

    [Fact]
    public void Normalize_SameStackWithOtherCode_GivesTheSameText()
    {
        using var folder = new TemporaryFolder();

        var first = TemplateReader.FromStack(OrderStack.InNewApp(folder, code: "exports.handler = () => 1;"));
        var second = TemplateReader.FromStack(OrderStack.InNewApp(folder, code: "exports.handler = () => 2;"));

        CanonicalJson.File(second).ShouldNotBe(CanonicalJson.File(first), StringComparer.Ordinal);
        CanonicalJson.File(TemplateNormalizer.Normalize(second)).ShouldBe(CanonicalJson.File(TemplateNormalizer.Normalize(first)));
    }

    [Fact]
    public void Normalize_TwoAssets_StayApart() => Normalize($$"""
        { "Resources": {
          "B": { "Properties": { "Key": "{{Hash1}}.zip" } },
          "A": { "Properties": { "Key": "{{Hash2}}.zip", "Image": "repo-${AWS::Region}:{{Hash1}}" } } } }
        """).ShouldBe("""
        {"Resources":{"A":{"Properties":{"Image":"repo-${AWS::Region}:Asset1","Key":"Asset2.zip"}},"B":{"Properties":{"Key":"Asset1.zip"}}}}
        """);

    [Fact]
    public void Normalize_PinnedDigest_Stays() =>
        Normalize($$"""{ "Image": "repo@sha256:{{Hash1}}" }""").ShouldContain(Hash1);

    [Fact]
    public void Normalize_VersionAndDeployment_LoseTheHashInTheirIdsAndReferences() => Normalize($$"""
        { "Outputs": { "ExportsOutputRefVersion{{Md5}}1A2B3C4D": { "Value": { "Ref": "Version{{Md5}}" } } },
          "Resources": {
            "Alias": { "DependsOn": [ "Deployment{{Md5}}", "Account" ], "Properties": { "V": { "Fn::GetAtt": [ "Version{{Md5}}", "Version" ] } } },
            "Deployment{{Md5}}": { "Type": "AWS::ApiGateway::Deployment" },
            "Queue{{Md5}}": { "Type": "AWS::SQS::Queue" },
            "Version{{Md5}}": { "Type": "AWS::Lambda::Version" } } }
        """).ShouldBe($$$$"""
        {"Outputs":{"ExportsOutputRefVersion":{"Value":{"Ref":"Version"}}},"Resources":{"Alias":{"DependsOn":["Account","Deployment"],"Properties":{"V":{"Fn::GetAtt":["Version","Version"]}}},"Deployment":{"Type":"AWS::ApiGateway::Deployment"},"Queue{{{{Md5}}}}":{"Type":"AWS::SQS::Queue"},"Version":{"Type":"AWS::Lambda::Version"}}}
        """);

    [Fact]
    public void Normalize_Bookkeeping_IsRemoved() => Normalize("""
        { "Parameters": { "BootstrapVersion": { "Type": "AWS::SSM::Parameter::Value<String>" } },
          "Rules": { "CheckBootstrapVersion": {} },
          "Conditions": { "CDKMetadataAvailable": {} },
          "Metadata": {},
          "Resources": {
            "CDKMetadata": { "Type": "AWS::CDK::Metadata", "Condition": "CDKMetadataAvailable" },
            "A": { "Metadata": { "aws:cdk:path": "S/A", "aws:asset:path": "asset.1", "aws:asset:property": "Code" } },
            "B": { "Metadata": { "aws:cdk:path": "S/B", "cfn-lint": { "config": 1 } } } } }
        """).ShouldBe("""
        {"Resources":{"A":{},"B":{"Metadata":{"cfn-lint":{"config":1}}}}}
        """);

    [Fact]
    public void Normalize_AccountAndRegion_Stay() =>
        Normalize("""{ "B": "${AWS::AccountId}-${AWS::Region}", "A": { "Ref": "AWS::Region" } }""")
            .ShouldBe("""{"A":{"Ref":"AWS::Region"},"B":"${AWS::AccountId}-${AWS::Region}"}""");

    private static string Normalize(string template) =>
        CanonicalJson.Line(TemplateNormalizer.Normalize((JsonObject)JsonNode.Parse(template)!));
}
