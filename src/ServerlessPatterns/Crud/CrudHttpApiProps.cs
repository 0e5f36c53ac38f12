using Amazon.CDK.AWS.Apigatewayv2;

namespace ServerlessPatterns;

/// <summary>Props of <see cref="CrudHttpApi"/>.</summary>
public sealed class CrudHttpApiProps : CrudApiProps
{
    /// <summary>Called with the props of the API right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<HttpApiProps>? ConfigureApi { get; init; }

    /// <summary>Called with the options of the stage right before it is made.</summary>
    /// <value>The default value is none.</value>
    public Action<HttpStageOptions>? ConfigureStage { get; init; }
}
