using Amazon.CDK;
namespace ServerlessPatterns.Tests.Containers;
public sealed class SmokeW2Tests
{
    [Fact]
    public void Smoke() {
        var t = Synthesized.Stack(stack => new LoadBalancedFargateService(stack, "Shop", LoadBalancing.ServiceInput.Minimal(stack).To<LoadBalancedFargateServiceProps>(stack)));
        File.WriteAllText("/tmp/w2x/smoke.json", t.Template.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }));
        File.WriteAllLines("/tmp/w2x/notes.txt", t.Annotations);
    }
}
