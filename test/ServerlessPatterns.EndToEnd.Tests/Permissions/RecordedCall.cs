namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>A request to AWS in the words of IAM.</summary>
internal sealed record RecordedCall(string Action, string Resource, string AccessKey, string Request);
