using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>One method of a REST API or one route of an HTTP API, and what answers it.</summary>
internal sealed record ApiMethod(string HttpMethod, string Path, string ResourceId, string Authorization, JsonNode Integration)
{
    /// <summary>The values of the path's parameters, still encoded; nothing when the path is another one.</summary>
    public JsonObject? Match(string path)
    {
        var (template, actual) = (Path.Split('/'), path.Split('/'));
        if (template.Length != actual.Length)
        {
            return null;
        }

        var parameters = new JsonObject();
        foreach (var (expected, segment) in template.Zip(actual))
        {
            if (expected is ['{', .. var name, '}'] && segment.Length > 0)
            {
                parameters[name] = segment;
            }
            else if (expected != segment)
            {
                return null;
            }
        }

        return parameters;
    }
}

/// <summary>A REST API as API Gateway knows it, or an HTTP API as the deployed template tells it.</summary>
internal sealed record DeployedApi(string Id, string Name, string Stage, IReadOnlyList<ApiMethod> Methods)
{
    public static async Task<DeployedApi> ReadAsync(AwsApi aws, DeployedStack stack)
    {
        var id = stack.Resources.Single(resource => resource.Type == "AWS::ApiGateway::RestApi").PhysicalId;
        var api = await GetAsync($"/restapis/{id}");
        var methods = new List<ApiMethod>();
        foreach (var resource in (await GetAsync($"/restapis/{id}/resources"))["item"]!.AsArray())
        {
            var (resourceId, path) = (resource!["id"]!.GetValue<string>(), resource["path"]!.GetValue<string>());
            foreach (var name in (resource["resourceMethods"] as JsonObject ?? []).Select(pair => pair.Key))
            {
                var method = await GetAsync($"/restapis/{id}/resources/{resourceId}/methods/{name}");
                methods.Add(new(name, path, resourceId, method["authorizationType"]!.GetValue<string>(), method["methodIntegration"]!));
            }
        }

        // moto makes no stages; the template's is of the same deployment.
        var stage = stack.OfType("AWS::ApiGateway::Stage").Single().Value!;
        return new(
            id,
            api["name"]!.GetValue<string>(),
            stage["Properties"]!["StageName"]!.GetValue<string>(),
            methods);

        Task<JsonNode> GetAsync(string path) => aws.GetAsync("apigateway", path);
    }

    /// <summary>moto makes nothing of an HTTP API, so that the deployed template's routes have to do.</summary>
    public static DeployedApi OfTemplate(DeployedStack stack)
    {
        var api = stack.OfType("AWS::ApiGatewayV2::Api").Single();
        var methods = stack.OfType("AWS::ApiGatewayV2::Route").Select(route =>
        {
            var properties = route.Value!["Properties"]!;
            var integration = properties["Target"]!["Fn::Join"]![1]![1]!["Ref"]!.GetValue<string>();
            var key = properties["RouteKey"]!.GetValue<string>().Split(' ');
            return new ApiMethod(key[0], key[1], route.Key, properties["AuthorizationType"]!.GetValue<string>(), stack.Template[integration]!["Properties"]!);
        });
        return new(
            stack.Refer(new JsonObject { ["Ref"] = api.Key }) ?? "a1b2c3d4e5",
            api.Value!["Properties"]!["Name"]!.GetValue<string>(),
            stack.OfType("AWS::ApiGatewayV2::Stage").Single().Value!["Properties"]!["StageName"]!.GetValue<string>(),
            [.. methods]);
    }

    /// <summary>The method that a request reaches; for a request without one API Gateway answers by itself.</summary>
    public ApiMethod? Find(string httpMethod, string path) =>
        Methods.SingleOrDefault(method => method.HttpMethod == httpMethod && method.Match(path) is not null);
}
