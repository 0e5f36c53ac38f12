using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The role of a function, with what every function needs and no managed policy.</summary>
internal static class FunctionRole
{
    public static (IRole Role, RolePermissions Permissions) Define(Construct scope, FunctionRequest request, LogGroup logGroup)
    {
        var (role, permissions) = MakeOrTake(scope, request);

        // AWSLambdaBasicExecutionRole allows every log group of the account; this role knows its own only.
        permissions.Allow(["logs:CreateLogStream", "logs:PutLogEvents"], logGroup.LogGroupArn);
        if (request.Settings.Vpc is not null)
        {
            // EC2 has no narrower resource for these: Lambda makes and describes the interfaces before they have names.
            // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
            permissions.Allow(
                [
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSubnets",
                    "ec2:UnassignPrivateIpAddresses",
                ],
                "*");
        }

        return (role, permissions);
    }

    private static (IRole Role, RolePermissions Permissions) MakeOrTake(Construct scope, FunctionRequest request)
    {
        if (request.Settings.Role is { } given)
        {
            return (given, RolePermissions.OfGivenRole(scope, given));
        }

        var role = new Role(scope, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = request.Defaults.Description,
        });
        return (role, RolePermissions.OfOwnRole(role));
    }
}
