using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Calls to the emulator, in the three protocols of AWS's services.</summary>
internal sealed class AwsApi(Uri endpoint, AwsCredentials credentials) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    public AmazonS3Client S3 { get; } = new(Basic(credentials), new AmazonS3Config
    {
        ServiceURL = endpoint.AbsoluteUri,
        AuthenticationRegion = credentials.Region,
        ForcePathStyle = true,
    });

    public AmazonDynamoDBClient DynamoDb { get; } = new(Basic(credentials), new AmazonDynamoDBConfig
    {
        ServiceURL = endpoint.AbsoluteUri,
        AuthenticationRegion = credentials.Region,
    });

    /// <summary>REST, as Lambda has it.</summary>
    public async Task<JsonNode> GetAsync(string service, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, path));
        return JsonNode.Parse(await SendAsync(request, service))!;
    }

    /// <summary>A change in REST.</summary>
    public async Task PutAsync(string service, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(endpoint, path));
        request.Content = new StringContent(JsonSerializer.Serialize(body));
        await SendAsync(request, service);
    }

    /// <summary>JSON with a target, as EventBridge, SQS and CloudWatch Logs have it.</summary>
    public async Task<JsonNode> JsonAsync(string service, string target, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Content = new StringContent(JsonSerializer.Serialize(body));
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", target);
        return JsonNode.Parse(await SendAsync(request, service) is { Length: > 0 } text ? text : "{}")!;
    }

    /// <summary>A form that is answered in XML, as CloudFormation, IAM and STS have it.</summary>
    public async Task<XElement> QueryAsync(string service, string version, string action, params (string Name, string Value)[] parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Content = new FormUrlEncodedContent(
            parameters.Append(("Action", action)).Append(("Version", version)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
        return XElement.Parse(await SendAsync(request, service));
    }

    /// <summary>All items of a small table, in an order of their own.</summary>
    public async Task<IReadOnlyList<JsonObject>> ScanAsync(string table)
    {
        var found = await JsonAsync("dynamodb", "DynamoDB_20120810.Scan", new { TableName = table, ConsistentRead = true });
        return [.. found["Items"]!.AsArray().Select(item => item!.AsObject()).OrderBy(item => item.ToJsonString(), StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        http.Dispose();
        S3.Dispose();
        DynamoDb.Dispose();
    }

    private static AWSCredentials Basic(AwsCredentials credentials) => credentials.SessionToken is { } token
        ? new SessionAWSCredentials(credentials.AccessKey, credentials.SecretKey, token)
        : new BasicAWSCredentials(credentials.AccessKey, credentials.SecretKey);

    private async Task<string> SendAsync(HttpRequestMessage request, string service)
    {
        await AwsSignature.SignAsync(request, credentials, service);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? text
            : throw new HttpRequestException($"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}: {text}", null, response.StatusCode);
    }
}
