using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>
/// Who may connect to a WebSocket API. API Gateway asks once, when a client connects; the connection itself is then the
/// proof. It has no JWT and no Cognito authorizers for WebSocket APIs: check such tokens in a Lambda authorizer.
/// </summary>
public abstract class WebSocketAccess
{
    private protected WebSocketAccess()
    {
    }

    /// <summary>
    /// Whoever signs the request to connect (SigV4) with an AWS identity that is allowed <c>execute-api:Invoke</c>; see
    /// <see cref="WebSocketBackend.GrantConnect"/>.
    /// </summary>
    /// <returns>The access.</returns>
    public static WebSocketAccess Iam() => new WebSocketIamAccess();

    /// <summary>
    /// Whomever a function lets in. It gets the event of a request authorizer for the route <c>$connect</c>, and answers
    /// with an IAM policy; its <c>principalId</c> is the user, its context the value <c>room</c> the room.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="identitySources">
    /// What a request must have, or it is refused without a call of the function, such as
    /// <c>route.request.querystring.token</c>; <c>route.request.header.Authorization</c> when left out. Browsers cannot set
    /// headers here, except <c>route.request.header.Sec-WebSocket-Protocol</c>.
    /// </param>
    /// <returns>The access.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    public static WebSocketAccess LambdaAuthorizer(IFunction function, IReadOnlyList<string>? identitySources = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new WebSocketAuthorizerAccess(function, identitySources ?? ["route.request.header.Authorization"]);
    }

    /// <summary>Everybody on the internet, without any proof of who they are.</summary>
    /// <returns>The access.</returns>
    public static WebSocketAccess Public() => new WebSocketPublicAccess();

    /// <summary>Says what is missing.</summary>
    internal abstract void Check(Checks checks, string property);

    /// <summary>Makes the authorizer, where there is one, and says what the route <c>$connect</c> needs.</summary>
    internal abstract ApiAuthorization Define(Construct scope, string apiId);
}
