using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace ChatClient;

/// <summary>
/// The headers of a GET request that is signed with signature version 4, which is how IAM knows who connects.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
public static class SignedRequest
{
    private static readonly string EmptyBody = Hash(string.Empty);

    /// <summary>Signs a request.</summary>
    /// <param name="address">Where it goes; its query is sorted by name, and encoded.</param>
    /// <param name="credentials">Who signs.</param>
    /// <param name="region">The region of the service.</param>
    /// <param name="service">The service, as it signs: <c>execute-api</c> for API Gateway.</param>
    /// <param name="now">The time; a signature holds for five minutes.</param>
    /// <returns>The headers that the request must have.</returns>
    public static IReadOnlyDictionary<string, string> Headers(Uri address, ImmutableCredentials credentials, string region, string service, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(credentials);
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = address.Authority, ["x-amz-date"] = time };
        if (!string.IsNullOrEmpty(credentials.Token))
        {
            signed["x-amz-security-token"] = credentials.Token;
        }

        var names = string.Join(';', signed.Keys);
        var canonical = $"GET\n{address.AbsolutePath}\n{address.Query.TrimStart('?')}\n"
            + $"{string.Concat(signed.Select(header => $"{header.Key}:{header.Value}\n"))}\n{names}\n{EmptyBody}";
        var scope = $"{time[..8]}/{region}/{service}/aws4_request";
        var key = Encoding.UTF8.GetBytes($"AWS4{credentials.SecretKey}");
        foreach (var part in scope.Split('/').Append($"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}"))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        // The host is set by whoever sends the request.
        signed.Remove("host");
        signed["authorization"] = $"AWS4-HMAC-SHA256 Credential={credentials.AccessKey}/{scope}, SignedHeaders={names}, Signature={Convert.ToHexStringLower(key)}";
        return signed;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
