using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SSM;
using SecretsManagerSecret = Amazon.CDK.AWS.SecretsManager.Secret;

namespace ServerlessPatterns.Tests.Containers;

public sealed class PatternTaskTests
{
    [Fact]
    public void TaskDefinition_ByDefault_IsFargateWithItsOwnLogGroup()
    {
        var template = Of(stack => TaskRequests.Of(stack) with { ContainerPort = 8080 });

        var task = template.Properties("AWS::ECS::TaskDefinition");
        task["RequiresCompatibilities"].ShouldBeJson("""["FARGATE"]""");
        task["RuntimePlatform"].ShouldBeJson("""{"CpuArchitecture":"X86_64","OperatingSystemFamily":"LINUX"}""");
        ((string?)task["Cpu"]).ShouldBe("256");
        ((string?)task["Memory"]).ShouldBe("512");
        task["Volumes"].ShouldBeNull();
        var container = task["ContainerDefinitions"]!.AsArray().Single()!;
        ((string?)container["Name"]).ShouldBe("app");
        ((int?)container["StopTimeout"]).ShouldBe(30);
        ((bool?)container["LinuxParameters"]!["InitProcessEnabled"]).ShouldBe(true);
        ((bool?)container["ReadonlyRootFilesystem"]).ShouldBe(false);
        container["PortMappings"].ShouldBeJson("""[{"ContainerPort":8080,"Protocol":"tcp"}]""");
        container["LogConfiguration"].ShouldBeJson(
            $$$"""
            {"LogDriver":"awslogs","Options":{"awslogs-group":{"Ref":"{{{template.All("AWS::Logs::LogGroup").Keys.Single()}}}"},
             "awslogs-region":{"Ref":"AWS::Region"},"awslogs-stream-prefix":"ecs","mode":"non-blocking","max-buffer-size":"25m"}}
            """);
        var logs = template.Single("AWS::Logs::LogGroup");
        ((int?)logs["Properties"]!["RetentionInDays"]).ShouldBe(30);
        ((string?)logs["DeletionPolicy"]).ShouldBe("RetainExceptOnCreate");
    }

    [Fact]
    public void TaskDefinition_EverySetting_IsTaken()
    {
        var template = Of(stack => TaskRequests.Of(stack, new()
        {
            Cpu = 1024,
            MemoryLimitMiB = 4096,
            CpuArchitecture = CpuArchitecture.ARM64,
            EphemeralStorageGiB = 50,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["STAGE"] = "test" },
            Command = ["serve"],
            EntryPoint = ["/app"],
            User = "1000",
            ReadonlyRootFilesystem = true,
            HealthCheck = new HealthCheck { Command = ["CMD", "/app", "health"] },
            StopTimeout = Duration.Seconds(60),
            InitProcessEnabled = false,
            LogRetention = RetentionDays.ONE_YEAR,
        }) with
        { Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["QUEUE_URL"] = "q" } });

        var task = template.Properties("AWS::ECS::TaskDefinition");
        ((string?)task["RuntimePlatform"]!["CpuArchitecture"]).ShouldBe("ARM64");
        ((string?)task["Cpu"]).ShouldBe("1024");
        ((string?)task["Memory"]).ShouldBe("4096");
        ((int?)task["EphemeralStorage"]!["SizeInGiB"]).ShouldBe(50);
        task["Volumes"].ShouldBeJson("""[{"Name":"writable0"}]""");
        var container = task["ContainerDefinitions"]![0]!;
        container["Environment"].ShouldBeJson("""[{"Name":"QUEUE_URL","Value":"q"},{"Name":"STAGE","Value":"test"}]""");
        container["MountPoints"].ShouldBeJson("""[{"ContainerPath":"/tmp","ReadOnly":false,"SourceVolume":"writable0"}]""");
        container["Command"].ShouldBeJson("""["serve"]""");
        container["EntryPoint"].ShouldBeJson("""["/app"]""");
        ((string?)container["User"]).ShouldBe("1000");
        ((bool?)container["ReadonlyRootFilesystem"]).ShouldBe(true);
        container["HealthCheck"]!["Command"].ShouldBeJson("""["CMD","/app","health"]""");
        ((int?)container["StopTimeout"]).ShouldBe(60);
        container["LinuxParameters"].ShouldBeNull();
        ((int?)template.Properties("AWS::Logs::LogGroup")["RetentionInDays"]).ShouldBe(365);
    }

    [Fact]
    public void TaskDefinition_OnEc2_HasItsPlatformAndALimitOfMemory()
    {
        var task = Of(stack => TaskRequests.Of(stack, new() { CpuArchitecture = CpuArchitecture.ARM64, Cpu = 300, MemoryLimitMiB = 700 }) with { OnEc2 = true })
            .Properties("AWS::ECS::TaskDefinition");

        task["RequiresCompatibilities"].ShouldBeJson("""["EC2"]""");
        task["RuntimePlatform"].ShouldBeJson("""{"CpuArchitecture":"ARM64","OperatingSystemFamily":"LINUX"}""");
        ((string?)task["NetworkMode"]).ShouldBe("awsvpc");
        ((int?)task["ContainerDefinitions"]![0]!["Memory"]).ShouldBe(700);
    }

    [Fact]
    public void ExecutionRole_ByDefault_PullsThatRepositoryAndWritesThatLogGroup()
    {
        var template = Of(stack => TaskRequests.Of(stack));

        template.All("AWS::IAM::Policy").Count.ShouldBe(1);
        template.All("AWS::IAM::Role").Values.ShouldAllBe(role => role["Properties"]!["ManagedPolicyArns"] == null);
        Statements(template, "ExecutionRole").ShouldBeJson(
            $$$"""
            [{"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Effect":"Allow",
              "Resource":{"Fn::GetAtt":["{{{template.All("AWS::Logs::LogGroup").Keys.Single()}}}","Arn"]}},
             {"Action":["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"],"Effect":"Allow",
              "Resource":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":ecr:",{"Ref":"AWS::Region"},":",{"Ref":"AWS::AccountId"},":repository/shop"]]}},
             {"Action":"ecr:GetAuthorizationToken","Effect":"Allow","Resource":"*"}]
            """);
    }

    [Fact]
    public void ExecutionRole_WithSecrets_ReadsTheseAndNothingElse()
    {
        var template = Of(stack => TaskRequests.Of(stack, new()
        {
            Secrets = new Dictionary<string, ContainerSecret>(StringComparer.Ordinal)
            {
                ["PASSWORD"] = ContainerSecret.FromSecretsManager(new SecretsManagerSecret(stack, "Login", new Amazon.CDK.AWS.SecretsManager.SecretProps { EncryptionKey = new Key(stack, "Key") }), "password"),
                ["BY_NAME"] = ContainerSecret.FromSecretsManager(SecretsManagerSecret.FromSecretNameV2(stack, "ByName", "shop/key")),
                ["TOKEN"] = ContainerSecret.FromSsmParameter(StringParameter.FromSecureStringParameterAttributes(stack, "Token", new SecureStringParameterAttributes { ParameterName = "/shop/token" })),
            },
        }));

        var login = template.All("AWS::SecretsManager::Secret").Keys.Single();
        string Named(string service, string rest) => $$"""{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":{{service}}:",{"Ref":"AWS::Region"},":",{"Ref":"AWS::AccountId"},":{{rest}}"]]}""";
        new JsonArray([.. Statements(template, "ExecutionRole").AsArray().Skip(3).Select(statement => statement!.DeepClone())]).ShouldBeJson(
            $$$"""
            [{"Action":"secretsmanager:GetSecretValue","Effect":"Allow","Resource":{"Ref":"{{{login}}}"}},
             {"Action":"kms:Decrypt","Effect":"Allow","Resource":{"Fn::GetAtt":["{{{template.All("AWS::KMS::Key").Keys.Single()}}}","Arn"]}},
             {"Action":"secretsmanager:GetSecretValue","Effect":"Allow","Resource":{{{Named("secretsmanager", "secret:shop/key-??????")}}}},
             {"Action":"ssm:GetParameters","Effect":"Allow","Resource":{{{Named("ssm", "parameter/shop/token")}}}}]
            """);
        template.All("AWS::SecretsManager::ResourcePolicy").ShouldBeEmpty();
        template.Properties("AWS::ECS::TaskDefinition")["ContainerDefinitions"]![0]!["Secrets"].ShouldBeJson(
            $$$"""
            [{"Name":"PASSWORD","ValueFrom":{"Fn::Join":["",[{"Ref":"{{{login}}}"},":password::"]]}},
             {"Name":"BY_NAME","ValueFrom":{{{Named("secretsmanager", "secret:shop/key")}}}},
             {"Name":"TOKEN","ValueFrom":{{{Named("ssm", "parameter/shop/token")}}}}]
            """);
    }

    [Fact]
    public void TaskRole_UntilGranted_AllowsNothing() =>
        Of(stack => TaskRequests.Of(stack)).All("AWS::IAM::Policy").Keys.ShouldAllBe(id => !id.Contains("TaskRole", StringComparison.Ordinal));

    [Fact]
    public void TaskRole_WithExecuteCommand_OpensSessionsAndWritesThemToTheLogGroup() =>
        Statements(Of(stack => TaskRequests.Of(stack) with { EnableExecuteCommand = true }), "TaskRole").AsArray()
            .Select(statement => $"{statement!["Action"]!.ToJsonString()} {statement["Resource"]!.ToJsonString()}").ShouldBe([
                """["ssmmessages:CreateControlChannel","ssmmessages:CreateDataChannel","ssmmessages:OpenControlChannel","ssmmessages:OpenDataChannel"] "*" """.TrimEnd(),
                "\"logs:DescribeLogGroups\" \"*\"",
                """["logs:CreateLogStream","logs:DescribeLogStreams","logs:PutLogEvents"] {"Fn::GetAtt":["TaskLogGroup1B4092C9","Arn"]}""",
            ]);

    [Fact]
    public void Image_OfAnotherRegistry_NeedsItsCredentialsOnly()
    {
        var template = Of(stack => TaskRequests.Of(stack) with
        {
            Source = ContainerSource.FromRegistry("registry.example.com/shop:1", new SecretsManagerSecret(stack, "Login")),
        });

        var login = template.All("AWS::SecretsManager::Secret").Keys.Single();
        var container = template.Properties("AWS::ECS::TaskDefinition")["ContainerDefinitions"]![0]!;
        ((string?)container["Image"]).ShouldBe("registry.example.com/shop:1");
        container["RepositoryCredentials"].ShouldBeJson($$$"""{"CredentialsParameter":{"Ref":"{{{login}}}"}}""");
        Statements(template, "ExecutionRole").AsArray().Count.ShouldBe(2);
        Statements(template, "ExecutionRole")[1]!["Resource"].Target().ShouldBe(login);
    }

    [Fact]
    public void Image_OfAFolder_IsBuiltForTheProcessorAndPulledFromTheAssetRepository()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "Dockerfile"), "FROM scratch");
        PatternTask? task = null;
        var template = Synthesized.Stack(stack => task = new PatternTask(stack, "Task", TaskRequests.Of(stack, new() { CpuArchitecture = CpuArchitecture.ARM64 }) with
        {
            Source = ContainerSource.FromDirectory(folder.Path, buildArguments: new Dictionary<string, string>(StringComparer.Ordinal) { ["VERSION"] = "2" }),
        }));

        template.Properties("AWS::ECS::TaskDefinition")["ContainerDefinitions"]![0]!["Image"]!.ToJsonString().ShouldContain("cdk-hnb659fds-container-assets-");
        Statements(template, "ExecutionRole")[1]!["Resource"]!.ToJsonString().ShouldContain("cdk-hnb659fds-container-assets-");
        task!.Repository.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("latest", true)]
    [InlineData("1.0", false)]
    public void Notices_TagThatMoves_IsAWarning(string tag, bool warned) =>
        Synthesized.Stack(stack => new PatternTask(stack, "Task", TaskRequests.Of(stack) with { Source = ContainerSource.FromEcr(Repository.FromRepositoryName(stack, "R", "r"), tag) }))
            .Annotations.Any(text => text.Contains("the tasks", StringComparison.Ordinal)).ShouldBe(warned);

    [Theory]
    [InlineData("nginx", true)]
    [InlineData("localhost:5000/nginx", true)]
    [InlineData("nginx:latest", true)]
    [InlineData("nginx:1.29", false)]
    [InlineData("nginx@sha256:0000000000000000000000000000000000000000000000000000000000000000", false)]
    public void Notices_NameThatMoves_IsAWarning(string name, bool warned) =>
        Synthesized.Stack(stack => new PatternTask(stack, "Task", TaskRequests.Of(stack) with { Source = ContainerSource.FromRegistry(name) }))
            .Annotations.Any(text => text.Contains("moves without", StringComparison.Ordinal)).ShouldBe(warned);

    [Fact]
    public void Roles_GivenFromAnotherStack_GetTheirPermissionsHereWithoutACycle()
    {
        var template = Synthesized.App("Test", app =>
        {
            var shared = new Stack(app, "Shared");
            Role Of(string id) => new(shared, id, new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
            var stack = new Stack(app, "Test");
            var key = new Key(shared, "Key");
            new PatternTask(stack, "Task", TaskRequests.Of(stack, new()
            {
                TaskRole = Of("TaskRole"),
                ExecutionRole = Of("ExecutionRole"),
                Secrets = new Dictionary<string, ContainerSecret>(StringComparer.Ordinal)
                {
                    ["A"] = ContainerSecret.FromSecretsManager(new SecretsManagerSecret(shared, "Secret", new Amazon.CDK.AWS.SecretsManager.SecretProps { EncryptionKey = key })),
                },
            }) with
            { Source = ContainerSource.FromEcr(new Repository(shared, "Images"), "1"), EnableExecuteCommand = true });
        });

        template.All("AWS::IAM::Role").ShouldBeEmpty();
        template.All("AWS::IAM::Policy").Values.Select(policy => policy["Properties"]!["Roles"]!.ToJsonString())
            .ShouldAllBe(roles => roles.Contains("Fn::ImportValue", StringComparison.Ordinal));
        template.All("AWS::IAM::Policy").Count.ShouldBe(2);
        template.Properties("AWS::ECS::TaskDefinition")["ExecutionRoleArn"]!["Fn::ImportValue"].ShouldNotBeNull();
    }

    [Fact]
    public void PermissionsBoundary_OfTheStack_IsOnBothRoles() =>
        Synthesized.Stack(stack =>
        {
            Amazon.CDK.AWS.IAM.PermissionsBoundary.Of(stack).Apply(ManagedPolicy.FromAwsManagedPolicyName("PowerUserAccess"));
            new PatternTask(stack, "Task", TaskRequests.Of(stack));
        }).All("AWS::IAM::Role").Values.ShouldAllBe(role => role["Properties"]!["PermissionsBoundary"] != null);

    [Fact]
    public void Precede_AUser_WaitsForThePermissionsOfBothRoles()
    {
        var template = Synthesized.Stack(stack =>
        {
            var task = new PatternTask(stack, "Task", TaskRequests.Of(stack) with { EnableExecuteCommand = true });
            task.Precede(new CfnResource(stack, "Service", new CfnResourceProps { Type = "Test::Of::Order" }));
        });

        template.Resources["Service"]!["DependsOn"]!.AsArray().Select(id => (string)id!)
            .ShouldBe(template.All("AWS::IAM::Role").Keys.Concat(template.All("AWS::IAM::Policy").Keys), ignoreOrder: true);
    }

    [Fact]
    public void AddContainer_Later_GetsItsPermissionsToo() =>
        Statements(
            Synthesized.Stack(stack => new PatternTask(stack, "Task", TaskRequests.Of(stack)).TaskDefinition.AddContainer("Sidecar", new ContainerDefinitionOptions
            {
                Image = ContainerImage.FromEcrRepository(Repository.FromRepositoryName(stack, "Sidecars", "sidecar")),
            })),
            "ExecutionRole").ToJsonString().ShouldContain(":repository/sidecar");

    private static Synthesized Of(Func<Stack, TaskRequest> request) =>
        Synthesized.Stack(stack => new PatternTask(stack, "Task", request(stack)));

    private static JsonNode Statements(Synthesized template, string role) =>
        template.Properties("AWS::IAM::Policy", role)["PolicyDocument"]!["Statement"]!;
}
