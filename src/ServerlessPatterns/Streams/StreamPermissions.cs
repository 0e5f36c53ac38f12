using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Kinesis;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns;

/// <summary>What the functions of the stream processors may do: Lambda reads the stream with the function's role.</summary>
internal static class StreamPermissions
{
    // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
    private static readonly string[] Delivery = ["kms:GenerateDataKey"];

    public static void Grant(PatternFunction function, IStream stream, CfnResource? consumer, IBucket failures)
    {
        // https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html
        function.Allow(
            ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"],
            stream.StreamArn);
        if (consumer is not null)
        {
            function.Allow(["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"], consumer.Ref, stream.StreamArn);
        }

        FailureBuckets.AllowDelivery(function, failures);
        KeyStatements.Allow(function, (stream.EncryptionKey, ["kms:Decrypt"]), (failures.EncryptionKey, Delivery));
    }

    public static void Grant(PatternFunction function, ITable table, IBucket failures)
    {
        // https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html
        function.Allow(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], table.TableStreamArn!);

        // A listing has no stream to name but all of the table.
        function.Allow(["dynamodb:ListStreams"], $"{table.TableArn}/stream/*");
        FailureBuckets.AllowDelivery(function, failures);
        KeyStatements.Allow(function, (table.EncryptionKey, ["kms:Decrypt", "kms:DescribeKey"]), (failures.EncryptionKey, Delivery));
    }

    /// <summary>Putting records is all that a writer needs: shards are the stream's own matter.</summary>
    public static Grant GrantWrite(IGrantable grantee, IStream stream)
    {
        stream.EncryptionKey?.Grant(grantee, "kms:GenerateDataKey");
        return stream.Grant(grantee, "kinesis:PutRecord", "kinesis:PutRecords");
    }

    /// <summary>What the replay on the patterns' pages does.</summary>
    public static Grant GrantReplay(IGrantable grantee, PatternFunction function, IBucket failures) =>
        FailureBuckets.GrantReplay(grantee, failures).Combine(Amazon.CDK.AWS.IAM.Grant.AddToPrincipal(new GrantOnPrincipalOptions
        {
            Grantee = grantee,
            Actions = ["lambda:InvokeFunction"],
            ResourceArns = [function.Invoked.FunctionArn],
            Scope = function,
        }));
}
