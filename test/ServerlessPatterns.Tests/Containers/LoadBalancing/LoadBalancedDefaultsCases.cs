namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>The defaults that both kinds of service have alike.</summary>
public abstract class LoadBalancedDefaultsCases : LoadBalancedServiceTests
{
    private protected abstract Synthesized Defaults { get; }

    [Fact]
    public void LoadBalancer_ByDefault_IsInternalStrictAndLogged()
    {
        var loadBalancer = Defaults.Properties("AWS::ElasticLoadBalancingV2::LoadBalancer");

        ((string?)loadBalancer["Scheme"]).ShouldBe("internal");
        loadBalancer["Subnets"]!.AsArray().Count.ShouldBe(2);
        loadBalancer["Subnets"]!.AsArray().ShouldAllBe(subnet => subnet.Target().Contains("TasksSubnet", StringComparison.Ordinal));
        var attributes = Attributes(loadBalancer, "LoadBalancerAttributes");
        attributes["deletion_protection.enabled"].ShouldBe("false");
        attributes["routing.http.drop_invalid_header_fields.enabled"].ShouldBe("true");
        attributes["routing.http.desync_mitigation_mode"].ShouldBe("defensive");
        attributes["access_logs.s3.enabled"].ShouldBe("true");
        attributes["access_logs.s3.prefix"].ShouldBe(string.Empty);
    }

    [Fact]
    public void AccessLogs_ByDefault_ArePrivateExpireAndComeBeforeTheLoadBalancer()
    {
        var (id, bucket) = Defaults.All("AWS::S3::Bucket").Single();
        ((string?)bucket["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
        var properties = bucket["Properties"]!;
        properties["BucketEncryption"].ShouldBeJson("""{"ServerSideEncryptionConfiguration":[{"ServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}""");
        properties["PublicAccessBlockConfiguration"].ShouldBeJson("""{"BlockPublicAcls":true,"BlockPublicPolicy":true,"IgnorePublicAcls":true,"RestrictPublicBuckets":true}""");
        properties["OwnershipControls"].ShouldBeJson("""{"Rules":[{"ObjectOwnership":"BucketOwnerEnforced"}]}""");
        properties["LifecycleConfiguration"].ShouldBeJson(
            """
            {"Rules":[
              {"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7},"Id":"abort-multipart-uploads","Status":"Enabled"},
              {"ExpirationInDays":90,"Id":"expire","Status":"Enabled"}]}
            """);

        var (policyId, policy) = Defaults.All("AWS::S3::BucketPolicy").Single();
        var statements = policy["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray();
        ((string?)statements[0]!["Effect"]).ShouldBe("Deny");
        statements[0]!["Condition"].ShouldBeJson("""{"Bool":{"aws:SecureTransport":"false"}}""");
        statements[1].ShouldBeJson(
            $$"""
            {"Action":"s3:PutObject","Effect":"Allow",
             "Principal":{"Service":"logdelivery.elasticloadbalancing.amazonaws.com"},
             "Resource":{"Fn::Join":["",[{"Fn::GetAtt":["{{id}}","Arn"]},"/AWSLogs/",{"Ref":"AWS::AccountId"},"/*"]]} }
            """);
        Defaults.Single("AWS::ElasticLoadBalancingV2::LoadBalancer")["DependsOn"]!.AsArray().Select(other => (string?)other).ShouldContain(policyId);
    }

    [Fact]
    public void Listeners_ByDefault_SpeakHttpsAndPort80LeadsThere()
    {
        Defaults.All("AWS::ElasticLoadBalancingV2::Listener").Count.ShouldBe(2);
        var https = Listener(Defaults, 443);
        ((string?)https["Protocol"]).ShouldBe("HTTPS");
        ((string?)https["SslPolicy"]).ShouldBe("ELBSecurityPolicy-TLS13-1-2-Res-2021-06");
        https["Certificates"].ShouldBeJson($$"""[{"CertificateArn":"{{ServiceInput.CertificateArn}}"}]""");
        https["DefaultActions"].ShouldBeJson($$"""[{"TargetGroupArn":{"Ref":"{{TargetGroupId()}}" },"Type":"forward"}]""");
        var http = Listener(Defaults, 80);
        ((string?)http["Protocol"]).ShouldBe("HTTP");
        http["DefaultActions"].ShouldBeJson("""[{"RedirectConfig":{"Port":"443","Protocol":"HTTPS","StatusCode":"HTTP_301"},"Type":"redirect"}]""");
    }

    [Fact]
    public void SecurityGroups_ByDefault_LetInTheVpcAndThenTheLoadBalancerOnOnePort()
    {
        Ingress(Defaults, "LoadBalancerSecurityGroup").ShouldBe(["443-443 from 10.0.0.0/16", "80-80 from 10.0.0.0/16"]);
        var loadBalancer = Defaults.All("AWS::EC2::SecurityGroup").Keys.Single(id => id.Contains("LoadBalancerSecurityGroup", StringComparison.Ordinal));
        Ingress(Defaults, "ShopSecurityGroup").ShouldBe([$"8080-8080 from {loadBalancer}"]);
        var egress = Defaults.Properties("AWS::EC2::SecurityGroupEgress");
        egress["GroupId"].Target().ShouldBe(loadBalancer);
        egress["DestinationSecurityGroupId"].Target().ShouldStartWith("ShopSecurityGroup");
        ((int?)egress["FromPort"]).ShouldBe(8080);
        Defaults.All("AWS::EC2::SecurityGroup").Values.SelectMany(group => group["Properties"]!["SecurityGroupIngress"]?.AsArray() ?? [])
            .ShouldAllBe(rule => (string?)rule!["CidrIp"] != "0.0.0.0/0");
    }

    [Fact]
    public void TargetGroup_ByDefault_ChecksHealthAndDrainsQuickly()
    {
        var targets = Defaults.Properties("AWS::ElasticLoadBalancingV2::TargetGroup").AsObject();
        Attributes(targets, "TargetGroupAttributes").ShouldBe(
            new Dictionary<string, string> { ["deregistration_delay.timeout_seconds"] = "30", ["stickiness.enabled"] = "false" },
            ignoreOrder: true);
        targets.Remove("TargetGroupAttributes");
        targets.Remove("VpcId");
        targets.ShouldBeJson(
            """
            {"HealthCheckIntervalSeconds":10,"HealthCheckPath":"/","HealthCheckTimeoutSeconds":5,"HealthyThresholdCount":2,
             "Matcher":{"HttpCode":"200"},"Port":8080,"Protocol":"HTTP","TargetType":"ip","UnhealthyThresholdCount":3}
            """);
    }

    [Fact]
    public void Service_ByDefault_RollsBackAndHasNoFixedCount()
    {
        var service = Service(Defaults);
        service["DesiredCount"].ShouldBeNull("it would scale a busy service down at the next deployment");
        var deployment = service["DeploymentConfiguration"]!;
        ((int?)deployment["MinimumHealthyPercent"]).ShouldBe(100);
        ((int?)deployment["MaximumPercent"]).ShouldBe(200);
        deployment["DeploymentCircuitBreaker"].ShouldBeJson("""{"Enable":true,"Rollback":true}""");
        ((bool?)deployment["Alarms"]!["Enable"]).ShouldBe(true);
        ((bool?)deployment["Alarms"]!["Rollback"]).ShouldBe(true);
        deployment["Alarms"]!["AlarmNames"]!.AsArray().Select(alarm => alarm.Target()[..24])
            .ShouldBe(["ShopAlarmsTargetErrorsBC", "ShopAlarmsUnhealthyTasks"]);
        service["DeploymentController"].ShouldBeJson("""{"Type":"ECS"}""");
        ((string?)service["AvailabilityZoneRebalancing"]).ShouldBe("ENABLED");
        ((string?)service["PropagateTags"]).ShouldBe("SERVICE");
        ((bool?)service["EnableECSManagedTags"]).ShouldBe(true);
        ((bool?)service["EnableExecuteCommand"]).ShouldBe(false);
        ((int?)service["HealthCheckGracePeriodSeconds"]).ShouldBe(60);
        service["LoadBalancers"].ShouldBeJson($$"""[{"ContainerName":"app","ContainerPort":8080,"TargetGroupArn":{"Ref":"{{TargetGroupId()}}" } }]""");
        var network = service["NetworkConfiguration"]!["AwsvpcConfiguration"]!;
        network["SecurityGroups"]!.AsArray().Single().Target().ShouldStartWith("ShopSecurityGroup");
        network["Subnets"]!.AsArray().ShouldAllBe(subnet => subnet.Target().Contains("TasksSubnet", StringComparison.Ordinal));
    }

    [Fact]
    public void Scaling_ByDefault_IsTwoToTenByCpuMemoryAndRequests()
    {
        var target = Defaults.Properties("AWS::ApplicationAutoScaling::ScalableTarget");
        ((int?)target["MinCapacity"]).ShouldBe(2);
        ((int?)target["MaxCapacity"]).ShouldBe(10);
        Policies(Defaults).ShouldBe(
        [
            "ALBRequestCountPerTarget 1000 in 120 out 60",
            "ECSServiceAverageCPUUtilization 60 in 120 out 60",
            "ECSServiceAverageMemoryUtilization 80 in 120 out 60",
        ]);
    }

    [Fact]
    public void Task_ByDefault_IsSmallAndListensOn8080()
    {
        var task = Defaults.Properties("AWS::ECS::TaskDefinition");
        ((string?)task["Cpu"]).ShouldBe("256");
        ((string?)task["Memory"]).ShouldBe("512");
        var container = task["ContainerDefinitions"]![0]!;
        container["PortMappings"]!.AsArray().Single()!["ContainerPort"].ShouldBeJson("8080");
        container["Image"]!["Fn::Join"]![1]!.AsArray()[^1]!.ToString().ShouldEndWith("/shop:1.0.0");
    }

    [Fact]
    public void Optional_ByDefault_IsNotMade()
    {
        string[] types =
        [
            "AWS::CertificateManager::Certificate", "AWS::ElasticLoadBalancingV2::ListenerRule", "AWS::Lambda::Function",
            "AWS::Route53::RecordSet", "AWS::WAFv2::WebACL",
        ];
        types.ShouldAllBe(type => Defaults.All(type).Count == 0);
        Defaults.Template["Outputs"].ShouldBeNull();
        Defaults.Resources.Select(pair => (string)pair.Value!["Type"]!).ShouldAllBe(type => !type.StartsWith("Custom::", StringComparison.Ordinal));
    }

    [Fact]
    public void Cost_ByDefault_IsSaid() =>
        Defaults.Annotations.ShouldContain("The load balancer costs about 16 USD a month while idle (us-east-1; traffic and tasks come on top).");

    internal static IEnumerable<string> Policies(Synthesized template) => template.All("AWS::ApplicationAutoScaling::ScalingPolicy").Values
        .Select(policy => policy["Properties"]!["TargetTrackingScalingPolicyConfiguration"]!)
        .Select(policy => $"{policy["PredefinedMetricSpecification"]!["PredefinedMetricType"]} {policy["TargetValue"]} in {policy["ScaleInCooldown"]} out {policy["ScaleOutCooldown"]}")
        .Order(StringComparer.Ordinal);

    private string TargetGroupId() => Defaults.All("AWS::ElasticLoadBalancingV2::TargetGroup").Keys.Single();
}
