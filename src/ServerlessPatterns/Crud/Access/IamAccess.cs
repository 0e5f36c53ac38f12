using Constructs;

namespace ServerlessPatterns;

/// <summary>See <see cref="ApiAccess.Iam"/>.</summary>
internal sealed class IamAccess : ApiAccess
{
    internal override void Check(Checks checks, string property, ApiKind kind)
    {
    }

    internal override ApiAuthorization Define(Construct scope, ApiKind kind, string apiId) => new("AWS_IAM");
}
