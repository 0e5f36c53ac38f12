using Constructs;

namespace ServerlessPatterns;

/// <summary>See <see cref="ApiAccess.Public"/>.</summary>
internal sealed class PublicAccess : ApiAccess
{
    internal override void Check(Checks checks, string property, ApiKind kind)
    {
    }

    internal override ApiAuthorization Define(Construct scope, ApiKind kind, string apiId) => new("NONE");
}
