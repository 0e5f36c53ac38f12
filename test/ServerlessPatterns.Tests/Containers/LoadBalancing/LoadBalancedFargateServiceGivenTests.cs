using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedFargateServiceGivenTests : LoadBalancedGivenCases
{
    private protected override Construct Make(Construct scope, string id, ServiceInput input) => FargateKind.Make(scope, id, input);

    private protected override Construct MakeBeside(Construct first, Construct scope, string id, ServiceInput input) => FargateKind.Make(scope, id, input);
}
