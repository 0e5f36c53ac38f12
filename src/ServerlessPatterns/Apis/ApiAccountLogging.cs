namespace ServerlessPatterns;

/// <summary>Where the role comes from with which API Gateway writes the logs of all REST and WebSocket APIs of the account.</summary>
public enum ApiAccountLogging
{
    /// <summary>The stack makes the role once, makes it the account's in this region, and leaves it there.</summary>
    Managed,

    /// <summary>The account has one already, which stays.</summary>
    Existing,
}
