using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedFargateServiceAlarmsTests : LoadBalancedAlarmsCases
{
    private static readonly Lazy<Synthesized> Template = new(() =>
        Synthesized.Stack(stack => FargateKind.Make(stack, "Shop", ServiceInput.Minimal(stack))));

    private protected override Synthesized Defaults => Template.Value;

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => FargateKind.Make(scope, id, input);
}
