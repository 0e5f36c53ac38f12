using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

public sealed class LoadBalancedEc2ServiceOverrideTests : LoadBalancedOverrideCases
{
    [Fact]
    public void Bottlerocket_OnArm_HasItsImageItsDisksAndItsSettings()
    {
        var template = Synthesized.Stack(stack => Ec2Kind.Make(
            stack,
            "Shop",
            ServiceInput.Minimal(stack) with { ContainerSettings = new() { CpuArchitecture = CpuArchitecture.ARM64 } },
            new { HostImage = HostImage.Bottlerocket }));

        var host = template.Properties("AWS::EC2::LaunchTemplate")["LaunchTemplateData"]!;
        ((string?)host["ImageId"]).ShouldBe("resolve:ssm:/aws/service/bottlerocket/aws-ecs-2/arm64/latest/image_id");
        ((string?)host["InstanceType"]).ShouldBe("t4g.medium");
        host["BlockDeviceMappings"]!.AsArray().Select(disk => $"{disk!["DeviceName"]} {disk["Ebs"]!["VolumeSize"]} {disk["Ebs"]!["Encrypted"]}")
            .ShouldBe(["/dev/xvda 4 true", "/dev/xvdb 30 true"]);
        var userData = host["UserData"]!.ToJsonString();
        userData.ShouldContain("[settings.ecs]");
        userData.ShouldContain("awsvpc-block-imds = true");
        ((string?)template.Properties("AWS::ECS::TaskDefinition")["RuntimePlatform"]!["CpuArchitecture"]).ShouldBe("ARM64");
        template.Annotations.ShouldContain(text => text.Contains("t4g.medium", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(HostImage.AmazonLinux2023, true, "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id")]
    [InlineData(HostImage.Bottlerocket, false, "resolve:ssm:/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id")]
    public void HostImage_Set_IsTheNewestOfItsProcessor(HostImage image, bool isArm, string parameter) => Synthesized.Stack(stack => Ec2Kind.Make(
        stack,
        "Shop",
        ServiceInput.Minimal(stack) with { ContainerSettings = new() { CpuArchitecture = isArm ? CpuArchitecture.ARM64 : CpuArchitecture.X86_64 } },
        new { HostImage = image })).Properties("AWS::EC2::LaunchTemplate")["LaunchTemplateData"]!["ImageId"]!.ToString().ShouldBe(parameter);

    [Fact]
    public void Hosts_Set_AreOfThatTypeNumberAndAge()
    {
        var template = Synthesized.Stack(stack => Ec2Kind.Make(stack, "Shop", ServiceInput.Minimal(stack), new
        {
            InstanceType = new InstanceType("m7i.large"),
            MinInstances = 3,
            MaxInstances = 6,
            MaxInstanceLifetime = Duration.Days(1),
        }));

        ((string?)template.Properties("AWS::EC2::LaunchTemplate")["LaunchTemplateData"]!["InstanceType"]).ShouldBe("m7i.large");
        var group = template.Properties("AWS::AutoScaling::AutoScalingGroup");
        ((string?)group["MinSize"]).ShouldBe("3");
        ((string?)group["MaxSize"]).ShouldBe("6");
        ((int?)group["MaxInstanceLifetime"]).ShouldBe(86_400);
        template.Annotations.ShouldNotContain(text => text.Contains("hosts (", StringComparison.Ordinal));
    }

    private protected override Construct Make(Construct scope, string id, ServiceInput input) => Ec2Kind.Make(scope, id, input);
}
