namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>What no attempt could make a thumbnail of.</summary>
public sealed class ThumbnailRejectionTests(ThumbnailDeployment deployment) : ThumbnailTests(deployment)
{
    public static TheoryData<string, string> NotImages => new()
    {
        { "notes.jpg", "not-an-image" },
        { "broken-off.jpg", "truncated" },
        { "empty.jpg", "empty" },
    };

    [Theory]
    [MemberData(nameof(NotImages))]
    public async Task Upload_NotAWholeImage_IsRejectedWithTheReasonAndNotRetried(string name, string reason)
    {
        var bytes = name switch
        {
            "notes.jpg" => "This is not a photograph."u8.ToArray(),
            "broken-off.jpg" => Photos.Truncated(Photos.Hubble),
            _ => [],
        };
        var stored = await UploadAsync($"uploads/{name}", bytes);

        // An answer, not an error: Lambda would repeat the latter and end with a dead letter.
        var delivery = await DeliverAsync(S3Event.Created(stored));

        delivery.Outcome.ShouldBe("rejected");
        delivery.ObjectWrites.ShouldBeEmpty();
        var item = (await ItemAsync(stored.Key)).ShouldNotBeNull();
        item["status"]!.GetValue<string>().ShouldBe("rejected");
        item["reason"]!.GetValue<string>().ShouldBe(reason);
        item["reasonDetail"]!.GetValue<string>().ShouldNotBeEmpty();
        item.ContainsKey("thumbnails").ShouldBeFalse();
    }
}
