using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServerlessPatterns.Events.Tests;

/// <summary>The events as AWS documents them, with fields that are not known here.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void SqsEvent_OfAFifoQueue_IsRead()
    {
        var message = Read(EventsJson.Default.SqsEvent, """
            {"Records":[{"messageId":"11d6ee51-4cc7-4302-9e22-7cd8afdaadf5","receiptHandle":"AQEBBX8nesZEXmkhsmZeyIE8iQAMig7qw","body":"{\"n\":1}",
             "attributes":{"ApproximateReceiveCount":"3","SentTimestamp":"1573251510774","SequenceNumber":"18849496460467696128","MessageGroupId":"1",
              "SenderId":"AIDAIO23YVJENQZJOL4VO","MessageDeduplicationId":"d","ApproximateFirstReceiveTimestamp":"1573251510774","AWSTraceHeader":"Root=1-5"},
             "messageAttributes":{"tenant":{"stringValue":"t-1","stringListValues":[],"binaryListValues":[],"dataType":"String"},
              "weight":{"stringValue":"1.50","dataType":"Number.kg"},"key":{"binaryValue":"AQID","dataType":"Binary"}},
             "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","md5OfMessageAttributes":"00","eventSource":"aws:sqs",
             "eventSourceARN":"arn:aws:sqs:us-east-2:123456789012:fifo.fifo","awsRegion":"us-east-2","somethingNew":{"a":[1]}}],"more":1}
            """).Records.ShouldHaveSingleItem();

        message.MessageId.ShouldBe("11d6ee51-4cc7-4302-9e22-7cd8afdaadf5");
        message.ReceiptHandle.ShouldBe("AQEBBX8nesZEXmkhsmZeyIE8iQAMig7qw");
        message.Body.ShouldBe("{\"n\":1}");
        message.ApproximateReceiveCount.ShouldBe(3);
        message.SentTimestamp.ShouldBe(new DateTimeOffset(2019, 11, 8, 22, 18, 30, 774, TimeSpan.Zero));
        message.MessageGroupId.ShouldBe("1");
        message.MessageDeduplicationId.ShouldBe("d");
        message.SequenceNumber.ShouldBe("18849496460467696128");
        message.Attributes["AWSTraceHeader"].ShouldBe("Root=1-5");
        message.MessageAttributes["tenant"].StringValue.ShouldBe("t-1");
        message.MessageAttributes["weight"].DataType.ShouldBe("Number.kg");
        message.MessageAttributes["key"].BinaryValue!.Value.ToArray().ShouldBe([1, 2, 3]);
        message.Md5OfBody.ShouldBe("e4e68fb7bd0e697a0ae8f1bb342846b3");
        message.Md5OfMessageAttributes.ShouldBe("00");
        message.EventSource.ShouldBe("aws:sqs");
        message.EventSourceArn.ShouldBe("arn:aws:sqs:us-east-2:123456789012:fifo.fifo");
        message.AwsRegion.ShouldBe("us-east-2");
    }

    [Fact]
    public void SqsMessage_WithTheLeast_HasEmptyParts()
    {
        var message = Read(EventsJson.Default.SqsEvent, """{"Records":[{"messageId":"a","body":"b","attributes":null}]}""").Records[0];

        message.Attributes.ShouldBeEmpty();
        message.MessageAttributes.ShouldBeEmpty();
        message.ReceiptHandle.ShouldBeEmpty();
        message.ApproximateReceiveCount.ShouldBe(1);
        message.SentTimestamp.ShouldBeNull();
        message.MessageGroupId.ShouldBeNull();
        Read(EventsJson.Default.SqsEvent, "{}").Records.ShouldBeEmpty();
    }

    [Fact]
    public void ReadBody_Null_Throws()
    {
        var message = Read(EventsJson.Default.SqsEvent, """{"Records":[{"messageId":"a","body":"null"}]}""").Records[0];

        Should.Throw<JsonException>(() => message.ReadBody(EventsJson.Default.SqsEvent));
    }

    [Fact]
    public void KinesisEvent_OfAStream_IsRead()
    {
        var record = Read(EventsJson.Default.KinesisEvent, """
            {"Records":[{"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"1","sequenceNumber":"49590338271490256608559692538361571095921575989136588898",
             "data":"eyJuIjoxfQ==","approximateArrivalTimestamp":1545084650.987,"encryptionType":"KMS"},"eventSource":"aws:kinesis","eventVersion":"1.0",
             "eventID":"shardId-000000000006:49590338271490256608559692538361571095921575989136588898","eventName":"aws:kinesis:record",
             "invokeIdentityArn":"arn:aws:iam::123456789012:role/lambda-role","awsRegion":"us-east-2",
             "eventSourceARN":"arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream"}]}
            """).Records.ShouldHaveSingleItem();

        record.Kinesis.SequenceNumber.ShouldBe("49590338271490256608559692538361571095921575989136588898");
        record.Kinesis.PartitionKey.ShouldBe("1");
        Encoding.UTF8.GetString(record.Kinesis.Data.Span).ShouldBe("{\"n\":1}");
        record.Kinesis.ApproximateArrivalTimestamp.ShouldBe(new DateTimeOffset(2018, 12, 17, 22, 10, 50, 987, TimeSpan.Zero));
        record.Kinesis.KinesisSchemaVersion.ShouldBe("1.0");
        record.Kinesis.EncryptionType.ShouldBe("KMS");
        record.EventId.ShouldBe("shardId-000000000006:49590338271490256608559692538361571095921575989136588898");
        record.ShardId.ShouldBe("shardId-000000000006");
        record.EventName.ShouldBe("aws:kinesis:record");
        record.EventVersion.ShouldBe("1.0");
        record.EventSource.ShouldBe("aws:kinesis");
        record.InvokeIdentityArn.ShouldBe("arn:aws:iam::123456789012:role/lambda-role");
        record.AwsRegion.ShouldBe("us-east-2");
        record.EventSourceArn.ShouldBe("arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream");
    }

    [Theory]
    [InlineData("1545084650", 0)]
    [InlineData("1545084650.1", 1_000_000)]
    [InlineData("1.545084650987E9", 9_870_000)]
    [InlineData("1545084650.0000001", 1)]
    public void ArrivalTimestamp_InEveryForm_IsExact(string text, int ticks) =>
        Read(EventsJson.Default.KinesisData, $$"""{"sequenceNumber":"1","data":"","approximateArrivalTimestamp":{{text}}}""")
            .ApproximateArrivalTimestamp.ShouldBe(new DateTimeOffset(2018, 12, 17, 22, 10, 50, TimeSpan.Zero).AddTicks(ticks));

    [Theory]
    [InlineData("\"1545084650\"")]
    [InlineData("null")]
    [InlineData("1e30")]
    [InlineData("1e25")]
    public void ArrivalTimestamp_NoTime_Throws(string text) => Should.Throw<JsonException>(() =>
        Read(EventsJson.Default.KinesisData, $$"""{"sequenceNumber":"1","data":"","approximateArrivalTimestamp":{{text}}}"""));

    [Fact]
    public void KinesisEvent_OfATumblingWindow_IsReadAndAnswered()
    {
        var batch = Read(EventsJson.Default.KinesisEvent, """
            {"Records":[],"window":{"start":"2020-12-09T07:04:00Z","end":"2020-12-09T07:06:00Z"},"state":{"1":282},"shardId":"shardId-000000000006",
             "eventSourceARN":"arn:aws:kinesis:us-east-1:123456789012:stream/lambda-stream","isFinalInvokeForWindow":true,"isWindowTerminatedEarly":false}
            """);

        batch.Window.ShouldBe(new TimeWindow(new(2020, 12, 9, 7, 4, 0, TimeSpan.Zero), new(2020, 12, 9, 7, 6, 0, TimeSpan.Zero)));
        batch.State!.Value.GetProperty("1").GetInt32().ShouldBe(282);
        batch.ShardId.ShouldBe("shardId-000000000006");
        batch.EventSourceArn.ShouldBe("arn:aws:kinesis:us-east-1:123456789012:stream/lambda-stream");
        batch.IsFinalInvokeForWindow.ShouldBeTrue();
        batch.IsWindowTerminatedEarly.ShouldBeFalse();
        JsonSerializer.Serialize(new TimeWindowResponse(batch.State.Value, [new BatchItemFailure("7")]), EventsJson.Default.TimeWindowResponse)
            .ShouldBe("""{"state":{"1":282},"batchItemFailures":[{"itemIdentifier":"7"}]}""");
    }

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

    [Fact]
    public void ScheduledInvocation_FromItsInput_IsRead()
    {
        var input = ScheduledInvocation.Input
            .Replace("<aws.scheduler.schedule-arn>", "arn:aws:scheduler:eu-west-1:123456789012:schedule/group/nightly", StringComparison.Ordinal)
            .Replace("<aws.scheduler.scheduled-time>", "2022-03-22T18:59:43Z", StringComparison.Ordinal)
            .Replace("<aws.scheduler.execution-id>", "d32c5kddcf5bb8c3", StringComparison.Ordinal)
            .Replace("<aws.scheduler.attempt-number>", "2", StringComparison.Ordinal);

        Read(EventsJson.Default.ScheduledInvocation, input).ShouldBe(new ScheduledInvocation
        {
            ScheduledTime = new(2022, 3, 22, 18, 59, 43, TimeSpan.Zero),
            ScheduleArn = "arn:aws:scheduler:eu-west-1:123456789012:schedule/group/nightly",
            ExecutionId = "d32c5kddcf5bb8c3",
            AttemptNumber = 2,
        });
    }

    [Fact]
    public void EventBridgeEvent_OfABucket_IsRead()
    {
        var found = Read(EventsJson.Default.EventBridgeEvent, """
            {"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b103","detail-type":"Object Created","source":"aws.s3","account":"111122223333",
             "time":"2021-11-12T00:00:00Z","region":"ca-central-1","resources":["arn:aws:s3:::bucket"],"detail":{"messageId":"m","body":"b"}}
            """);

        found.Id.ShouldBe("17793124-05d4-b198-2fde-7ededc63b103");
        found.DetailType.ShouldBe("Object Created");
        found.Source.ShouldBe("aws.s3");
        found.Account.ShouldBe("111122223333");
        found.Region.ShouldBe("ca-central-1");
        found.Version.ShouldBe("0");
        found.Time.ShouldBe(new DateTimeOffset(2021, 11, 12, 0, 0, 0, TimeSpan.Zero));
        found.Resources.ShouldBe(["arn:aws:s3:::bucket"]);
        found.ReadDetail(EventsJson.Default.SqsMessage).Body.ShouldBe("b");
    }

    [Fact]
    public void EventBridgeEvent_OfAScheduleWithoutInput_IsRead()
    {
        var found = Read(EventsJson.Default.EventBridgeEvent, """
            {"version":"0","id":"bc80b0a8","detail-type":"Scheduled Event","source":"aws.scheduler","account":"123456789012","time":"2022-12-01T10:00:00Z",
             "region":"us-east-1","resources":["arn:aws:scheduler:us-east-1:123456789012:schedule/default/s"],"detail":"{}"}
            """);

        found.DetailType.ShouldBe("Scheduled Event");
        found.Detail.GetString().ShouldBe("{}");
    }

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

    [Theory]
    [InlineData("""{"Records":[]}""")]
    [InlineData("\"{\\\"Records\\\":[]}\"")]
    public void FailedInvocation_InABucket_HasTheEvent(string payload)
    {
        var found = Read(EventsJson.Default.FailedInvocation, $$"""
            {"requestContext":{"requestId":"c9b8fa9f","functionArn":"arn:aws:lambda:us-east-2:123456789012:function:f","condition":"RetryAttemptsExhausted","approximateInvokeCount":11},
             "responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},"version":"1.0","timestamp":"2019-11-14T00:38:06.021Z",
             "KinesisBatchInfo":{"shardId":"shardId-000000000001","startSequenceNumber":"49","endSequenceNumber":"50","approximateArrivalOfFirstRecord":"2019-11-14T00:38:04.835Z",
              "approximateArrivalOfLastRecord":"2019-11-14T00:38:05.580Z","batchSize":2,"streamArn":"arn:aws:kinesis:us-east-2:123456789012:stream/s"},
             "payload":{{payload}}}
            """);

        found.ReadPayload(EventsJson.Default.KinesisEvent).Records.ShouldBeEmpty();
        found.Version.ShouldBe("1.0");
        found.Timestamp.ShouldBe(new DateTimeOffset(2019, 11, 14, 0, 38, 6, 21, TimeSpan.Zero));
        found.RequestContext.ShouldBe(new FailedRequest
        {
            RequestId = "c9b8fa9f",
            FunctionArn = "arn:aws:lambda:us-east-2:123456789012:function:f",
            Condition = "RetryAttemptsExhausted",
            ApproximateInvokeCount = 11,
        });
        found.ResponseContext.ShouldBe(new FailedResponse { StatusCode = 200, ExecutedVersion = "$LATEST", FunctionError = "Unhandled" });
        found.KinesisBatchInfo.ShouldBe(new FailedBatch
        {
            ShardId = "shardId-000000000001",
            StartSequenceNumber = "49",
            EndSequenceNumber = "50",
            ApproximateArrivalOfFirstRecord = new(2019, 11, 14, 0, 38, 4, 835, TimeSpan.Zero),
            ApproximateArrivalOfLastRecord = new(2019, 11, 14, 0, 38, 5, 580, TimeSpan.Zero),
            BatchSize = 2,
            StreamArn = "arn:aws:kinesis:us-east-2:123456789012:stream/s",
        });
    }

    [Fact]
    public void FailedInvocation_OfATableInAQueue_HasNoEvent()
    {
        var found = Read(EventsJson.Default.FailedInvocation, """{"requestContext":{},"version":"1.0","timestamp":"2019-11-14T00:13:19.717Z","DDBStreamBatchInfo":{"shardId":"s","batchSize":1}}""");

        found.TableStreamBatchInfo!.BatchSize.ShouldBe(1);
        Should.Throw<JsonException>(() => found.ReadPayload(EventsJson.Default.TableStreamEvent)).Message.ShouldBe("The record has no payload: only a bucket gets it.");
    }

    private static T Read<T>(JsonTypeInfo<T> type, string json) => JsonSerializer.Deserialize(json, type)!;
}
