namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Credentials of a deployed role, as Lambda would hand them to the function.</summary>
internal static class RoleSession
{
    public static async Task<AwsCredentials> AssumeAsync(AwsApi aws, DeployedStack stack, string roleName)
    {
        var answer = await aws.QueryAsync(
            "sts",
            "2011-06-15",
            "AssumeRole",
            ("RoleArn", $"arn:aws:iam::{stack.Account}:role/{roleName}"),
            ("RoleSessionName", "end-to-end"));
        return new(answer.Text("AccessKeyId"), answer.Text("SecretAccessKey"), answer.Text("SessionToken"), stack.Region);
    }
}
