using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using ServerlessPatterns.Handlers.Crud.Tests.Support;

namespace ServerlessPatterns.Handlers.Crud.Tests;

[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A test wants the same cases again.")]
public sealed class MalformedTests(EmulatorFixture emulator, ITestOutputHelper output)
{
    private const int Cases = 400;
    private const int Mutations = 600;

    private static int Seed => Environment.GetEnvironmentVariable("TEST_SEED") is { Length: > 0 } given ? int.Parse(given, null) : Environment.TickCount;

    [Fact]
    public async Task Events_ThatApiGatewayDoesNotSend_AreBadRequests()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        var (seed, random) = Start();
        for (var number = 0; number < Cases; number++)
        {
            var version = random.Next(2) == 0 ? "1.0" : "2.0";
            var bytes = MalformedEvent(random, Valid(random, version), version);
            var response = await api.SendAsync(bytes);
            response.Status.ShouldBeInRange(400, 499, $"seed {seed}: {Encoding.UTF8.GetString(bytes)}");
            response.ShouldBeProblem(response.Status);
        }
    }

    [Fact]
    public async Task Bodies_ThatAreNoDocument_AreBadRequests()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        var (seed, random) = Start();
        var json = new RandomJson(seed);
        for (var number = 0; number < Cases; number++)
        {
            var body = MalformedBody(random, json);
            var method = random.Next(3) switch { 0 => new ApiRequest("POST"), 1 => new ApiRequest("PUT", "a"), _ => new ApiRequest("PATCH", "a") };
            var response = await api.SendAsync(random.Next(2) == 0 ? "1.0" : "2.0", method with { Body = body });
            response.Status.ShouldBe(400, $"seed {seed}: {body}");
            response.ShouldBeProblem(400);
        }

        api.Wire.Actions.ShouldBeEmpty("nothing of it reaches the table");
    }

    [Fact]
    public async Task Events_ChangedAtRandom_AreAnswered()
    {
        await using var api = await TestApi.CreateAsync(emulator);
        var (seed, random) = Start();
        for (var number = 0; number < Mutations; number++)
        {
            var bytes = Encoding.UTF8.GetBytes(Valid(random, random.Next(2) == 0 ? "1.0" : "2.0").ToJsonString());
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var response = await api.SendAsync(bytes);
            response.Status.ShouldBeInRange(200, 499, $"seed {seed}: {Encoding.UTF8.GetString(bytes)}");
        }
    }

    private static JsonObject Valid(Random random, string version) => (random.Next(3) switch
    {
        0 => new ApiRequest("POST") { Body = """{"id":"a"}""" },
        1 => new ApiRequest("PUT", "a/b") { Body = """{"n":1}""", Headers = new() { ["If-Match"] = "\"x\"" } },
        _ => new ApiRequest("PATCH", "a") { Body = """{"n":1}""", IsBase64 = true },
    }).ToEvent(version);

    private static byte[] MalformedEvent(Random random, JsonObject @event, string version)
    {
        JsonNode?[] wrong = [1, true, new JsonArray(1), new JsonArray(), "text", null];
        JsonNode? NoText() => wrong[random.Next(4)]!.DeepClone();
        var path = version == "2.0" ? "rawPath" : "path";
        switch (random.Next(9))
        {
            case 0:
                var text = @event.ToJsonString();
                return Encoding.UTF8.GetBytes(text[..random.Next(text.Length)]);
            case 1:
                return Encoding.UTF8.GetBytes(wrong[random.Next(wrong.Length)]?.ToJsonString() ?? "null");
            case 2:
                @event[path] = random.Next(3) == 0 ? null : random.Next(2) == 0 ? NoText() : "no/slash";
                break;
            case 3:
                @event["body"] = NoText();
                break;
            case 4:
                @event["headers"] = NoText();
                break;
            case 5:
                @event["isBase64Encoded"] = true;
                @event["body"] = "not base64 " + random.Next();
                break;
            case 6:
                @event["requestContext"] = NoText();
                break;
            case 7:
                return Encoding.UTF8.GetBytes(@event.ToJsonString().Replace("\"body\":\"", "\"body\":\"\\ud800", StringComparison.Ordinal));
            default:
                if (version == "2.0")
                {
                    @event["requestContext"]!["http"] = random.Next(2) == 0 ? null : NoText();
                }
                else
                {
                    @event["httpMethod"] = random.Next(2) == 0 ? null : NoText();
                }

                break;
        }

        return Encoding.UTF8.GetBytes(@event.ToJsonString());
    }

    private static string MalformedBody(Random random, RandomJson json)
    {
        var body = json.NextObject("a");
        var member = body.Length > 12 && random.Next(2) == 0 ? "" : ",";
        string With(string text) => body[..^1] + $",{text}}}";
        return random.Next(13) switch
        {
            0 => body[..random.Next(body.Length)],
            1 => body + "}",
            2 => body + member + body,
            3 => $"[{body}]",
            4 => With("\"id\":\"a\""),
            5 => With($"\"_sp_{random.Next()}\":1"),
            6 => With($"\"n\":{(random.Next(2) == 0 ? "" : "-")}{random.Next(1, 10)}e{random.Next(126, 100000)}"),
            7 => With($"\"n\":1{new string('0', random.Next(0, 50))}.{new string('7', 39)}"),
            8 => With("\"s\":\"\\ud8" + random.Next(10, 99) + "\""),
            9 => With("\"s\":[{\"t\":\"x\\u0000\"}]"),
            10 => With("\"deep\":" + new string('[', random.Next(32, 200))),
            11 => With("\"deep\":" + string.Concat(Enumerable.Repeat("[", 40)) + new string(']', 40)),
            _ => With("\"x\":1,\"\\u0078\":2"),
        };
    }

    private (int Seed, Random Random) Start()
    {
        var seed = Seed;
        output.WriteLine($"TEST_SEED={seed}");
        return (seed, new Random(seed));
    }
}
