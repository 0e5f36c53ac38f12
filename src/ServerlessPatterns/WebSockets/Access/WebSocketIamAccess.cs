using Constructs;

namespace ServerlessPatterns;

/// <summary>See <see cref="WebSocketAccess.Iam"/>.</summary>
internal sealed class WebSocketIamAccess : WebSocketAccess
{
    internal override void Check(Checks checks, string property)
    {
    }

    internal override ApiAuthorization Define(Construct scope, string apiId) => new("AWS_IAM");
}
