using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Who may call what of an API: its own routes, and nothing else below it.</summary>
internal sealed class ApiGrants(Construct pattern, CrudApiProps props, string apiId, string stage)
{
    private readonly IReadOnlyList<CrudRoute> routes = CrudRoute.Of(props);

    /// <summary>Lets API Gateway call the function for each of the routes.</summary>
    public void AllowToInvoke(IFunction function)
    {
        var permissions = new Construct(pattern, "Permissions");
        foreach (var route in routes)
        {
            ApiInvocation.Allow(permissions, route.Id, function, Arn(route));
        }
    }

    public Grant GrantInvoke(IGrantable grantee) => Grant.AddToPrincipal(new GrantOnPrincipalOptions
    {
        Grantee = grantee,
        Actions = ["execute-api:Invoke"],
        ResourceArns = [.. routes.Select(Arn)],
        Scope = pattern,
    });

    private string Arn(CrudRoute route) =>
        ApiInvocation.Arn(pattern, apiId, $"{stage}/{route.Method}{route.ArnPath(props.ResourceName)}");
}
