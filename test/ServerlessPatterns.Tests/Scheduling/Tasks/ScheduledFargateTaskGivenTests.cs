using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFargateTaskGivenTests
{
    [Fact]
    public void Resources_OfAnotherStack_MakeNoCycle()
    {
        var template = Synthesized.App("Jobs", app =>
        {
            var shared = new Stack(app, "Shared");
            var vpc = GivenVpc.WithNat(shared);
            new ScheduledFargateTask(new Stack(app, "Jobs"), "Nightly", new()
            {
                Schedule = NightlyTask.Daily,
                Source = ContainerSource.FromEcr(new Repository(shared, "Images"), "1.4.2"),
                Cluster = new Cluster(shared, "Cluster", new ClusterProps { Vpc = vpc }),
                SecurityGroups = [new SecurityGroup(shared, "Group", new SecurityGroupProps { Vpc = vpc })],
                EncryptionKey = new Key(shared, "Key"),
                ContainerSettings = new()
                {
                    TaskRole = new Role(shared, "TaskRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }),
                    ExecutionRole = new Role(shared, "ExecutionRole", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") }),
                },
            });
        });

        template.All("AWS::EC2::VPC").ShouldBeEmpty();
        template.All("AWS::ECS::Cluster").ShouldBeEmpty();
        template.All("AWS::EC2::SecurityGroup").ShouldBeEmpty();
        template.Properties("AWS::Scheduler::Schedule")["Target"]!["Arn"]!["Fn::ImportValue"].ShouldNotBeNull();
        var pass = template.Properties("AWS::IAM::Policy", "ScheduleRole")["PolicyDocument"]!["Statement"]![1]!;
        pass["Resource"]!.AsArray().Count.ShouldBe(2);
        pass["Resource"]!.AsArray().ShouldAllBe(role => role!["Fn::ImportValue"] != null);
    }

    [Fact]
    public void Cluster_Imported_IsWhereTheTasksRun()
    {
        var template = NightlyTask.Make(stack => new()
        {
            Schedule = NightlyTask.Daily,
            Source = NightlyTask.Image(stack),
            Cluster = Cluster.FromClusterAttributes(stack, "Imported", new ClusterAttributes
            {
                ClusterName = "shared",
                Vpc = Vpc.FromVpcAttributes(stack, "Vpc", new VpcAttributes
                {
                    VpcId = "vpc-1",
                    AvailabilityZones = ["us-east-1a"],
                    PrivateSubnetIds = ["subnet-1"],
                }),
            }),
        });

        var target = template.Properties("AWS::Scheduler::Schedule")["Target"]!;
        target["Arn"]!.ToJsonString().ShouldContain(":cluster/shared");
        target["EcsParameters"]!["NetworkConfiguration"]!["AwsvpcConfiguration"]!["Subnets"].ShouldBeJson("""["subnet-1"]""");
        template.Properties("AWS::Events::Rule")["EventPattern"]!["detail"]!["clusterArn"]!.ToJsonString().ShouldContain(":cluster/shared");
    }

    [Fact]
    public void SecurityGroups_Given_AreTheConnectionsOfTheTasks() => Synthesized.Stack(stack =>
    {
        var vpc = GivenVpc.WithNat(stack);
        var group = new SecurityGroup(stack, "Group", new SecurityGroupProps { Vpc = vpc });
        var task = new ScheduledFargateTask(stack, "Nightly", new()
        {
            Schedule = NightlyTask.Daily,
            Source = NightlyTask.Image(stack),
            Vpc = vpc,
            SecurityGroups = [group],
        });

        task.SecurityGroup.ShouldBeNull();
        task.Connections.SecurityGroups.Single().SecurityGroupId.ShouldBe(group.SecurityGroupId);
    });

    [Fact]
    public void TwoTasks_InOneCluster_AreToldApartByTheirGroups()
    {
        var template = Synthesized.Stack(stack =>
        {
            var vpc = GivenVpc.WithNat(stack);
            var cluster = new Cluster(stack, "Cluster", new ClusterProps { Vpc = vpc });
            var image = NightlyTask.Image(stack);
            new ScheduledFargateTask(stack, "One", new() { Schedule = NightlyTask.Daily, Source = image, Cluster = cluster });
            new ScheduledFargateTask(stack, "Two", new() { Schedule = NightlyTask.Daily, Source = image, Cluster = cluster });
        });

        template.All("AWS::Events::Rule").Values.Select(rule => (string?)rule["Properties"]!["EventPattern"]!["detail"]!["group"]![0]).ShouldBeUnique();
        template.All("AWS::Scheduler::ScheduleGroup").Values.Select(group => (string?)group["Properties"]!["Name"]).ShouldBeUnique();
    }
}
