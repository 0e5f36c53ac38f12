namespace ServerlessPatterns.Events;

/// <summary>Who the client of a WebSocket API is.</summary>
public sealed record WebSocketIdentity
{
    /// <summary>The client's IP address.</summary>
    public string? SourceIp { get; init; }

    /// <summary>The client's program, as it says.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The ARN of the IAM principal that signed the connect request.</summary>
    public string? UserArn { get; init; }
}
