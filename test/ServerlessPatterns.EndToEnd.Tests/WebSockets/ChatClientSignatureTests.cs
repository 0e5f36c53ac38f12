using Amazon.Runtime;
using ChatClient;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The signatures of AWS's own test suite for signature version 4.</summary>
public sealed class ChatClientSignatureTests
{
    [Theory]
    [InlineData("https://example.amazonaws.com/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("https://example.amazonaws.com/?Param1=value1&Param2=value2", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    public void Headers_OfTheTestSuite_AreSignedAsItSays(string address, string signature)
    {
        var headers = SignedRequest.Headers(
            new Uri(address),
            new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null),
            "us-east-1",
            "service",
            new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));

        headers["x-amz-date"].ShouldBe("20150830T123600Z");
        headers["authorization"].ShouldBe(
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature={signature}");
    }

    [Fact]
    public void Headers_WithASessionToken_SignIt()
    {
        var headers = SignedRequest.Headers(
            new Uri("wss://abc.execute-api.eu-west-1.amazonaws.com/prod"), new ImmutableCredentials("key", "secret", "token"), "eu-west-1", "execute-api", DateTimeOffset.UtcNow);

        headers["x-amz-security-token"].ShouldBe("token");
        headers["authorization"].ShouldContain("SignedHeaders=host;x-amz-date;x-amz-security-token,");
    }
}
