using static ServerlessPatterns.Events.Tests.EventDocument;

namespace ServerlessPatterns.Events.Tests;

/// <summary>The events of tables' streams as AWS documents them, with fields that are not known here.</summary>
public sealed class TableStreamEventTests
{
    [Fact]
    public void TableStreamEvent_WithEveryType_IsRead()
    {
        var record = Read(EventsJson.Default.TableStreamEvent, """
            {"Records":[{"eventID":"c81e728d9d4c2f636f067f89cc14862c","eventName":"MODIFY","eventVersion":"1.1","eventSource":"aws:dynamodb","awsRegion":"us-east-1",
             "dynamodb":{"ApproximateCreationDateTime":1.479499740E9,"Keys":{"Id":{"N":"101"}},
              "NewImage":{"S":{"S":"text"},"N":{"N":"12345678901234567890123456789012345678"},"B":{"B":"AQID"},"T":{"BOOL":true},"F":{"BOOL":false},"0":{"NULL":true},
               "SS":{"SS":["a","b"]},"NS":{"NS":["1","2.5"]},"BS":{"BS":["AQ==","Ag=="]},"M":{"M":{"x":{"L":[{"N":"1"},{"S":"y"}]}}}},
              "OldImage":{"Id":{"N":"101"}},"SequenceNumber":"000000000000000000222","SizeBytes":59,"StreamViewType":"NEW_AND_OLD_IMAGES"},
             "eventSourceARN":"arn:aws:dynamodb:us-east-1:123456789012:table/T/stream/2016-11-18T23:00:00.000",
             "userIdentity":{"type":"Service","principalId":"dynamodb.amazonaws.com"}}]}
            """).Records.ShouldHaveSingleItem();

        record.EventName.ShouldBe("MODIFY");
        record.EventId.ShouldBe("c81e728d9d4c2f636f067f89cc14862c");
        record.EventVersion.ShouldBe("1.1");
        record.EventSource.ShouldBe("aws:dynamodb");
        record.AwsRegion.ShouldBe("us-east-1");
        record.EventSourceArn.ShouldBe("arn:aws:dynamodb:us-east-1:123456789012:table/T/stream/2016-11-18T23:00:00.000");
        record.IsExpiry.ShouldBeTrue();
        var change = record.Change;
        change.ApproximateCreationDateTime.ShouldBe(new DateTimeOffset(2016, 11, 18, 20, 9, 0, TimeSpan.Zero));
        change.SequenceNumber.ShouldBe("000000000000000000222");
        change.SizeBytes.ShouldBe(59);
        change.StreamViewType.ShouldBe("NEW_AND_OLD_IMAGES");
        change.Keys["Id"].N.ShouldBe("101");
        change.OldImage!.Count.ShouldBe(1);
        var image = change.NewImage!;
        image["S"].S.ShouldBe("text");
        image["N"].N.ShouldBe("12345678901234567890123456789012345678");
        image["B"].B!.Value.ToArray().ShouldBe([1, 2, 3]);
        image["T"].BOOL.ShouldBe(true);
        image["F"].BOOL.ShouldBe(false);
        image["0"].NULL.ShouldBe(true);
        image["SS"].SS.ShouldBe(["a", "b"]);
        image["NS"].NS.ShouldBe(["1", "2.5"]);
        image["BS"].BS!.Select(bytes => bytes.ToArray()[0]).ShouldBe([(byte)1, (byte)2]);
        image["M"].M!["x"].L![1].S.ShouldBe("y");
        image["S"].N.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"type":"Service","principalId":"other.amazonaws.com"}""")]
    [InlineData("null")]
    public void TableStreamRecord_NotRemovedByTheTableItself_IsNoExpiry(string identity) =>
        Read(EventsJson.Default.TableStreamRecord, $$"""{"eventName":"REMOVE","dynamodb":{"SequenceNumber":"1","Keys":{} },"userIdentity":{{identity}}}""")
            .IsExpiry.ShouldBeFalse();
}
