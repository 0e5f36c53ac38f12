using Amazon.CDK;
using Amazon.CDK.AWS.CodeDeploy;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns.Tests.Functions;

public sealed class PatternFunctionTests
{
    [Fact]
    public void Settings_Sizes_ReachTheFunction()
    {
        var function = Make(new()
        {
            MemorySize = 512,
            Timeout = Duration.Seconds(30),
            EphemeralStorageSize = Size.Gibibytes(2),
            ReservedConcurrentExecutions = 5,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["STAGE"] = "test" },
        }).Properties("AWS::Lambda::Function");

        ((double?)function["MemorySize"]).ShouldBe(512);
        ((double?)function["Timeout"]).ShouldBe(30);
        ((double?)function["EphemeralStorage"]!["Size"]).ShouldBe(2048);
        ((double?)function["ReservedConcurrentExecutions"]).ShouldBe(5);
        ((string?)function["Environment"]!["Variables"]!["STAGE"]).ShouldBe("test");
    }

    [Fact]
    public void Settings_LogRetention_ReachesTheLogGroup() =>
        ((double?)Make(new() { LogRetention = RetentionDays.ONE_YEAR }).Properties("AWS::Logs::LogGroup")["RetentionInDays"]).ShouldBe(365);

    [Fact]
    public void Settings_Timeout_MovesTheDurationAlarm() =>
        ((double?)Make(new() { Timeout = Duration.Seconds(10) }).Properties("AWS::CloudWatch::Alarm", "FunctionDuration")["Threshold"]).ShouldBe(8000);

    [Fact]
    public void Settings_Vpc_PlacesTheFunctionAndAllowsOnlyItsInterfaces()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            FunctionSettings = new()
            {
                Vpc = new Vpc(stack, "Vpc", new VpcProps { MaxAzs = 2, NatGateways = 1 }),
            },
        }));

        template.Properties("AWS::Lambda::Function")["VpcConfig"]!["SubnetIds"]!.AsArray().Count.ShouldBe(2);
        template.All("AWS::EC2::SecurityGroup").Keys.Single().ShouldStartWith("ThumbsFunction");
        Statements(template).ShouldContain(statement => statement.Contains("ec2:CreateNetworkInterface", StringComparison.Ordinal));
        template.Properties("AWS::IAM::Role")["ManagedPolicyArns"].ShouldBeNull();
    }

    [Fact]
    public void Settings_RoleOfAnotherStack_GetsItsPermissionsHereBeforeTheFunctionIsMade()
    {
        var template = Synthesized.App("Test", app =>
        {
            var role = new Role(new Stack(app, "Roles"), "Role", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") });
            new ThumbnailPipeline(new Stack(app, "Test"), "Thumbs", new() { FunctionSettings = new() { Role = role } });
        });

        template.All("AWS::IAM::Role").ShouldBeEmpty();
        var policy = template.All("AWS::IAM::Policy").Single();
        policy.Value["Properties"]!["Roles"]![0]!["Fn::ImportValue"].ShouldNotBeNull();
        Statements(template).ShouldContain(statement => statement.Contains("s3:PutObject", StringComparison.Ordinal));
        template.Single("AWS::Lambda::Function")["DependsOn"]!.AsArray().Select(id => (string?)id).ShouldContain(policy.Key);
        template.Single("AWS::Lambda::EventInvokeConfig")["DependsOn"]!.AsArray().Select(id => (string?)id).ShouldContain(policy.Key);
    }

    [Fact]
    public void Settings_SnapStart_InvokesAPublishedVersionThroughTheAlias()
    {
        using var folder = JavaArchive();
        var template = Make(new()
        {
            SnapStart = true,
            Code = FunctionCode.FromDirectory(Path.Combine(folder.Path, "app.zip"), Runtime.JAVA_21, "example.Handler::handle"),
        });

        template.Properties("AWS::Lambda::Function")["SnapStart"].ShouldBeJson("""{"ApplyOn":"PublishedVersions"}""");
        ShouldInvokeTheAlias(template);
    }

    [Fact]
    public void Settings_DeploymentConfig_ShiftsTheAliasAndRollsBackOnItsAlarms()
    {
        var template = Make(new() { DeploymentConfig = LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES });

        ShouldInvokeTheAlias(template);
        var group = template.Properties("AWS::CodeDeploy::DeploymentGroup");
        ((string?)group["DeploymentConfigName"]).ShouldBe("CodeDeployDefault.LambdaCanary10Percent5Minutes");
        group["AutoRollbackConfiguration"].ShouldBeJson(
            """{"Enabled":true,"Events":["DEPLOYMENT_FAILURE","DEPLOYMENT_STOP_ON_REQUEST","DEPLOYMENT_STOP_ON_ALARM"]}""");
        group["AlarmConfiguration"]!["Alarms"]!.AsArray().Select(alarm => alarm!["Name"].Target()[..^8])
            .ShouldBe(["ThumbsAlarmsFunctionErrors", "ThumbsAlarmsFunctionDuration"]);
        template.Properties("AWS::CloudWatch::Alarm", "FunctionErrors")["Metrics"]!.AsArray()
            .Where(metric => metric!["MetricStat"] is not null).ShouldAllBe(metric => (int?)metric!["MetricStat"]!["Period"] == 60);
        ((int?)template.Properties("AWS::CloudWatch::Alarm", "FunctionDuration")["Period"]).ShouldBe(60);
        var policy = template.All("AWS::IAM::Policy").Single(pair => pair.Key.Contains("DeploymentRole", StringComparison.Ordinal));
        policy.Value["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray().Select(statement => statement!["Action"]!.ToJsonString()).ShouldBe(
            ["""["lambda:GetAlias","lambda:GetProvisionedConcurrencyConfig","lambda:UpdateAlias"]""", "\"cloudwatch:DescribeAlarms\""]);
        template.Single("AWS::Lambda::Alias")["DependsOn"]!.AsArray().Select(id => (string?)id).ShouldContain(policy.Key);
        template.Single("AWS::Lambda::Alias")["UpdatePolicy"]!["CodeDeployLambdaAliasUpdate"].ShouldNotBeNull();
        template.All("AWS::IAM::Role").Values.ShouldAllBe(role => role["Properties"]!["ManagedPolicyArns"] == null);
    }

    [Fact]
    public void Settings_ImageCode_MakesAnImageFunctionWithTheSameSurroundings()
    {
        var template = Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            FunctionSettings = new() { Code = FunctionCode.FromImage(Repository.FromRepositoryName(stack, "Images", "thumbs"), "latest") },
        }));

        var function = template.Properties("AWS::Lambda::Function");
        ((string?)function["PackageType"]).ShouldBe("Image");
        function["Handler"].ShouldBeNull();
        function["Runtime"].ShouldBeNull();
        function["LoggingConfig"]!["LogGroup"].Target().ShouldContain("FunctionLogGroup");
        template.Annotations.ShouldContain(text => text.Contains("moves without CloudFormation noticing", StringComparison.Ordinal));
    }

    [Fact]
    public void Alarms_BehindAnAlias_WatchTheAlias()
    {
        var alarm = Make(new() { DeploymentConfig = LambdaDeploymentConfig.ALL_AT_ONCE }).Properties("AWS::CloudWatch::Alarm", "FunctionThrottles");

        alarm["Dimensions"]!.AsArray().Select(dimension => (string?)dimension!["Name"]).ShouldBe(["FunctionName", "Resource"]);
    }

    private static void ShouldInvokeTheAlias(Synthesized template)
    {
        var alias = template.All("AWS::Lambda::Alias").Single();
        ((string?)alias.Value["Properties"]!["Name"]).ShouldBe("live");
        template.Properties("AWS::Events::Rule")["Targets"]![0]!["Arn"].Target().ShouldBe(alias.Key);
        template.Properties("AWS::Lambda::Permission")["FunctionName"].Target().ShouldBe(alias.Key);
        var config = template.Single("AWS::Lambda::EventInvokeConfig");
        ((string?)config["Properties"]!["Qualifier"]).ShouldBe("live");
        config["DependsOn"]!.AsArray().Select(id => (string?)id).ShouldContain(alias.Key);
    }

    private static IEnumerable<string> Statements(Synthesized template) =>
        template.Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"]!.AsArray().Select(statement => statement!.ToJsonString());

    private static TemporaryFolder JavaArchive()
    {
        var folder = new TemporaryFolder();
        using var zip = System.IO.Compression.ZipFile.Open(
            Path.Combine(folder.Path, "app.zip"), System.IO.Compression.ZipArchiveMode.Create);
        using var entry = zip.CreateEntry("example/Handler.class").Open();
        entry.Write([0xCA, 0xFE, 0xBA, 0xBE]);
        return folder;
    }

    private static Synthesized Make(FunctionSettings settings) =>
        Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new() { FunctionSettings = settings }));
}
