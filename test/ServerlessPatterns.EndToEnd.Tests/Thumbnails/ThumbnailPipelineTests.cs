using System.Text;
using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

public sealed class ThumbnailPipelineTests(ThumbnailDeployment deployment) : ThumbnailTests(deployment)
{
    [Fact]
    public async Task Upload_PhotographTakenUpright_IsTurnedScaledAndDescribed()
    {
        var stored = await UploadAsync("uploads/2026/upright.jpg", Photos.TakenUpright(Photos.Rocket));
        var sequencer = S3Event.NextSequencer();

        var delivery = await DeliverAsync(S3Event.Created(stored, sequencer));

        delivery.Outcome.ShouldBe("complete");
        var thumbnails = await ThumbnailsOfAsync(stored);
        thumbnails.Select(thumbnail => thumbnail.Key).ShouldBe(
            ["thumbnails/small/uploads/2026/upright.jpg.webp", "thumbnails/large/uploads/2026/upright.jpg.webp"]);
        thumbnails.Select(thumbnail => thumbnail.Image).ShouldBe([new WebP(200, 200, false), new WebP(427, 640, false)]);
        thumbnails.ShouldAllBe(thumbnail => thumbnail.ContentType == "image/webp" && thumbnail.CacheControl == "public, max-age=86400");

        var item = (await ItemAsync(stored.Key)).ShouldNotBeNull();
        var times = new[] { "createdAt", "processedAt" }.Select(name => Remove(item, name)).ToList();
        times.ShouldAllBe(time => DateTime.UtcNow - DateTime.Parse(time, null, System.Globalization.DateTimeStyles.AdjustToUniversal) < TimeSpan.FromMinutes(5));
        times.ShouldAllBe(time => time.EndsWith('Z'));
        Remove(item, "sequencer").ShouldEndWith(sequencer.ToLowerInvariant());
        JsonNode expected = new JsonObject
        {
            ["status"] = "complete",
            ["imageName"] = "upright.jpg",
            ["size"] = stored.Size,
            ["contentType"] = "image/jpeg",
            ["format"] = "jpeg",
            ["width"] = 427,
            ["height"] = 640,
            ["etag"] = stored.ETag,
            ["versionId"] = stored.VersionId,
            ["thumbnails"] = new JsonArray([.. thumbnails.Zip(["small", "large"], Describe)]),
        };
        JsonNode.DeepEquals(item, expected).ShouldBeTrue($"{item}\n{expected}");
    }

    [Fact]
    public async Task Upload_PhotographTakenUpright_IsTurnedClockwise()
    {
        var stored = await UploadAsync("uploads/turned.jpg", Photos.TakenUpright(Photos.Rocket));
        await DeliverAsync(S3Event.Created(stored));

        foreach (var thumbnail in await ThumbnailsOfAsync(stored))
        {
            var differences = await Turns.DifferencesAsync(Photos.Rocket, thumbnail.Bytes, Deployment.Gallery.TemporaryFolder);
            var others = differences.Where(pair => pair.Key != 90).Min(pair => pair.Value);
            differences[90].ShouldBeLessThan(others / 5, string.Join(", ", differences.Select(pair => $"{pair.Key}: {pair.Value:F1}")));
        }
    }

    [Fact]
    public async Task Upload_PngWithAlpha_KeepsItAndIsNotEnlarged()
    {
        var stored = await UploadAsync("uploads/cat.png", Photos.CutOut, "image/png");

        var delivery = await DeliverAsync(S3Event.Created(stored));

        delivery.Outcome.ShouldBe("complete");
        var thumbnails = await ThumbnailsOfAsync(stored);
        thumbnails.Select(thumbnail => thumbnail.Image).ShouldBe([new WebP(200, 200, true), new WebP(300, 200, true)]);
    }

    [Fact]
    public async Task Upload_KeyWithSpacesSignsAndUnicode_IsTheKeyOfItsItemAndThumbnails()
    {
        const string Key = "uploads/\u00c4rger & S\u00f6hne/100%25 +\u00a0\u5199\u771f \ud83d\ude80 (1)?#=.jpg";
        var stored = await UploadAsync(Key, Photos.Rocket);

        var delivery = await DeliverAsync(S3Event.Created(stored));

        delivery.Outcome.ShouldBe("complete");
        var thumbnails = await ThumbnailsOfAsync(stored);
        thumbnails.Select(thumbnail => thumbnail.Key).ShouldBe([$"thumbnails/small/{Key}.webp", $"thumbnails/large/{Key}.webp"]);
    }

    [Fact]
    public async Task Upload_KeyOf1024Bytes_HasThumbnailsWithKeysThatS3Takes()
    {
        var stored = await UploadAsync("uploads/" + new string('\u00f6', 506) + ".jpg", Photos.Rocket);
        Encoding.UTF8.GetByteCount(stored.Key).ShouldBe(1024);

        await DeliverAsync(S3Event.Created(stored));

        var thumbnails = await ThumbnailsOfAsync(stored);
        thumbnails.Count.ShouldBe(2);
        thumbnails.ShouldAllBe(thumbnail => Encoding.UTF8.GetByteCount(thumbnail.Key) <= 1024);
    }

    [Fact]
    public async Task Rule_ObjectsThatThePatternWrites_DoNotMatch()
    {
        var stored = await UploadAsync("uploads/origin.jpg", Photos.Rocket);
        var delivery = await DeliverAsync(S3Event.Created(stored));

        var written = delivery.ObjectWrites.Select(call => call.Resource["arn:aws:s3:::".Length..].Split('/', 2)).ToList();

        written.Count.ShouldBe(2);
        foreach (var bucket in new[] { Source, Destination })
        {
            var events = written.Select(path => S3Event.Created(stored with { Bucket = bucket, Key = path[1] }));
            events.ShouldAllBe(payload => !Deployment.Rule.Matches(payload));
        }
    }

    [Fact]
    public async Task Logs_OfADelivery_AreJsonWithBucketAndKeyAndWithoutCredentials()
    {
        var stored = await UploadAsync("uploads/logged.jpg", Photos.Rocket);
        await DeliverAsync(S3Event.Created(stored));

        var lines = Deployment.Runtime.Logs.Split('\n').Where(line => line.Contains("uploads/logged.jpg", StringComparison.Ordinal)).ToList();

        var handled = JsonNode.Parse(lines.ShouldHaveSingleItem())!.AsObject();
        handled["bucket"]!.GetValue<string>().ShouldBe(Source);
        handled.ContainsKey("durationMs").ShouldBeTrue();
        Deployment.Runtime.Logs.ShouldNotContain(Deployment.Role.SecretKey);
        Deployment.Runtime.Logs.ShouldNotContain(Deployment.Role.SessionToken!);
    }

    private async Task<IReadOnlyList<Thumbnail>> ThumbnailsOfAsync(StoredObject stored) =>
        await ThumbnailsAsync((await ItemAsync(stored.Key)).ShouldNotBeNull());

    private static JsonNode Describe(Thumbnail thumbnail, string name) => new JsonObject
    {
        ["name"] = name,
        ["key"] = thumbnail.Key,
        ["width"] = thumbnail.Image.Width,
        ["height"] = thumbnail.Image.Height,
        ["bytes"] = thumbnail.Bytes.Length,
        ["contentType"] = thumbnail.ContentType,
    };

    private static string Remove(JsonObject item, string name)
    {
        item.Remove(name, out var value);
        return value!.GetValue<string>();
    }
}
