using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Events come at least once and in any order, and old versions expire.</summary>
public sealed class ThumbnailOrderTests(ThumbnailDeployment deployment) : ThumbnailTests(deployment)
{
    [Fact]
    public async Task Created_DeliveredTwice_ChangesNothing()
    {
        var stored = await UploadAsync("uploads/twice.jpg", Photos.Rocket);
        var payload = S3Event.Created(stored);
        await DeliverAsync(payload);
        var before = await StateAsync(stored.Key);

        var delivery = await DeliverAsync(payload);

        delivery.Outcome.ShouldBe("stale");
        delivery.ObjectWrites.ShouldBeEmpty();
        (await StateAsync(stored.Key)).ShouldBe(before);
    }

    [Fact]
    public async Task Created_OlderAfterNewer_LeavesTheNewer()
    {
        var first = await UploadAsync("uploads/order.jpg", Photos.Rocket);
        var older = S3Event.Created(first);
        var second = await UploadAsync(first.Key, Photos.Hubble);
        await DeliverAsync(S3Event.Created(second));
        var before = await StateAsync(first.Key);

        var delivery = await DeliverAsync(older);

        delivery.Outcome.ShouldBe("stale");
        delivery.ObjectWrites.ShouldBeEmpty();
        (await StateAsync(first.Key)).ShouldBe(before);
        (await ItemAsync(first.Key))!["etag"]!.GetValue<string>().ShouldBe(second.ETag);
    }

    [Fact]
    public async Task Deleted_DeleteMarker_RemovesTheThumbnailsAndMarksTheItem()
    {
        var stored = await UploadAsync("uploads/deleted.jpg", Photos.Rocket);
        await DeliverAsync(S3Event.Created(stored));
        var thumbnails = await ThumbnailsAsync((await ItemAsync(stored.Key))!);

        var delivery = await DeliverAsync(S3Event.DeleteMarkerCreated(await DeleteAsync(stored)));

        delivery.Outcome.ShouldBe("deleted");
        await ShouldBeGoneAsync(stored.Key, thumbnails);
    }

    [Fact]
    public async Task Created_LateAfterTheDeletion_BringsNothingBack()
    {
        var stored = await UploadAsync("uploads/late.jpg", Photos.Rocket);
        await DeliverAsync(S3Event.Created(stored));
        var thumbnails = await ThumbnailsAsync((await ItemAsync(stored.Key))!);
        var late = S3Event.Created(await UploadAsync(stored.Key, Photos.Hubble));
        await DeliverAsync(S3Event.DeleteMarkerCreated(await DeleteAsync(stored)));

        var delivery = await DeliverAsync(late);

        delivery.Outcome.ShouldBe("stale");
        await ShouldBeGoneAsync(stored.Key, thumbnails);
    }

    [Fact]
    public async Task Deleted_OldVersionOfALivingObjectExpires_ChangesNothing()
    {
        var old = await UploadAsync("uploads/living.jpg", Photos.Rocket);
        await DeliverAsync(S3Event.Created(old));
        var living = await UploadAsync(old.Key, Photos.Hubble);
        await DeliverAsync(S3Event.Created(living));
        var before = await StateAsync(old.Key);
        await DeleteVersionAsync(old);

        var delivery = await DeliverAsync(S3Event.VersionExpired(old));

        delivery.Outcome.ShouldBe("unchanged");
        delivery.ObjectWrites.ShouldBeEmpty();
        (await StateAsync(old.Key)).ShouldBe(before);
    }

    [Fact]
    public async Task Deleted_LastVersionIsGone_RemovesTheThumbnails()
    {
        var stored = await UploadAsync("uploads/gone.jpg", Photos.Rocket);
        await DeliverAsync(S3Event.Created(stored));
        var thumbnails = await ThumbnailsAsync((await ItemAsync(stored.Key))!);
        await DeleteVersionAsync(stored);

        var delivery = await DeliverAsync(S3Event.VersionExpired(stored));

        delivery.Outcome.ShouldBe("deleted");
        await ShouldBeGoneAsync(stored.Key, thumbnails);
    }

    private async Task ShouldBeGoneAsync(string key, IReadOnlyList<Thumbnail> thumbnails)
    {
        thumbnails.ShouldNotBeEmpty();
        foreach (var thumbnail in thumbnails)
        {
            (await ThumbnailAsync(thumbnail.Key)).ShouldBeNull();
        }

        var item = (await ItemAsync(key)).ShouldNotBeNull();
        item["status"]!.GetValue<string>().ShouldBe("deleted");
        item.ContainsKey("thumbnails").ShouldBeFalse();
    }

    /// <summary>The item and its thumbnails, with everything in which a rewrite would show.</summary>
    private async Task<string> StateAsync(string key)
    {
        var item = (await ItemAsync(key)).ShouldNotBeNull();
        var sorted = new JsonObject(item.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        return string.Join('\n', [sorted.ToJsonString(), .. await ThumbnailsAsync(item)]);
    }
}
