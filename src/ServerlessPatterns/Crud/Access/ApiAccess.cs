using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Who may call an API.</summary>
public abstract class ApiAccess
{
    private protected ApiAccess()
    {
    }

    /// <summary>Whoever signs requests (SigV4) with an AWS identity that is allowed <c>execute-api:Invoke</c>.</summary>
    /// <returns>The access.</returns>
    public static ApiAccess Iam() => new IamAccess();

    /// <summary>The users of a Cognito user pool, with a token in the header <c>Authorization</c>.</summary>
    /// <param name="userPool">The user pool.</param>
    /// <param name="scopes">
    /// The scopes of which a token must have one. Without them a REST API takes ID tokens, and access tokens with them.
    /// </param>
    /// <param name="clients">
    /// The pool's clients whose tokens count. HTTP APIs need them; REST APIs take the tokens of every client of the pool,
    /// and can be told no clients.
    /// </param>
    /// <returns>The access.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="userPool"/> is null.</exception>
    public static ApiAccess Cognito(IUserPool userPool, IReadOnlyList<string>? scopes = null, IReadOnlyList<IUserPoolClient>? clients = null)
    {
        ArgumentNullException.ThrowIfNull(userPool);
        return new CognitoAccess(userPool, scopes ?? [], clients ?? []);
    }

    /// <summary>Whoever has a token of an OpenID Connect issuer in the header <c>Authorization</c>. HTTP APIs only.</summary>
    /// <param name="issuer">The issuer, an <c>https</c> address with a discovery document below it.</param>
    /// <param name="audiences">The audiences of which a token must name one, in <c>aud</c> or <c>client_id</c>.</param>
    /// <param name="scopes">The scopes of which a token must have one.</param>
    /// <returns>The access.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ApiAccess Jwt(string issuer, IReadOnlyList<string> audiences, IReadOnlyList<string>? scopes = null)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(audiences);
        return new JwtAccess(issuer, audiences, scopes ?? []);
    }

    /// <summary>
    /// Whomever a function lets in. It gets the event of a request authorizer, payload format 1.0, and answers with an
    /// IAM policy, on both kinds of API alike. Requests without the header <c>Authorization</c> do not reach it.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="resultsCacheTtl">
    /// How long an answer holds for the same header, up to an hour; 0 when left out. The cached policy decides about
    /// every route, so it must name them all.
    /// </param>
    /// <returns>The access.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is null.</exception>
    public static ApiAccess LambdaAuthorizer(IFunction function, Duration? resultsCacheTtl = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new LambdaAuthorizerAccess(function, resultsCacheTtl);
    }

    /// <summary>Everybody on the internet, without any proof of who they are.</summary>
    /// <returns>The access.</returns>
    public static ApiAccess Public() => new PublicAccess();

    /// <summary>Says what the kind of API cannot do, and what is missing.</summary>
    internal abstract void Check(Checks checks, string property, ApiKind kind);

    /// <summary>Makes the authorizer, where there is one, and says what each route needs.</summary>
    internal abstract ApiAuthorization Define(Construct scope, ApiKind kind, string apiId);
}
