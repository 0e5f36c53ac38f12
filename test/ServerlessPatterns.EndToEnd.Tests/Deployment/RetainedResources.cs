using System.Net;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Asks the services themselves what is still there, whatever CloudFormation says.</summary>
internal sealed class RetainedResources(AwsApi aws)
{
    public async Task<bool> ExistsAsync(DeployedResource resource)
    {
        var id = resource.PhysicalId;
        try
        {
            return resource.Type switch
            {
                "AWS::S3::Bucket" => await aws.S3.GetBucketVersioningAsync(id) is not null,
                "AWS::DynamoDB::Table" => await aws.DynamoDb.DescribeTableAsync(id) is not null,
                "AWS::SQS::Queue" => await aws.JsonAsync("sqs", "AmazonSQS.GetQueueAttributes", new { QueueUrl = id }) is not null,
                "AWS::Kinesis::Stream" => await aws.JsonAsync("kinesis", "Kinesis_20131202.DescribeStreamSummary", new { StreamName = id }) is not null,
                "AWS::ApiGateway::RestApi" => await aws.GetAsync("apigateway", $"/restapis/{id}") is not null,
                "AWS::Logs::LogGroup" => await LogGroupExistsAsync(id),
                "AWS::Lambda::Function" => await aws.GetAsync("lambda", $"/2015-03-31/functions/{id}") is not null,
                "AWS::Lambda::EventSourceMapping" => await aws.GetAsync("lambda", $"/2015-03-31/event-source-mappings/{id}") is not null,
                "AWS::ECR::Repository" => await aws.JsonAsync("ecr", "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories", new { repositoryNames = new[] { id } }) is not null,
                "AWS::Events::Rule" => await aws.JsonAsync("events", "AWSEvents.DescribeRule", new { Name = id }) is not null,
                "AWS::IAM::Role" => await aws.QueryAsync("iam", "2010-05-08", "GetRole", ("RoleName", id)) is not null,
                var other => throw new NotSupportedException($"How to look for an {other} is not known here."),
            };
        }
        catch (HttpRequestException missing) when (missing.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest)
        {
            return false;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private async Task<bool> LogGroupExistsAsync(string name)
    {
        var found = await aws.JsonAsync("logs", "Logs_20140328.DescribeLogGroups", new { logGroupNamePrefix = name });
        return found["logGroups"]!.AsArray().Select(group => group!["logGroupName"]!).Any(found => JsonNode.DeepEquals(found, name));
    }
}
