using Amazon.CDK.AWS.APIGateway;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="CrudRestApi"/>.</summary>
public sealed class CrudRestApiProps : CrudApiProps
{
    /// <summary>
    /// A JSON schema (draft 4) that bodies of <c>POST</c> and <c>PUT</c> must match before the function sees them. A
    /// <c>PATCH</c> holds a part of an item, and is not compared with it.
    /// </summary>
    /// <value>The default value is none: any JSON object is an item.</value>
    public string? ItemSchema { get; init; }

    /// <summary>
    /// An API key that clients must send, and how often it may be used. A key tells callers apart and lets nobody in, so
    /// <see cref="CrudApiProps.Access"/> stays.
    /// </summary>
    /// <value>The default value is none.</value>
    public ApiUsagePlan? UsagePlan { get; init; }

    /// <summary>A web ACL in front of the API.</summary>
    /// <value>The default value is none.</value>
    public WafSettings? Waf { get; init; }

    /// <summary>Where the role comes from with which API Gateway writes the logs of all REST and WebSocket APIs of the account.</summary>
    /// <value>The default value is <see cref="ApiAccountLogging.Managed"/>: a role that the stack makes, and that stays.</value>
    public ApiAccountLogging AccountLogging { get; init; }

    /// <summary>Called with the props of the API right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<RestApiProps>? ConfigureApi { get; init; }

    /// <summary>Called with the options of the stage right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<StageOptions>? ConfigureStage { get; init; }
}
