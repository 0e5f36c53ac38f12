using Amazon.CDK;
using Amazon.CDK.AWS.EC2;

namespace ServerlessPatterns.Tests.Containers.LoadBalancing;

/// <summary>What can be set on both kinds of service alike.</summary>
public abstract class LoadBalancedOverrideCases : LoadBalancedServiceTests
{
    [Fact]
    public void PublicAccess_Set_IsInternetFacingInPublicSubnetsAndOpen()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with { PublicAccess = true });

        var loadBalancer = template.Properties("AWS::ElasticLoadBalancingV2::LoadBalancer");
        ((string?)loadBalancer["Scheme"]).ShouldBe("internet-facing");
        loadBalancer["Subnets"]!.AsArray().ShouldAllBe(subnet => subnet.Target().Contains("PublicSubnet", StringComparison.Ordinal));
        Ingress(template, "LoadBalancerSecurityGroup").ShouldBe(["443-443 from 0.0.0.0/0", "80-80 from 0.0.0.0/0"]);
        template.Annotations.ShouldContain(text => text.StartsWith("The load balancer costs about 24 USD", StringComparison.Ordinal));
    }

    [Fact]
    public void AllowedPeers_Set_AreTheOnlyOnes()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with { PublicAccess = true, AllowedPeers = [Peer.Ipv4("203.0.113.0/24")] });

        Ingress(template, "LoadBalancerSecurityGroup").ShouldBe(["443-443 from 203.0.113.0/24", "80-80 from 203.0.113.0/24"]);
    }

    [Fact]
    public void AllowPlainHttp_Set_HasOneListenerAndNoRedirect()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with { Certificate = null, AllowPlainHttp = true });

        var (_, listener) = template.All("AWS::ElasticLoadBalancingV2::Listener").Single();
        ((int?)listener["Properties"]!["Port"]).ShouldBe(80);
        ((string?)listener["Properties"]!["Protocol"]).ShouldBe("HTTP");
        listener["Properties"]!["SslPolicy"].ShouldBeNull();
        Ingress(template, "LoadBalancerSecurityGroup").ShouldBe(["80-80 from 10.0.0.0/16"]);
        template.Annotations.ShouldNotContain(text => text.Contains("without encryption", StringComparison.Ordinal));
    }

    [Fact]
    public void DomainName_WithItsZone_HasACertificateAndARecord()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with
        {
            Certificate = null,
            DomainName = "shop.example.com",
            HostedZone = ServiceInput.Zone(stack),
        });

        var (certificate, resource) = template.All("AWS::CertificateManager::Certificate").Single();
        ((string?)resource["Properties"]!["ValidationMethod"]).ShouldBe("DNS");
        resource["Properties"]!["DomainValidationOptions"].ShouldBeJson("""[{"DomainName":"shop.example.com","HostedZoneId":"Z1"}]""");
        Listener(template, 443)["Certificates"]![0]!["CertificateArn"].Target().ShouldBe(certificate);
        var loadBalancer = template.All("AWS::ElasticLoadBalancingV2::LoadBalancer").Keys.Single();
        template.Properties("AWS::Route53::RecordSet").ShouldBeJson(
            $$"""
            {"AliasTarget":{"DNSName":{"Fn::GetAtt":["{{loadBalancer}}","DNSName"]},"HostedZoneId":{"Fn::GetAtt":["{{loadBalancer}}","CanonicalHostedZoneID"]} },
             "HostedZoneId":"Z1","Name":"shop.example.com.","Type":"A"}
            """);
    }

    [Fact]
    public void DomainName_WithACertificate_HasTheRecordAlone()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with { DomainName = "shop.example.com", HostedZone = ServiceInput.Zone(stack) });

        template.All("AWS::CertificateManager::Certificate").ShouldBeEmpty();
        ((string?)Listener(template, 443)["Certificates"]![0]!["CertificateArn"]).ShouldBe(ServiceInput.CertificateArn);
        template.All("AWS::Route53::RecordSet").Count.ShouldBe(1);
    }

    [Fact]
    public void AccessLogs_Off_MakesNoBucket()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with { AccessLogs = false });

        template.All("AWS::S3::Bucket").ShouldBeEmpty();
        Attributes(template.Properties("AWS::ElasticLoadBalancingV2::LoadBalancer"), "LoadBalancerAttributes").ShouldNotContainKey("access_logs.s3.enabled");
    }

    [Fact]
    public void AccessLogs_InAStackWithoutARegion_NameNoAccountOfElb()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with { AccessLogsPrefix = "logs" });

        var statement = template.Properties("AWS::S3::BucketPolicy")["PolicyDocument"]!["Statement"]![1]!;
        statement["Principal"].ShouldBeJson("""{"Service":"logdelivery.elasticloadbalancing.amazonaws.com"}""");
        statement["Resource"]!["Fn::Join"]![1]![1].ShouldBeJson("\"/logs/AWSLogs/\"");
        Attributes(template.Properties("AWS::ElasticLoadBalancingV2::LoadBalancer"), "LoadBalancerAttributes")["access_logs.s3.prefix"].ShouldBe("logs");
    }

    [Fact]
    public void Waf_Set_IsAssociatedWithTheLoadBalancer()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with { Waf = new() { RateLimit = 300 } });

        var (acl, resource) = template.All("AWS::WAFv2::WebACL").Single();
        ((int?)resource["Properties"]!["Rules"]![0]!["Statement"]!["RateBasedStatement"]!["Limit"]).ShouldBe(300);
        var association = template.Properties("AWS::WAFv2::WebACLAssociation");
        association["ResourceArn"].Target().ShouldBe(template.All("AWS::ElasticLoadBalancingV2::LoadBalancer").Keys.Single());
        association["WebACLArn"].Target().ShouldBe(acl);
    }

    [Fact]
    public void HealthCheck_Set_IsTheTargetGroups()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with
        {
            ContainerPort = 5000,
            DeregistrationDelay = Duration.Seconds(60),
            HealthCheck = new()
            {
                Path = "/health",
                HealthyHttpCodes = "200,204",
                Interval = Duration.Seconds(30),
                Timeout = Duration.Seconds(20),
                HealthyThreshold = 5,
                UnhealthyThreshold = 6,
                GracePeriod = Duration.Minutes(5),
            },
        });

        var targets = template.Properties("AWS::ElasticLoadBalancingV2::TargetGroup");
        ((int?)targets["Port"]).ShouldBe(5000);
        ((string?)targets["HealthCheckPath"]).ShouldBe("/health");
        ((string?)targets["Matcher"]!["HttpCode"]).ShouldBe("200,204");
        ((int?)targets["HealthCheckIntervalSeconds"]).ShouldBe(30);
        ((int?)targets["HealthCheckTimeoutSeconds"]).ShouldBe(20);
        ((int?)targets["HealthyThresholdCount"]).ShouldBe(5);
        ((int?)targets["UnhealthyThresholdCount"]).ShouldBe(6);
        Attributes(targets, "TargetGroupAttributes")["deregistration_delay.timeout_seconds"].ShouldBe("60");
        ((int?)Service(template)["HealthCheckGracePeriodSeconds"]).ShouldBe(300);
        Ingress(template, "ShopSecurityGroup").ShouldHaveSingleItem().ShouldStartWith("5000-5000 from ShopLoadBalancer");
    }

    [Fact]
    public void Scaling_Set_IsThePoliciesThatAreLeft()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with
        {
            Scaling = new()
            {
                MinTasks = 3,
                MaxTasks = 3,
                CpuUtilization = 40,
                MemoryUtilization = null,
                RequestsPerTask = null,
                ScaleInCooldown = Duration.Seconds(0),
                ScaleOutCooldown = Duration.Seconds(5),
            },
        });

        var target = template.Properties("AWS::ApplicationAutoScaling::ScalableTarget");
        ((int?)target["MinCapacity"]).ShouldBe(3);
        ((int?)target["MaxCapacity"]).ShouldBe(3);
        LoadBalancedDefaultsCases.Policies(template).ShouldBe(["ECSServiceAverageCPUUtilization 40 in 0 out 5"]);
        ((double?)template.Properties("AWS::CloudWatch::Alarm", "HealthyTasks")["Threshold"]).ShouldBe(3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RollbackOnAlarms_OffOrWithoutAlarms_LeavesTheCircuitBreaker(bool withoutAlarms)
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with
        {
            RollbackOnAlarms = withoutAlarms ? null : false,
            Monitoring = withoutAlarms ? MonitoringOptions.None : new(),
        });

        var deployment = Service(template)["DeploymentConfiguration"]!;
        deployment["Alarms"].ShouldBeNull();
        deployment["DeploymentCircuitBreaker"].ShouldBeJson("""{"Enable":true,"Rollback":true}""");
    }

    [Fact]
    public void LoadBalancerDeletionProtection_Set_IsAnAttribute() =>
        Attributes(
            Synthesize(stack => ServiceInput.Minimal(stack) with { LoadBalancerDeletionProtection = true }).Properties("AWS::ElasticLoadBalancingV2::LoadBalancer"),
            "LoadBalancerAttributes")["deletion_protection.enabled"].ShouldBe("true");

    [Fact]
    public void RemovalPolicy_Set_IsTheBucketsToo() =>
        ((string?)Synthesize(stack => ServiceInput.Minimal(stack) with { RemovalPolicy = RemovalPolicy.DESTROY }).Single("AWS::S3::Bucket")["DeletionPolicy"])
            .ShouldBe("Delete");

    [Fact]
    public void EnableExecuteCommand_Set_IsOnAndAllowed()
    {
        var template = Synthesize(stack => ServiceInput.Minimal(stack) with { EnableExecuteCommand = true });

        ((bool?)Service(template)["EnableExecuteCommand"]).ShouldBe(true);
        template.Properties("AWS::IAM::Policy", "TaskRole")["PolicyDocument"]!.ToJsonString().ShouldContain("ssmmessages:OpenDataChannel");
    }
}
