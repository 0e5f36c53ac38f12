using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;

namespace ServerlessPatterns;

/// <summary>What a host starts with: its image, its disks and what tells the ECS agent its cluster.</summary>
internal static class HostMachine
{
    private const double DiskGiB = 30;

    /// <summary>The type of the hosts when none is given.</summary>
    public static string DefaultType(bool isArm) => isArm ? "t4g.medium" : "t3.medium";

    /// <summary>The newest image, looked up by EC2 when a host starts: what is started is patched.</summary>
    public static IMachineImage Image(HostImage image, bool isArm) => MachineImage.ResolveSsmParameterAtLaunch((image, isArm) switch
    {
        (HostImage.Bottlerocket, true) => "/aws/service/bottlerocket/aws-ecs-2/arm64/latest/image_id",
        (HostImage.Bottlerocket, false) => "/aws/service/bottlerocket/aws-ecs-2/x86_64/latest/image_id",
        (_, true) => "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id",
        _ => "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
    });

    // The credentials of the host are no task's; the role that starts a task writes its logs.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-agent-config.html
    public static UserData UserData(HostImage image, ICluster cluster) => Amazon.CDK.AWS.EC2.UserData.Custom(image is HostImage.Bottlerocket
        ? $"""
          [settings.ecs]
          cluster = "{cluster.ClusterName}"
          awsvpc-block-imds = true
          """
        : $"""
          #!/bin/bash
          echo ECS_CLUSTER={cluster.ClusterName} >> /etc/ecs/ecs.config
          echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config
          echo ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true >> /etc/ecs/ecs.config
          """);

    /// <summary>The disks. Bottlerocket has its system on one and the containers on another.</summary>
    public static IBlockDevice[] Disks(HostImage image) => image is HostImage.Bottlerocket
        ? [Disk("/dev/xvda", 4), Disk("/dev/xvdb", DiskGiB)]
        : [Disk("/dev/xvda", DiskGiB)];

    private static BlockDevice Disk(string name, double gibibytes) => new()
    {
        DeviceName = name,
        Volume = BlockDeviceVolume.Ebs(gibibytes, new EbsDeviceOptions
        {
            Encrypted = true,
            VolumeType = EbsDeviceVolumeType.GP3,
            DeleteOnTermination = true,
        }),
    };
}
