using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using ServerlessPatterns.Events;

namespace PatternStarter.Report;

/// <summary>Writes a report of the files that came in on the day before.</summary>
public sealed class ReportFunction
{
    private readonly IAmazonS3 s3;
    private readonly string bucketName;

    /// <summary>Reads the environment and makes the client, once a process.</summary>
    public ReportFunction()
        : this(
            new AmazonS3Client(new AmazonS3Config { RetryMode = RequestRetryMode.Standard, Timeout = TimeSpan.FromSeconds(30) }),
            Environment.GetEnvironmentVariable("BUCKET_NAME") ?? throw new InvalidOperationException("The environment variable BUCKET_NAME is not set."))
    {
    }

    internal ReportFunction(IAmazonS3 s3, string bucketName) => (this.s3, this.bucketName) = (s3, bucketName);

    /// <summary>What the schedule calls, with the time of the run.</summary>
    public async Task<Stream> FunctionHandler(Stream input)
    {
        var run = await JsonSerializer.DeserializeAsync(input, EventsJson.Default.ScheduledInvocation)
            ?? throw new JsonException("The input is null.");
        // Not from the clock: a run that is late or repeated writes the report of its own night.
        var day = DateOnly.FromDateTime(run.ScheduledTime.UtcDateTime).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var report = new FileReport();
        await foreach (var file in s3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = bucketName, Prefix = $"incoming/{day}/" }).S3Objects)
        {
            report.Add(file.Key, file.Size ?? 0);
        }

        var written = new WrittenReport($"reports/{day}.csv", report.Files, report.Bytes);
        await s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucketName,
            Key = written.Key,
            ContentBody = report.ToCsv(),
            ContentType = "text/csv; charset=utf-8",
        });
        var answer = JsonSerializer.SerializeToUtf8Bytes(written, ReportJson.Default.WrittenReport);
        Console.WriteLine(System.Text.Encoding.UTF8.GetString(answer));
        return new MemoryStream(answer);
    }
}
