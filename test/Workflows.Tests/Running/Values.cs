namespace Workflows.Tests;

/// <summary>What the expressions of an environment come to.</summary>
internal static class Values
{
    /// <summary>Those of deploy.yml itself, and more.</summary>
    public static Dictionary<string, string> Of(params (string Name, string Value)[] more)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_REGION"] = "eu-west-1",
            ["CDK_VERSION"] = "2.1148.1",
            ["ENVIRONMENT"] = "production",
            ["STACKS"] = "**",
            ["GITHUB_REPOSITORY"] = "owner/shop",
        };
        foreach (var (name, value) in more)
        {
            values[name] = value;
        }

        return values;
    }
}
