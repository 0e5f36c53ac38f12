using System.Text.Json.Nodes;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns.Tests.Containers;

public sealed class ImageRepositoryPermissionsTests
{
    [Fact]
    public void GrantPull_ARole_AllowsPullingThisRepository() => Statements(images => images.GrantPull).ShouldBeJson(
        """
        [{"Action":"ecr:GetAuthorizationToken","Effect":"Allow","Resource":"*"},
         {"Action":["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"],"Effect":"Allow",
          "Resource":{"Fn::GetAtt":["ImagesRepository2D0F5B9C","Arn"]}}]
        """);

    [Fact]
    public void GrantPush_ARole_AllowsPushingAndReadingTheDigest() => Statements(images => images.GrantPush).ShouldBeJson(
        """
        [{"Action":"ecr:GetAuthorizationToken","Effect":"Allow","Resource":"*"},
         {"Action":["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:GetDownloadUrlForLayer","ecr:CompleteLayerUpload","ecr:DescribeImages","ecr:InitiateLayerUpload","ecr:PutImage","ecr:UploadLayerPart"],"Effect":"Allow",
          "Resource":{"Fn::GetAtt":["ImagesRepository2D0F5B9C","Arn"]}}]
        """);

    [Fact]
    public void GrantPull_AnotherAccount_StandsInThePolicyOfTheRepository()
    {
        var policy = Synthesized.Stack(stack => new ImageRepository(stack, "Images").GrantPull(new AccountPrincipal("999999999999")))
            .Properties("AWS::ECR::Repository")["RepositoryPolicyText"]!["Statement"]![0]!;

        policy["Principal"]!.ToJsonString().ShouldContain("999999999999");
        policy["Action"].ShouldBeJson("""["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"]""");
    }

    [Fact]
    public void Repository_UntilGranted_AllowsNobody() =>
        Synthesized.Stack(stack => new ImageRepository(stack, "Images")).All("AWS::IAM::Policy").ShouldBeEmpty();

    [Theory]
    [InlineData("FindingsQueue")]
    [InlineData("FindingsDeadLetterQueue")]
    public void QueuePolicies_LetOnlyThatRuleSend(string queue)
    {
        var template = Synthesized.Stack(stack => new ImageRepository(stack, "Images"));
        var allow = template.Properties("AWS::SQS::QueuePolicy", queue)["PolicyDocument"]!["Statement"]!
            .AsArray().Single(statement => (string?)statement!["Effect"] == "Allow")!;

        ((string?)allow["Action"]).ShouldBe("sqs:SendMessage");
        allow["Principal"].ShouldBeJson("""{"Service":"events.amazonaws.com"}""");
        allow["Condition"]!["ArnEquals"]!["aws:SourceArn"].Target().ShouldBe(template.All("AWS::Events::Rule").Keys.Single());
        allow["Resource"].Target().ShouldStartWith($"Images{queue}");
    }

    private static JsonNode Statements(Func<ImageRepository, Func<IGrantable, Grant>> grant) => Synthesized.Stack(stack =>
    {
        var role = new Role(stack, "Role", new RoleProps { AssumedBy = new AccountRootPrincipal() });
        grant(new ImageRepository(stack, "Images"))(role);
    }).Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"]!;
}
