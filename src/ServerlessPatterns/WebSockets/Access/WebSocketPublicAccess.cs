using Constructs;

namespace ServerlessPatterns;

/// <summary>See <see cref="WebSocketAccess.Public"/>.</summary>
internal sealed class WebSocketPublicAccess : WebSocketAccess
{
    internal override void Check(Checks checks, string property)
    {
    }

    internal override ApiAuthorization Define(Construct scope, string apiId) => new("NONE");
}
