using Amazon.CDK;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The name of an API, which is a dimension of a REST API's metrics and so must be its own.</summary>
internal static class ApiName
{
    public static string Of(Construct pattern)
    {
        var stack = Stack.Of(pattern);
        var below = pattern.Node.Path[(stack.Node.Path.Length + 1)..];
        return $"{stack.StackName}-{below.Replace('/', '-')}";
    }
}
