namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>The shapes of a proxy event: REST APIs send the first, HTTP APIs the second.</summary>
/// <remarks>https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html</remarks>
internal enum PayloadFormat
{
    Rest,
    Http,
}
