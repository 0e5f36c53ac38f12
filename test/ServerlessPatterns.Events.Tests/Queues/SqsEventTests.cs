using System.Text.Json;
using static ServerlessPatterns.Events.Tests.EventDocument;

namespace ServerlessPatterns.Events.Tests;

/// <summary>The events of queues as AWS documents them, with fields that are not known here.</summary>
public sealed class SqsEventTests
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
}
