using System.Text.Json.Nodes;
using ServerlessPatterns.Tests.Shared;

namespace ServerlessPatterns.Tests.Delivery;

/// <summary>
/// A role's trust policy, evaluated for a token as IAM does it: a claim that is missing matches nothing, all conditions of
/// a statement must hold, of a list of values one must.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
/// </summary>
internal sealed class TrustPolicy(JsonNode document, string issuer = "token.actions.githubusercontent.com")
{
    private static readonly string[] Members = ["Action", "Condition", "Effect", "Principal"];

    public static TrustPolicy Of(Synthesized template, string issuer = "token.actions.githubusercontent.com") =>
        new(template.Properties("AWS::IAM::Role")["AssumeRolePolicyDocument"]!, issuer);

    /// <summary>Whether the role lets a token in that asks for AWS.</summary>
    public bool Trusts(string subject, params (string Name, string Value)[] claims) =>
        claims.Any(claim => claim.Name == "aud")
            ? Trusts([("sub", subject), .. claims])
            : Trusts([("sub", subject), ("aud", "sts.amazonaws.com"), .. claims]);

    private bool Trusts((string Name, string Value)[] claims) => document["Statement"]!.AsArray().Any(statement => Allows(statement!, claims));

    private bool Allows(JsonNode statement, (string Name, string Value)[] claims)
    {
        // What this does not evaluate must not be there.
        statement.AsObject().Select(member => member.Key).ShouldBe(Members, ignoreOrder: true);
        ((string?)statement["Effect"]).ShouldBe("Allow");
        ((string?)statement["Action"]).ShouldBe("sts:AssumeRoleWithWebIdentity");
        statement["Principal"]!.AsObject().Select(member => member.Key).ShouldBe(["Federated"]);
        return statement["Condition"]!.AsObject().All(test => test.Value!.AsObject().All(condition =>
            claims.Any(claim => $"{issuer}:{claim.Name}" == condition.Key && Values(condition.Value!).Any(value => Matches(test.Key, value, claim.Value)))));
    }

    private static bool Matches(string test, string pattern, string value) => test switch
    {
        "StringEquals" => pattern == value,
        "StringLike" => IamPattern.Matches(pattern, value),
        _ => throw new ArgumentException($"{test} is not evaluated here", nameof(test)),
    };

    private static IEnumerable<string> Values(JsonNode value) => value is JsonArray several ? several.Select(item => (string)item!) : [(string)value!];
}
