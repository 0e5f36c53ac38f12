using System.Text.Json.Nodes;
using Amazon.CDK;
using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>What the tests of both kinds of service start from; their cases run once for each kind.</summary>
public abstract class LoadBalancedServiceTests
{
    private protected abstract Construct Make(Construct scope, string id, ServiceInput input);

    private protected Synthesized Synthesize(Func<Stack, ServiceInput> input) =>
        Synthesized.Stack(stack => Make(stack, "Shop", input(stack)));

    private protected PatternValidationException Refused(Func<Stack, ServiceInput> input) =>
        Should.Throw<PatternValidationException>(() => Synthesize(input));

    private protected static Dictionary<string, string> Attributes(JsonNode resource, string list) => resource[list]!.AsArray()
        .ToDictionary(pair => (string)pair!["Key"]!, pair => pair!["Value"]!.ToString(), StringComparer.Ordinal);

    private protected static JsonNode Service(Synthesized template) => template.Properties("AWS::ECS::Service");

    private protected static JsonNode Listener(Synthesized template, int port) => template.All("AWS::ElasticLoadBalancingV2::Listener").Values
        .Single(listener => (int?)listener["Properties"]!["Port"] == port)["Properties"]!;

    /// <summary>The rules that let something in, on a security group, as <c>port from whom</c>.</summary>
    private protected static IEnumerable<string> Ingress(Synthesized template, string groupIdPart)
    {
        var group = template.All("AWS::EC2::SecurityGroup").Single(pair => pair.Key.Contains(groupIdPart, StringComparison.Ordinal));
        var inside = group.Value["Properties"]!["SecurityGroupIngress"]?.AsArray().Select(rule => rule!) ?? [];
        var outside = template.All("AWS::EC2::SecurityGroupIngress").Values.Select(rule => rule["Properties"]!)
            .Where(rule => rule["GroupId"] is JsonObject id && id.Target() == group.Key);
        return inside.Concat(outside).Select(Rule).Order(StringComparer.Ordinal);
    }

    private protected static string Rule(JsonNode rule)
    {
        var source = rule["CidrIp"]?.ToString() ?? (rule["SourceSecurityGroupId"] is JsonObject group ? group.Target() : rule["SourceSecurityGroupId"]!.ToString());
        return $"{rule["FromPort"]}-{rule["ToPort"]} from {source}";
    }
}
