using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// What a deployed role may do, evaluated for single calls: an explicit denial wins, then an allowance is needed.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
/// </summary>
internal sealed class IamPolicy(IReadOnlyList<IamStatement> statements)
{
    private const string Version = "2010-05-08";

    public static async Task<IamPolicy> ReadAsync(AwsApi aws, string roleName)
    {
        var documents = new List<string>();
        var inline = await aws.QueryAsync("iam", Version, "ListRolePolicies", ("RoleName", roleName));
        foreach (var name in inline.All("member"))
        {
            var policy = await aws.QueryAsync("iam", Version, "GetRolePolicy", ("RoleName", roleName), ("PolicyName", name.Value));
            documents.Add(policy.Text("PolicyDocument"));
        }

        var attached = await aws.QueryAsync("iam", Version, "ListAttachedRolePolicies", ("RoleName", roleName));
        foreach (var arn in attached.All("PolicyArn"))
        {
            var policy = await aws.QueryAsync("iam", Version, "GetPolicy", ("PolicyArn", arn.Value));
            var document = await aws.QueryAsync(
                "iam", Version, "GetPolicyVersion", ("PolicyArn", arn.Value), ("VersionId", policy.Text("DefaultVersionId")));
            documents.Add(document.Text("Document"));
        }

        return new([.. documents.SelectMany(IamStatement.Read)]);
    }

    /// <summary>Whether a call is allowed; with the values that its conditions ask for, where there are any.</summary>
    public bool Allows(string action, string resource, params (string Key, string Value)[] context)
    {
        var matching = statements.Where(statement => statement.Matches(action, resource, context)).ToList();
        return matching.Exists(statement => statement.Allows) && !matching.Exists(statement => !statement.Allows);
    }

    /// <summary>Each allowed pair of action and resource that none of the calls needed.</summary>
    public IEnumerable<string> Unused(IReadOnlyCollection<RecordedCall> calls) =>
        from statement in statements
        where statement.Allows
        from action in statement.Actions
        from resource in statement.Resources
        where !calls.Any(call => call.Action == action && IamPattern.Matches(resource, call.Resource))
        select $"{action} {resource}";
}

/// <summary>One statement. What the evaluation does not know makes it fail, rather than allow too much.</summary>
internal sealed record IamStatement(
    bool Allows, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, IReadOnlyList<(string Key, string Value)> Conditions)
{
    private static readonly string[] Known = ["Sid", "Effect", "Action", "Resource", "Condition"];
    private static readonly string[] KnownTests = ["StringEquals", "ArnEquals"];

    public static IEnumerable<IamStatement> Read(string document)
    {
        // IAM answers with a document that is URL-encoded.
        var json = JsonNode.Parse(document.StartsWith('%') ? Uri.UnescapeDataString(document) : document)!;
        return Items(json["Statement"]!).Select(statement =>
        {
            statement.AsObject().Select(member => member.Key).ShouldBeSubsetOf(Known);
            string[] actions = [.. Items(statement["Action"]!).Select(action => action.GetValue<string>())];
            actions.ShouldAllBe(action => !action.Contains('*') && !action.Contains('?'), "actions are named");
            return new IamStatement(
                statement["Effect"]!.GetValue<string>() == "Allow",
                actions,
                [.. Items(statement["Resource"]!).Select(resource => resource.GetValue<string>())],
                [.. ReadConditions(statement["Condition"])]);
        });
    }

    public bool Matches(string action, string resource, (string Key, string Value)[] context) =>
        Actions.Contains(action) && Resources.Any(pattern => IamPattern.Matches(pattern, resource)) && Conditions.All(context.Contains);

    private static IEnumerable<(string Key, string Value)> ReadConditions(JsonNode? conditions)
    {
        foreach (var (test, values) in conditions?.AsObject() ?? [])
        {
            KnownTests.ShouldContain(test);
            foreach (var (key, value) in values!.AsObject())
            {
                yield return (key, value!.GetValue<string>());
            }
        }
    }

    // moto keeps a null where the template has AWS::NoValue.
    private static IEnumerable<JsonNode> Items(JsonNode node) => node is JsonArray array ? array.OfType<JsonNode>() : [node];
}
