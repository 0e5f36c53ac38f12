using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

public sealed class CrudLogTests(CrudDeployment deployment) : CrudTests(deployment)
{
    [Fact]
    public async Task Logs_OfARequest_AreOneJsonLineWithoutItsBodyAndWithoutCredentials()
    {
        var answer = await SendAsync("POST", "/orders", """{"customer":"Confidential Customer"}""");

        // The answer may come sooner than the line.
        var lines = await WaitForAsync(answer.RequestId);

        JsonNode.Parse(lines.ShouldHaveSingleItem())!.ToJsonString().ShouldContain("201");
        Deployment.Runtime.Logs.ShouldNotContain("Confidential Customer");
        Deployment.Runtime.Logs.ShouldNotContain(Deployment.Role.SecretKey);
        Deployment.Runtime.Logs.ShouldNotContain(Deployment.Role.SessionToken!);
    }

    private async Task<List<string>> WaitForAsync(string requestId)
    {
        for (var attempt = 0; ; attempt++)
        {
            var lines = Deployment.Runtime.Logs.Split('\n').Where(line => line.Contains(requestId, StringComparison.Ordinal)).ToList();
            if (lines.Count > 0 || attempt == 50)
            {
                return lines;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
