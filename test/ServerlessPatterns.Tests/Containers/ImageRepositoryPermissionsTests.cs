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

    private static JsonNode Statements(Func<ImageRepository, Func<IGrantable, Grant>> grant) => Synthesized.Stack(stack =>
    {
        var role = new Role(stack, "Role", new RoleProps { AssumedBy = new AccountRootPrincipal() });
        grant(new ImageRepository(stack, "Images"))(role);
    }).Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"]!;
}
