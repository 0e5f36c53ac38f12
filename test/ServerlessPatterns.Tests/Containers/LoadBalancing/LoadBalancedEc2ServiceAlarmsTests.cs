using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedEc2ServiceAlarmsTests : LoadBalancedAlarmsCases
{
    private static readonly Lazy<Synthesized> Template = new(() =>
        Synthesized.Stack(stack => Ec2Kind.Make(stack, "Shop", ServiceInput.Minimal(stack))));

    private protected override Synthesized Defaults => Template.Value;

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => Ec2Kind.Make(scope, id, input);
}
