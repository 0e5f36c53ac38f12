using System.Diagnostics;
using Amazon.DynamoDBv2;
using ServerlessPatterns.Handlers.Crud.Http;
using ServerlessPatterns.Handlers.Crud.Items;
using ServerlessPatterns.Handlers.Crud.Operations;
using ServerlessPatterns.Handlers.Crud.Storage;

namespace ServerlessPatterns.Handlers.Crud;

/// <summary>Answers every event with a response: what goes wrong becomes a problem, and a line of the log.</summary>
internal sealed class CrudHandler
{
    /// <summary>Well below the 29 s after which API Gateway gives up, and with room for a slow last call.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly CrudSettings settings;
    private readonly RequestLog log;
    private readonly Dictionary<CrudOperations, IOperation> operations;

    public CrudHandler(CrudSettings settings, IAmazonDynamoDB client, RequestLog log)
    {
        this.settings = settings;
        this.log = log;
        var table = new ItemTable(client, settings);
        var rules = new ItemRules(settings);
        operations = new Dictionary<CrudOperations, IOperation>
        {
            [CrudOperations.Create] = new CreateItem(settings, table, rules),
            [CrudOperations.Read] = new ReadItem(settings, table),
            [CrudOperations.List] = new ListItems(settings, table, new Cursor(settings)),
            [CrudOperations.Replace] = new ReplaceItem(settings, table, rules),
            [CrudOperations.Update] = new UpdateItem(settings, table, rules),
            [CrudOperations.Delete] = new DeleteItem(settings, table),
        };
    }

    public async Task<Stream> HandleAsync(Stream input)
    {
        var entry = new RequestEntry { Start = Stopwatch.GetTimestamp() };
        ProxyRequest? request = null;
        ProxyResponse response;
        try
        {
            request = ProxyRequestReader.Read(await ReadAsync(input).ConfigureAwait(false));
            entry.RequestId = request.RequestId;
            entry.Method = request.Method;
            response = await RunAsync(request, entry).ConfigureAwait(false);
        }
        catch (ProblemException exception)
        {
            response = ProxyResponse.WithProblem(exception.Problem, entry.RequestId);
        }
#pragma warning disable CA1031 // Whatever it is: an exception would reach the client as a bare 502.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            entry.Failure = exception;
            response = ProxyResponse.WithProblem(TableErrors.ToProblem(exception, entry.Operation), entry.RequestId);
        }

        if (settings.Cors is { } cors && request?.Format == PayloadFormat.Rest)
        {
            cors.AddTo(response.Headers, request.Header("Origin"));
        }

        entry.Status = response.Status;
        log.Write(entry);
        return response.ToStream();
    }

    private async Task<ProxyResponse> RunAsync(ProxyRequest request, RequestEntry entry)
    {
        var route = Route.Find(request, settings);
        entry.Operation = route.Operation;
        if (request.Body.Length > settings.MaxBodyBytes)
        {
            throw new ProblemException(new Problem(413, $"The body is longer than {settings.MaxBodyBytes} bytes."));
        }

        using var deadline = new CancellationTokenSource(Deadline);
        return await operations[route.Operation].RunAsync(request, route.Keys, deadline.Token).ConfigureAwait(false);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream input)
    {
        using var buffer = new MemoryStream();
        await input.CopyToAsync(buffer).ConfigureAwait(false);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
