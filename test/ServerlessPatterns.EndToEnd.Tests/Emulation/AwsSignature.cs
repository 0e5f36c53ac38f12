using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Signature version 4, for the services whose SDK packages are not used here.</summary>
internal static class AwsSignature
{
    private const string SignedHeaders = "host;x-amz-date";

    public static async Task SignAsync(HttpRequestMessage request, AwsCredentials credentials, string service)
    {
        var now = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{now[..8]}/{credentials.Region}/{service}/aws4_request";
        var uri = request.RequestUri!;
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
        var canonical = $"{request.Method}\n{uri.AbsolutePath}\n{uri.Query.TrimStart('?')}\n"
            + $"host:{uri.Authority}\nx-amz-date:{now}\n\n{SignedHeaders}\n{Hash(body)}";
        var toSign = $"AWS4-HMAC-SHA256\n{now}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";

        var key = Encoding.UTF8.GetBytes($"AWS4{credentials.SecretKey}");
        foreach (var part in scope.Split('/').Append(toSign))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        request.Headers.Add("X-Amz-Date", now);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={credentials.AccessKey}/{scope}, SignedHeaders={SignedHeaders}, Signature={Convert.ToHexStringLower(key)}");
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
