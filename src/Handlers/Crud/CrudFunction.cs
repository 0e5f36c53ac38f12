using System.Diagnostics.CodeAnalysis;
using Amazon.DynamoDBv2;
using ServerlessPatterns.Handlers.Crud.Storage;

namespace ServerlessPatterns.Handlers.Crud;

/// <summary>What Lambda loads: made once in the init phase, called for every request.</summary>
/// <remarks>
/// A stream in and a stream out need no serializer, and no package of Lambda's
/// (https://docs.aws.amazon.com/lambda/latest/dg/csharp-handler.html). Without the context object the time that is left
/// is not known, so that every wait is bounded by itself.
/// </remarks>
public sealed class CrudFunction
{
    private readonly CrudHandler handler;

    /// <summary>Reads the environment of <see cref="CrudEnvironment"/>, makes the client and warms both up.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "They live as long as the process.")]
    public CrudFunction()
    {
        var settings = CrudSettings.Read(Environment.GetEnvironmentVariable);
        var log = new RequestLog(Console.OpenStandardOutput());
        handler = new CrudHandler(settings, new AmazonDynamoDBClient(TableClient.Config()), log);
        WarmUp.Run(handler, settings, log);
    }

    /// <summary>Answers one proxy event of API Gateway, of either payload format.</summary>
    /// <param name="input">The event.</param>
    /// <returns>The response.</returns>
    public Task<Stream> FunctionHandler(Stream input) => handler.HandleAsync(input);
}
