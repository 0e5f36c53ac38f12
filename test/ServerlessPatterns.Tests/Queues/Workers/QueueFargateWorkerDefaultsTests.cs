using ServerlessPatterns.Tests.Monitoring;

namespace ServerlessPatterns.Tests.Queues;

public sealed class QueueFargateWorkerDefaultsTests
{
    private static readonly Synthesized Defaults = WorkerSamples.Worker();

    [Fact]
    public void Queue_ByDefault_HidesMessagesForAQuarterOfAnHour()
    {
        var deadLetters = Defaults.All("AWS::SQS::Queue").Keys.Single(id => id.Contains("DeadLetter", StringComparison.Ordinal));
        Defaults.Properties("AWS::SQS::Queue", "WorkerQueue").ShouldBeJson(
            $$"""
            {
              "MessageRetentionPeriod": 345600,
              "RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["{{deadLetters}}", "Arn"]}, "maxReceiveCount": 5},
              "SqsManagedSseEnabled": true,
              "VisibilityTimeout": 900
            }
            """);
        Defaults.Properties("AWS::SQS::Queue", "DeadLetterQueue").ShouldBeJson("""{"MessageRetentionPeriod":1209600,"SqsManagedSseEnabled":true}""");
        Defaults.All("AWS::SQS::QueuePolicy").Count.ShouldBe(2);
    }

    [Fact]
    public void Container_ByDefault_KnowsTheQueueAndHasTwoMinutesToStop()
    {
        var task = Defaults.Properties("AWS::ECS::TaskDefinition");
        var container = task["ContainerDefinitions"]!.AsArray().Single()!;

        ((string?)task["Cpu"]).ShouldBe("256");
        ((string?)task["Memory"]).ShouldBe("512");
        ((double?)container["StopTimeout"]).ShouldBe(120);
        container["PortMappings"].ShouldBeNull();
        var queue = Defaults.All("AWS::SQS::Queue").Keys.Single(id => !id.Contains("DeadLetter", StringComparison.Ordinal));
        container["Environment"].ShouldBeJson(
            $$$"""[{"Name":"QUEUE_URL","Value":{"Ref":"{{{queue}}}"}},{"Name":"VISIBILITY_TIMEOUT_SECONDS","Value":"900"}]""");
    }

    [Fact]
    public void Service_ByDefault_DeploysWithoutAGapAndTakesFailuresBack()
    {
        var service = Defaults.Properties("AWS::ECS::Service");

        service["DesiredCount"].ShouldBeNull();
        service["LoadBalancers"].ShouldBeNull();
        ((bool?)service["EnableExecuteCommand"]).ShouldBe(false);
        ((string?)service["LaunchType"]).ShouldBe("FARGATE");
        ((string?)service["AvailabilityZoneRebalancing"]).ShouldBe("ENABLED");
        var deployment = service["DeploymentConfiguration"]!;
        ((double?)deployment["MinimumHealthyPercent"]).ShouldBe(100);
        ((double?)deployment["MaximumPercent"]).ShouldBe(200);
        deployment["DeploymentCircuitBreaker"].ShouldBeJson("""{"Enable":true,"Rollback":true}""");
        deployment["Alarms"]!["AlarmNames"]!.AsArray().Single().Target().ShouldContain("QueueDeadLetters");
        ((bool?)deployment["Alarms"]!["Rollback"]).ShouldBe(true);
        ((string?)service["NetworkConfiguration"]!["AwsvpcConfiguration"]!["AssignPublicIp"]).ShouldBe("DISABLED");
    }

    [Fact]
    public void Service_InTheFirstDeployment_WaitsForWhatItsTasksMayDo()
    {
        var policies = Defaults.All("AWS::IAM::Policy").Keys.Where(id => id.StartsWith("WorkerTask", StringComparison.Ordinal)).ToList();
        var dependencies = Defaults.Single("AWS::ECS::Service")["DependsOn"]!.AsArray().Select(other => (string)other!).ToList();

        policies.Count.ShouldBe(2, "of the task and of its execution");
        policies.ShouldAllBe(policy => dependencies.Contains(policy));
    }

    [Fact]
    public void Scaling_ByDefault_AimsAtTenMessagesATask()
    {
        var target = Defaults.Properties("AWS::ApplicationAutoScaling::ScalableTarget");
        ((double?)target["MinCapacity"]).ShouldBe(1);
        ((double?)target["MaxCapacity"]).ShouldBe(10);

        var policy = Defaults.Properties("AWS::ApplicationAutoScaling::ScalingPolicy");
        ((string?)policy["PolicyType"]).ShouldBe("TargetTrackingScaling");
        policy["ScalingTargetId"].Target().ShouldBe(Defaults.All("AWS::ApplicationAutoScaling::ScalableTarget").Keys.Single());
        var tracking = policy["TargetTrackingScalingPolicyConfiguration"]!;
        ((double?)tracking["TargetValue"]).ShouldBe(10);
        ((double?)tracking["ScaleInCooldown"]).ShouldBe(300);
        ((double?)tracking["ScaleOutCooldown"]).ShouldBe(60);
        var metrics = tracking["CustomizedMetricSpecification"]!["Metrics"]!.AsArray();
        metrics[0].ShouldBeJson("""{"Id":"backlog","Expression":"(visible + inFlight) / tasks","Label":"messages a task"}""");
        metrics.Skip(1).Select(metric => $"{metric!["Id"]} {metric["ReturnData"]} {AlarmText.Metric(metric["MetricStat"]!)}").ShouldBe(
        [
            "visible false AWS/SQS ApproximateNumberOfMessagesVisible QueueName=WorkerQueue.QueueName Maximum",
            "inFlight false AWS/SQS ApproximateNumberOfMessagesNotVisible QueueName=WorkerQueue.QueueName Maximum",
            "tasks false ECS/ContainerInsights RunningTaskCount ClusterName=WorkerNetworkCluster+ServiceName=WorkerService.Name Average",
        ]);
    }

    [Fact]
    public void Network_Isolated_HasAnEndpointOfTheQueue() => Defaults.All("AWS::EC2::VPCEndpoint").Values
        .ShouldContain(endpoint => endpoint["Properties"]!["ServiceName"]!.ToJsonString().Contains(".sqs", StringComparison.Ordinal));

    [Fact]
    public void SecurityGroup_ByDefault_LetsNobodyIn()
    {
        Defaults.Single("AWS::EC2::SecurityGroup", "WorkerSecurityGroup")["Properties"]!["SecurityGroupIngress"].ShouldBeNull();
        var ingress = Defaults.Single("AWS::EC2::SecurityGroupIngress")["Properties"]!;
        ingress["GroupId"].Target().ShouldContain("Endpoint");
        ingress["SourceSecurityGroupId"].Target().ShouldStartWith("WorkerSecurityGroup", Case.Sensitive, "tasks reach the queue through its endpoint");
        ((double?)ingress["FromPort"]).ShouldBe(443);
    }

    [Fact]
    public void Annotations_ByDefault_AreTheCostOfTheNetwork() => Defaults.Annotations.ShouldAllBe(text => text.Contains("USD a month", StringComparison.Ordinal));
}
