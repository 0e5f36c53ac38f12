namespace ServerlessPatterns;

/// <summary>The two kinds of API that API Gateway has for requests and answers.</summary>
internal enum ApiKind
{
    Rest,
    Http,
}
