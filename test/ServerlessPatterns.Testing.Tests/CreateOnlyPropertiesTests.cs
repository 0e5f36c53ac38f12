using System.Text.Json.Nodes;

namespace ServerlessPatterns.Testing.Tests;

public sealed class CreateOnlyPropertiesTests
{
    [Theory]
    [InlineData("AWS::ECR::Repository", """{"EncryptionConfiguration":{"KmsKey":"a"}}""", """{"EncryptionConfiguration":{"KmsKey":"b"}}""", "Properties.EncryptionConfiguration")]
    [InlineData("AWS::EKS::Cluster", """{"KubernetesNetworkConfig":{"IpFamily":"a"}}""", "{}", "Properties.KubernetesNetworkConfig.IpFamily")]
    [InlineData("AWS::EKS::Cluster", """{"KubernetesNetworkConfig":{"Other":"a"}}""", """{"KubernetesNetworkConfig":{"Other":"b"}}""", "")]
    [InlineData("AWS::EKS::Cluster", """{"KubernetesNetworkConfig":{"Ref":"a"}}""", """{"KubernetesNetworkConfig":{"Ref":"a"}}""", "")]
    [InlineData("AWS::SSMQuickSetup::ConfigurationManager", """{"ConfigurationDefinitions":[{"Type":"a"}]}""", """{"ConfigurationDefinitions":[{"Type":"b"}]}""", "Properties.ConfigurationDefinitions.*.Type")]
    [InlineData("AWS::SQS::Queue", """{"QueueName":"a"}""", "{}", "Properties.QueueName")]
    [InlineData("Custom::Thing", """{"ServiceToken":"a"}""", """{"ServiceToken":"b"}""", "Properties.ServiceToken")]
    [InlineData("Own::Type::Unknown", """{"Name":"a"}""", """{"Name":"b"}""", "")]
    public void Changed_Properties_NamesThoseThatReplace(string type, string before, string after, string paths) =>
        string.Join(' ', CreateOnlyProperties.Changed(type, JsonNode.Parse(before), JsonNode.Parse(after)).Select(property => property.Path))
            .ShouldBe(paths);

    [Theory]
    [InlineData("AWS::DynamoDB::Table", "TableName")]
    [InlineData("AWS::S3::Bucket", "BucketName")]
    [InlineData("AWS::Lambda::Function", "FunctionName")]
    [InlineData("AWS::ECS::TaskDefinition", "Family")]
    public void Changed_TypeInUse_IsInTheTable(string type, string property) =>
        CreateOnlyProperties.Changed(type, new JsonObject(), new JsonObject { [property] = "x" })
            .ShouldBe([($"Properties.{property}", true)]);
}
