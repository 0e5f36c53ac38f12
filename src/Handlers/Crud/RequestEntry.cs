namespace ServerlessPatterns.Handlers.Crud;

/// <summary>What the log says of a request. There is no place for bodies or keys.</summary>
internal sealed class RequestEntry
{
    public long Start { get; init; }

    public string RequestId { get; set; } = "";

    public string Method { get; set; } = "";

    public CrudOperations Operation { get; set; }

    public int Status { get; set; }

    public Exception? Failure { get; set; }
}
