using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using ServerlessPatterns.Events;

namespace NightlyReport;

/// <summary>Writes a report of the orders of the day before to a bucket.</summary>
public sealed class ReportFunction
{
    private readonly OrderTable orders;
    private readonly IAmazonS3 bucket;
    private readonly string bucketName;

    /// <summary>Reads the environment and makes the clients.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "They live as long as the process.")]
    public ReportFunction()
        : this(
            new AmazonDynamoDBClient(new AmazonDynamoDBConfig { RetryMode = RequestRetryMode.Standard, Timeout = TimeSpan.FromSeconds(10) }),
            Variable("TABLE_NAME"),
            new AmazonS3Client(new AmazonS3Config { RetryMode = RequestRetryMode.Standard, Timeout = TimeSpan.FromSeconds(30) }),
            Variable("BUCKET_NAME"))
    {
    }

    internal ReportFunction(IAmazonDynamoDB table, string tableName, IAmazonS3 bucket, string bucketName) =>
        (orders, this.bucket, this.bucketName) = (new OrderTable(table, tableName), bucket, bucketName);

    /// <summary>What a schedule calls, with <see cref="ScheduledInvocation.Input"/> as its input.</summary>
    /// <param name="input">The scheduled time; the day before it is the day of the report.</param>
    /// <returns>What was written.</returns>
    public async Task<Stream> FunctionHandler(Stream input)
    {
        var invocation = await JsonSerializer.DeserializeAsync(input, EventsJson.Default.ScheduledInvocation)
            ?? throw new JsonException("The input is null.");
        // Not from the clock: a run that is late or repeated writes the report of its own night.
        var day = DateOnly.FromDateTime(invocation.ScheduledTime.UtcDateTime).AddDays(-1);
        var report = await DailyReport.MakeAsync(day, orders.ReadAsync());
        var key = string.Create(CultureInfo.InvariantCulture, $"reports/{day:yyyy}/{day:MM}/orders-{day:yyyy-MM-dd}.csv");
        await bucket.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucketName,
            Key = key,
            ContentBody = report.ToCsv(),
            ContentType = "text/csv; charset=utf-8",
        });

        var summary = new ReportSummary(key, report.Orders, report.Customers.Count, report.Skipped);
        Console.WriteLine(JsonSerializer.Serialize(summary, ReportJson.Default.ReportSummary));
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(summary, ReportJson.Default.ReportSummary));
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"The environment variable {name} is not set.");
}
