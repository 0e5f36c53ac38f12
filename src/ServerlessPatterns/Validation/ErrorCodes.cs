namespace ServerlessPatterns;

/// <summary>The stable codes of the checks; docs/errors.md explains each, which a test holds it to.</summary>
internal static partial class ErrorCodes
{
    public const string FunctionMemory = "SP1001";
    public const string FunctionTimeout = "SP1002";
    public const string FunctionStorage = "SP1003";
    public const string FunctionConcurrency = "SP1004";
    public const string FunctionVariableName = "SP1005";
    public const string FunctionVariableTaken = "SP1006";
    public const string FunctionVariablesTooLarge = "SP1007";
    public const string FunctionNetwork = "SP1008";
    public const string FunctionGivenAndSet = "SP1009";
    public const string FunctionSnapStart = "SP1010";
    public const string FunctionReleaseWithoutAlarms = "SP1011";
    public const string FunctionCodeMissing = "SP1012";
    public const string FunctionHookBroke = "SP1013";
    public const string FunctionRetry = "SP1014";
    public const string FunctionEventAge = "SP1015";

    public const string ThumbnailRecursion = "SP2001";
    public const string ThumbnailSizes = "SP2002";
    public const string ThumbnailSizeName = "SP2003";
    public const string ThumbnailDimension = "SP2004";
    public const string ThumbnailFormat = "SP2005";
    public const string ThumbnailQuality = "SP2006";
    public const string ThumbnailInputLimit = "SP2007";
    public const string ThumbnailPrefix = "SP2008";
    public const string ThumbnailSuffix = "SP2009";
    public const string ThumbnailGivenAndSet = "SP2010";
    public const string ThumbnailTableKey = "SP2011";
    public const string ThumbnailExpiry = "SP2012";
    public const string ThumbnailRuleRetry = "SP2013";
    public const string ThumbnailRuleEventAge = "SP2014";
    public const string ThumbnailHookBroke = "SP2015";
    public const string ThumbnailCacheControl = "SP2016";
    public const string ThumbnailVersionExpiry = "SP2017";

    public const string CrudResourceName = "SP2101";
    public const string CrudOperations = "SP2102";
    public const string CrudKeyName = "SP2103";
    public const string CrudKeyType = "SP2104";
    public const string CrudTimeToLive = "SP2105";
    public const string CrudPageSize = "SP2106";
    public const string CrudBodySize = "SP2107";
    public const string CrudGivenAndSet = "SP2108";
    public const string CrudItemSchema = "SP2109";
    public const string CrudEndpointWithoutVpc = "SP2110";
    public const string CrudHookBroke = "SP2111";
    public const string ApiThrottling = "SP2112";
    public const string ApiCors = "SP2113";
    public const string ApiDomain = "SP2114";
    public const string ApiAccessUnsupported = "SP2115";
    public const string ApiAccessIncomplete = "SP2116";
    public const string ApiUsagePlan = "SP2117";
    public const string ApiUsagePlanIsNoAccess = "SP2118";
    public const string ApiWafRateLimit = "SP2119";
    public const string ApiAccountLogging = "SP2120";
}
