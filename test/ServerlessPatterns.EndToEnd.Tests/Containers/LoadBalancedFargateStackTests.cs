namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The gallery's <c>LoadBalancedFargateService</c>.</summary>
public sealed class LoadBalancedFargateDeployment(GalleryFixture gallery) : StackDeployment(gallery, "LoadBalancedFargate");

public sealed class LoadBalancedFargateStackTests(LoadBalancedFargateDeployment deployment, ITestOutputHelper output)
    : LoadBalancedStackTests(deployment, output), IClassFixture<LoadBalancedFargateDeployment>;
