using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>How API Gateway finds and may call a function.</summary>
internal static class ApiInvocation
{
    /// <summary>The ARN of something below an API, in the format of <c>execute-api</c>.</summary>
    public static string Arn(Construct scope, string apiId, string below)
    {
        var stack = Stack.Of(scope);
        return $"arn:{stack.Partition}:execute-api:{stack.Region}:{stack.Account}:{apiId}/{below}";
    }

    /// <summary>The address under which API Gateway calls a function.</summary>
    public static string Uri(Construct scope, IFunction function)
    {
        var stack = Stack.Of(scope);
        return $"arn:{stack.Partition}:apigateway:{stack.Region}:lambda:path/2015-03-31/functions/{function.FunctionArn}/invocations";
    }

    /// <summary>Lets an API call a function, from the stack of the API.</summary>
    // IFunction.AddPermission makes nothing for a function that was imported without its account.
    public static void Allow(Construct scope, string id, IFunction function, string sourceArn) =>
        new CfnResource(scope, id, new CfnResourceProps
        {
            Type = "AWS::Lambda::Permission",
            Properties = new Dictionary<string, object>
            {
                ["Action"] = "lambda:InvokeFunction",
                ["FunctionName"] = function.FunctionArn,
                ["Principal"] = "apigateway.amazonaws.com",
                ["SourceArn"] = sourceArn,
            },
        });
}
