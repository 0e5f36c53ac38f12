namespace ServerlessPatterns;

/// <summary>
/// The environment variables through which a CRUD pattern tells its function what to do. A handler of your own reads
/// the same ones.
/// </summary>
/// <remarks>This file knows nothing of the handler, so that the construct can compile the same one.</remarks>
public static class CrudEnvironment
{
    /// <summary>The handler's name in Lambda's form, <c>Assembly::Type::Method</c>.</summary>
    public const string Handler =
        "ServerlessPatterns.Handlers.Crud::ServerlessPatterns.Handlers.Crud.CrudFunction::FunctionHandler";

    /// <summary>What the names of the handler's own attributes begin with. Clients can neither read nor write them.</summary>
    public const string ReservedPrefix = "_sp_";

    /// <summary>The name of the table.</summary>
    public const string TableName = "TABLE_NAME";

    /// <summary>The path segment that the items are under, <c>orders</c> for <c>/orders/{id}</c>.</summary>
    public const string ResourceName = "RESOURCE_NAME";

    /// <summary>The table's partition key.</summary>
    /// <value>The default value is <c>id</c>.</value>
    public const string PartitionKey = "PARTITION_KEY";

    /// <summary>The partition key's type: <c>S</c> or <c>N</c>.</summary>
    /// <value>The default value is <c>S</c>.</value>
    public const string PartitionKeyType = "PARTITION_KEY_TYPE";

    /// <summary>The table's sort key; not set when there is none.</summary>
    public const string SortKey = "SORT_KEY";

    /// <summary>The sort key's type: <c>S</c> or <c>N</c>.</summary>
    /// <value>The default value is <c>S</c>.</value>
    public const string SortKeyType = "SORT_KEY_TYPE";

    /// <summary>
    /// The operations that are on, separated by commas: <c>create</c>, <c>read</c>, <c>list</c>, <c>replace</c>,
    /// <c>update</c> and <c>delete</c>.
    /// </summary>
    /// <value>The default value is all of them.</value>
    public const string Operations = "OPERATIONS";

    /// <summary>The attribute that holds the time at which an item expires; not set when items do not.</summary>
    public const string TimeToLiveAttribute = "TTL_ATTRIBUTE";

    /// <summary>How many items a page has when the client does not say.</summary>
    /// <value>The default value is 25.</value>
    public const string DefaultPageSize = "DEFAULT_PAGE_SIZE";

    /// <summary>The most items that a client can ask for, at most 1,000.</summary>
    /// <value>The default value is 100.</value>
    public const string MaxPageSize = "MAX_PAGE_SIZE";

    /// <summary>The most bytes that the body of a request may have.</summary>
    /// <value>The default value is 1,048,576: an item of 400 KB and room for its escapes and white space.</value>
    public const string MaxBodyBytes = "MAX_BODY_BYTES";

    /// <summary>
    /// What cursors are signed with, at least 16 characters; needed when <c>list</c> is on. It must be the same in
    /// every instance and version of the function, and unknown to the API's clients. The UUID at the end of
    /// <c>AWS::StackId</c> is both, and lives as long as the stack.
    /// </summary>
    public const string CursorKey = "CURSOR_KEY";

    /// <summary>
    /// The origins that may read a REST API's responses, separated by commas, or <c>*</c>; not set when there are
    /// none. HTTP APIs answer for themselves.
    /// </summary>
    public const string CorsAllowOrigins = "CORS_ALLOW_ORIGINS";

    /// <summary>Whether browsers may send credentials: <c>true</c> or <c>false</c>.</summary>
    /// <value>The default value is <c>false</c>.</value>
    public const string CorsAllowCredentials = "CORS_ALLOW_CREDENTIALS";

    /// <summary>The response headers that scripts may read, separated by commas.</summary>
    /// <value>The default value is <c>ETag,Location,Retry-After</c>.</value>
    public const string CorsExposeHeaders = "CORS_EXPOSE_HEADERS";
}
