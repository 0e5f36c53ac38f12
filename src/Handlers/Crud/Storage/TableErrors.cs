using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using ServerlessPatterns.Handlers.Crud.Http;

namespace ServerlessPatterns.Handlers.Crud.Storage;

/// <summary>Tells clients whether a failure is theirs, the moment's or the service's.</summary>
/// <remarks>https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html</remarks>
internal static class TableErrors
{
    private static readonly HashSet<string> Throttles = new(StringComparer.Ordinal)
    {
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ThrottlingException",
        "Throttling",
        "LimitExceededException",
        "KMSThrottlingException",
    };

    public static Problem ToProblem(Exception exception, CrudOperations operation) => exception switch
    {
        ProvisionedThroughputExceededException or RequestLimitExceededException => Problem.Throttled,
        AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests } => Problem.Throttled,
        AmazonServiceException service when Throttles.Contains(service.ErrorCode ?? "") => Problem.Throttled,
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } => Problem.Unavailable,
        InternalServerErrorException or ReplicatedWriteConflictException => Problem.Unavailable,
        AmazonDynamoDBException { ErrorCode: "ValidationException" } refusal when IsWrite(operation) => ToProblem(refusal),
        AmazonServiceException { ErrorCode.Length: > 0 } => Problem.Internal,
        AmazonClientException or AmazonServiceException => Problem.Unavailable,
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => Problem.Unavailable,
        _ => Problem.Internal,
    };

    private static bool IsWrite(CrudOperations operation) =>
        operation is CrudOperations.Create or CrudOperations.Replace or CrudOperations.Update;

    /// <summary>What is left after the handler's own checks is the item's size, or a key of a secondary index.</summary>
    private static Problem ToProblem(AmazonDynamoDBException refusal) =>
        refusal.Message.Contains("Item size", StringComparison.OrdinalIgnoreCase)
            ? Problem.ItemTooLarge
            : Problem.BadRequest("The table refuses the item: a member that an index is made of has another type, or is empty.");
}
