using System.Text.Json;
using static ServerlessPatterns.Events.Tests.EventDocument;

namespace ServerlessPatterns.Events.Tests;

/// <summary>The events of WebSocket APIs as AWS documents them, with fields that are not known here.</summary>
public sealed class WebSocketEventTests
{
    [Fact]
    public void WebSocketEvent_OfAConnect_IsRead()
    {
        var found = Read(EventsJson.Default.WebSocketEvent, """
            {"headers":{"Host":"x.execute-api.eu-west-1.amazonaws.com"},"multiValueHeaders":{"Host":["x.execute-api.eu-west-1.amazonaws.com"]},
             "queryStringParameters":{"room":"b"},"multiValueQueryStringParameters":{"room":["a","b"]},"stageVariables":{"v":"1"},
             "requestContext":{"routeKey":"$connect","disconnectStatusCode":null,"messageId":null,"eventType":"CONNECT","extendedRequestId":"XfGLwFTktjMFsLg=",
              "requestTime":"13/Dec/2020:10:17:47 +0000","messageDirection":"IN","disconnectReason":null,"stage":"dev","connectedAt":1607854667185,
              "requestTimeEpoch":1607854667186,"identity":{"cognitoIdentityPoolId":null,"sourceIp":"203.0.113.0","userAgent":"curl","userArn":null},
              "requestId":"r","domainName":"x.execute-api.eu-west-1.amazonaws.com","connectionId":"XfGLwd","apiId":"x","authorizer":{"principalId":"u"}},
             "isBase64Encoded":false}
            """);

        found.RequestContext.RouteKey.ShouldBe("$connect");
        found.RequestContext.EventType.ShouldBe("CONNECT");
        found.RequestContext.ConnectionId.ShouldBe("XfGLwd");
        found.RequestContext.Stage.ShouldBe("dev");
        found.RequestContext.DomainName.ShouldBe("x.execute-api.eu-west-1.amazonaws.com");
        found.RequestContext.ApiId.ShouldBe("x");
        found.RequestContext.RequestId.ShouldBe("r");
        found.RequestContext.ExtendedRequestId.ShouldBe("XfGLwFTktjMFsLg=");
        found.RequestContext.MessageDirection.ShouldBe("IN");
        found.RequestContext.MessageId.ShouldBeNull();
        found.RequestContext.ConnectedAt.ShouldBe(1607854667185);
        found.RequestContext.RequestTimeEpoch.ShouldBe(1607854667186);
        found.RequestContext.DisconnectStatusCode.ShouldBeNull();
        found.RequestContext.Identity.ShouldBe(new WebSocketIdentity { SourceIp = "203.0.113.0", UserAgent = "curl" });
        found.RequestContext.Authorizer!.Value.GetProperty("principalId").GetString().ShouldBe("u");
        found.Headers!["Host"].ShouldBe("x.execute-api.eu-west-1.amazonaws.com");
        found.MultiValueHeaders!["Host"].Count.ShouldBe(1);
        found.QueryStringParameters!["room"].ShouldBe("b");
        found.MultiValueQueryStringParameters!["room"].ShouldBe(["a", "b"]);
        found.StageVariables!["v"].ShouldBe("1");
        found.Body.ShouldBeNull();
    }

    [Theory]
    [InlineData("1001")]
    [InlineData("\"1001\"")]
    public void WebSocketEvent_OfADisconnect_IsRead(string code)
    {
        var context = Read(EventsJson.Default.WebSocketEvent, $$"""
            {"requestContext":{"routeKey":"$disconnect","eventType":"DISCONNECT","connectionId":"c","disconnectStatusCode":{{code}},"disconnectReason":"Going away"},"isBase64Encoded":true,"body":"AQ=="}
            """).RequestContext;

        context.DisconnectStatusCode.ShouldBe(1001);
        context.DisconnectReason.ShouldBe("Going away");
    }

    [Fact]
    public void WebSocketResponse_Written_HasWhatIsSet()
    {
        JsonSerializer.Serialize(new WebSocketResponse(200), EventsJson.Default.WebSocketResponse).ShouldBe("""{"statusCode":200}""");
        JsonSerializer.Serialize(new WebSocketResponse(403, "no") { Headers = new Dictionary<string, string> { ["a"] = "b" } }, EventsJson.Default.WebSocketResponse)
            .ShouldBe("""{"statusCode":403,"body":"no","headers":{"a":"b"}}""");
    }
}
