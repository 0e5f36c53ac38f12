using System.Text.Json.Nodes;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>The calls that the deployed function makes, held against the policies of its deployed role.</summary>
public sealed class ThumbnailPermissionTests(ThumbnailDeployment deployment) : ThumbnailTests(deployment)
{
    /// <summary>What Lambda itself does with the role, and no call of the handler shows.</summary>
    private static readonly string[] ForLambda =
        ["logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    [Fact]
    public async Task Role_CallsOfEveryKindOfInvocation_AreAllowedAndNothingIsToSpare()
    {
        await RunEveryKindAsync();

        await Deployment.Running.CheckPermissionsAsync(ForLambda);
    }

    [Fact]
    public async Task Role_CallsOutsideOfThePattern_AreRefused()
    {
        var policy = await Deployment.Running.ReadPolicyAsync();
        var (source, destination) = ($"arn:aws:s3:::{Source}", $"arn:aws:s3:::{Destination}");
        var table = $"arn:aws:dynamodb:{Deployment.Stack.Region}:{Deployment.Stack.Account}:table/{Table}";

        // First that the ARNs are right at all.
        policy.Allows("s3:GetObject", $"{source}/uploads/a.jpg").ShouldBeTrue();
        policy.Allows("s3:PutObject", $"{destination}/thumbnails/small/a.jpg.webp").ShouldBeTrue();
        policy.Allows("dynamodb:UpdateItem", table).ShouldBeTrue();

        (string Action, string Resource)[] outside =
        [
            ("s3:PutObject", $"{source}/uploads/a.jpg"),
            ("s3:DeleteObject", $"{source}/uploads/a.jpg"),
            ("s3:GetObject", $"{source}/private/a.jpg"),
            ("s3:GetObject", $"{destination}/thumbnails/small/a.jpg.webp"),
            ("s3:PutObject", $"{destination}/elsewhere/a.jpg"),
            ("s3:ListBucket", destination),
            ("s3:GetObject", "arn:aws:s3:::another-bucket/uploads/a.jpg"),
            ("dynamodb:DeleteItem", table),
            ("dynamodb:DeleteTable", table),
            ("dynamodb:UpdateItem", $"{table}-of-somebody-else"),
        ];
        outside.ShouldAllBe(call => !policy.Allows(call.Action, call.Resource));
    }

    private async Task RunEveryKindAsync()
    {
        var stored = await UploadAsync("uploads/permissions.jpg", Photos.Rocket);
        await DeliverAsync(S3Event.Created(stored));
        await InvokeAsync(new() { ["backfill"] = new JsonObject { ["bucket"] = Source, ["prefix"] = stored.Key } });
        await DeliverAsync(S3Event.DeleteMarkerCreated(await DeleteAsync(stored)));
    }
}
