using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Logs;

namespace ServerlessPatterns.Tests.Crud;

public sealed class CrudRestApiOverrideTests
{
    [Fact]
    public void Environment_EverythingSet_FollowsTheProps()
    {
        var variables = Make(new()
        {
            ResourceName = "lines",
            Operations = CrudOperations.Read | CrudOperations.List,
            PartitionKeyName = "order",
            PartitionKeyType = AttributeType.NUMBER,
            SortKeyName = "line",
            SortKeyType = AttributeType.NUMBER,
            TimeToLiveAttribute = "expiresAt",
            DefaultPageSize = 5,
            MaxPageSize = 10,
            MaxBodySize = Size.Kibibytes(16),
            Cors = new() { AllowOrigins = ["https://a.example.com", "https://b.example.com"], ExposeHeaders = ["ETag"], AllowCredentials = true },
        }).Properties("AWS::Lambda::Function")["Environment"]!["Variables"]!;

        Texts(variables).ShouldBe(
            new Dictionary<string, string>
            {
                ["RESOURCE_NAME"] = "lines",
                ["OPERATIONS"] = "read,list",
                ["PARTITION_KEY"] = "order",
                ["PARTITION_KEY_TYPE"] = "N",
                ["SORT_KEY"] = "line",
                ["SORT_KEY_TYPE"] = "N",
                ["TTL_ATTRIBUTE"] = "expiresAt",
                ["DEFAULT_PAGE_SIZE"] = "5",
                ["MAX_PAGE_SIZE"] = "10",
                ["MAX_BODY_BYTES"] = "16384",
                ["CORS_ALLOW_ORIGINS"] = "https://a.example.com,https://b.example.com",
                ["CORS_ALLOW_CREDENTIALS"] = "true",
                ["CORS_EXPOSE_HEADERS"] = "ETag",
            },
            ignoreOrder: true);
    }

    [Fact]
    public void Table_KeysExpiryAndProtection_FollowTheProps()
    {
        var table = Make(new()
        {
            ResourceName = "orders",
            PartitionKeyName = "order",
            PartitionKeyType = AttributeType.NUMBER,
            SortKeyName = "line",
            TimeToLiveAttribute = "expiresAt",
            TableDeletionProtection = true,
        }).Properties("AWS::DynamoDB::Table");

        table["KeySchema"].ShouldBeJson("""[{"AttributeName":"order","KeyType":"HASH"},{"AttributeName":"line","KeyType":"RANGE"}]""");
        table["AttributeDefinitions"].ShouldBeJson("""[{"AttributeName":"order","AttributeType":"N"},{"AttributeName":"line","AttributeType":"S"}]""");
        table["TimeToLiveSpecification"].ShouldBeJson("""{"AttributeName":"expiresAt","Enabled":true}""");
        ((bool?)table["DeletionProtectionEnabled"]).ShouldBe(true);
    }

    [Fact]
    public void TableResource_Made_TakesSecondaryIndexes()
    {
        var table = Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new() { ResourceName = "orders" }).TableResource!
            .AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps
            {
                IndexName = "byCustomer",
                PartitionKey = new Amazon.CDK.AWS.DynamoDB.Attribute { Name = "customer", Type = AttributeType.STRING },
            })).Properties("AWS::DynamoDB::Table");

        ((string?)table["GlobalSecondaryIndexes"]![0]!["IndexName"]).ShouldBe("byCustomer");
    }

    [Fact]
    public void ItemSchema_Given_IsAppliedToWholeItemsOfEveryContentType()
    {
        var template = Make(new() { ResourceName = "orders", SortKeyName = "line", ItemSchema = """{"type":"object","required":["a"],"properties":{"a":{"enum":[1,null]},"b":{}}}""" });

        ((string?)template.Properties("AWS::ApiGateway::Model")["Schema"]).ShouldBe(
            """{"$schema":"http://json-schema.org/draft-04/schema#","type":"object","required":["a"],"properties":{"a":{"enum":[1,null]},"b":{}}}""");
        template.Properties("AWS::ApiGateway::RequestValidator")["ValidateRequestBody"].ShouldBeJson("true");
        var validated = RestRoutes.Methods(template).Where(method => method["RequestValidatorId"] is not null).ToList();
        validated.Select(method => RestRoutes.Name(template, method)).ShouldBe(
            ["POST /orders", "POST /orders/{id}", "PUT /orders/{id}/{sort}"], ignoreOrder: true);
        foreach (var models in validated.Select(method => method["RequestModels"]!.AsObject()))
        {
            models.Single().Key.ShouldBe("$default");
            models.Single().Value.Target().ShouldStartWith("OrdersItemModel");
        }
    }

    [Fact]
    public void UsagePlan_Given_StandsBesideTheAccess()
    {
        var template = Make(new()
        {
            ResourceName = "orders",
            UsagePlan = new() { QuotaLimit = 100, QuotaPeriod = Period.MONTH, RateLimit = 3, BurstLimit = 4 },
            Cors = new() { AllowOrigins = ["*"] },
        });

        var plan = template.Properties("AWS::ApiGateway::UsagePlan");
        plan["Quota"].ShouldBeJson("""{"Limit":100,"Period":"MONTH"}""");
        plan["Throttle"].ShouldBeJson("""{"BurstLimit":4,"RateLimit":3}""");
        template.Properties("AWS::ApiGateway::UsagePlanKey")["KeyId"].Target().ShouldBe(template.All("AWS::ApiGateway::ApiKey").Keys.Single());
        foreach (var method in RestRoutes.Methods(template))
        {
            var isPreflight = (string?)method["HttpMethod"] == "OPTIONS";
            ((bool?)method["ApiKeyRequired"]).ShouldBe(!isPreflight);
            ((string?)method["AuthorizationType"]).ShouldBe(isPreflight ? "NONE" : "AWS_IAM");
        }
    }

    [Fact]
    public void Waf_Given_BlocksByRateAndRulesButNotLargeItems()
    {
        var template = Make(new() { ResourceName = "orders", Waf = new() { RateLimit = 300 } });

        var rules = template.Properties("AWS::WAFv2::WebACL")["Rules"]!.AsArray();
        rules.Select(rule => (string?)rule!["Name"]).ShouldBe(["RateLimit", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"]);
        rules[0]!["Statement"]!["RateBasedStatement"].ShouldBeJson("""{"AggregateKeyType":"IP","Limit":300}""");
        rules[1]!["Statement"]!["ManagedRuleGroupStatement"]!["RuleActionOverrides"].ShouldBeJson(
            """[{"ActionToUse":{"Count":{}},"Name":"SizeRestrictions_BODY"}]""");
        template.Properties("AWS::WAFv2::WebACLAssociation")["ResourceArn"]!.ToJsonString().ShouldContain("/restapis/");
    }

    [Fact]
    public void Cors_SeveralOrigins_OpensGatewayErrorsToAllAndItemsToThose()
    {
        var several = Make(new() { ResourceName = "orders", Cors = new() { AllowOrigins = ["https://a.example.com", "https://b.example.com"] } });
        var one = Make(new() { ResourceName = "orders", Cors = new() { AllowOrigins = ["https://a.example.com"], AllowCredentials = true } });

        Origins(several).ShouldAllBe(origin => origin == "'*'");
        Origins(one).ShouldAllBe(origin => origin == "'https://a.example.com'");
        var preflight = RestRoutes.Methods(several).First(method => (string?)method["HttpMethod"] == "OPTIONS");
        preflight["Integration"]!["IntegrationResponses"]![0]!["ResponseTemplates"]!.ToJsonString().ShouldContain("https://b.example.com");
    }

    [Fact]
    public void Domain_Given_IsTheOnlyWayIn()
    {
        var url = string.Empty;
        var template = Synthesized.Stack(stack =>
            url = new CrudRestApi(stack, "Orders", new() { ResourceName = "orders", Domain = PatternSnapshot.Domain(stack, "v1") }).Url);

        url.ShouldBe("https://api.example.com/v1/orders");
        ((bool?)template.Properties("AWS::ApiGateway::RestApi")["DisableExecuteApiEndpoint"]).ShouldBe(true);
        var configuration = template.Properties("AWS::ApiGatewayV2::DomainName")["DomainNameConfigurations"]![0]!;
        ((string?)configuration["SecurityPolicy"]).ShouldBe("TLS_1_2");
        ((string?)configuration["EndpointType"]).ShouldBe("REGIONAL");
        ((string?)template.Properties("AWS::ApiGatewayV2::ApiMapping")["ApiMappingKey"]).ShouldBe("v1");
        template.All("AWS::Route53::RecordSet").Values.Select(record => (string?)record["Properties"]!["Type"]).ShouldBe(["A", "AAAA"], ignoreOrder: true);
    }

    [Fact]
    public void Url_WithoutDomain_NamesStageAndResource() => Synthesized.Stack(stack =>
        new CfnOutput(stack, "Url", new CfnOutputProps { Value = new CrudRestApi(stack, "Orders", new() { ResourceName = "orders" }).Url }))
        .Template["Outputs"]!["Url"]!["Value"]!["Fn::Join"]![1]!.AsArray()[^1].ShouldBeJson("\"/orders\"");

    [Fact]
    public void DynamoDbEndpoint_InAVpc_IsForTheTableOnly()
    {
        var template = Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new()
        {
            ResourceName = "orders",
            Operations = CrudOperations.Read,
            FunctionSettings = new() { Vpc = new Vpc(stack, "Vpc", new VpcProps { MaxAzs = 1, RestrictDefaultSecurityGroup = false }) },
            DynamoDbEndpoint = true,
        }));

        var statement = template.Properties("AWS::EC2::VPCEndpoint")["PolicyDocument"]!["Statement"]!.AsArray().Single()!;
        statement["Action"].ShouldBeJson("\"dynamodb:GetItem\"");
        statement["Resource"].Target().ShouldStartWith("OrdersTable");
    }

    [Fact]
    public void EncryptionKey_Given_EncryptsTableAndLogs()
    {
        var template = Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", new() { ResourceName = "orders", EncryptionKey = new Key(stack, "Key") }));

        template.Properties("AWS::DynamoDB::Table")["SSESpecification"]!["KMSMasterKeyId"].Target().ShouldStartWith("Key");
        template.All("AWS::Logs::LogGroup").Values.ShouldAllBe(group => group["Properties"]!["KmsKeyId"].Target().StartsWith("Key", StringComparison.Ordinal));
        template.Properties("AWS::KMS::Key")["KeyPolicy"]!.ToJsonString().ShouldContain("kms:EncryptionContext:aws:logs:arn");
    }

    [Fact]
    public void RemovalAndRetention_Given_ReachTableAndLogs()
    {
        var template = Make(new() { ResourceName = "orders", RemovalPolicy = RemovalPolicy.DESTROY, AccessLogRetention = RetentionDays.ONE_WEEK });

        foreach (var resource in template.All("AWS::DynamoDB::Table").Concat(template.All("AWS::Logs::LogGroup")))
        {
            ((string?)resource.Value["DeletionPolicy"]).ShouldBe("Delete", resource.Key);
        }

        ((double?)template.Properties("AWS::Logs::LogGroup", "AccessLogs")["RetentionInDays"]).ShouldBe(7);
        ((double?)template.Properties("AWS::Logs::LogGroup", "ExecutionLogs")["RetentionInDays"]).ShouldBe(7);
    }

    [Fact]
    public void FunctionSettings_LongerThanTheApiWaits_IsSaidOnTheStack() =>
        Make(new() { ResourceName = "orders", FunctionSettings = new() { Timeout = Duration.Seconds(60) } })
            .Annotations.ShouldContain(text => text.Contains("API Gateway waits 29 seconds", StringComparison.Ordinal));

    private static IEnumerable<string?> Origins(Synthesized template) => template.All("AWS::ApiGateway::GatewayResponse").Values
        .Select(response => (string?)response["Properties"]!["ResponseParameters"]!["gatewayresponse.header.Access-Control-Allow-Origin"]);

    private static Dictionary<string, string> Texts(JsonNode variables) => variables.AsObject().Where(pair => pair.Value is JsonValue)
        .ToDictionary(pair => pair.Key, pair => (string)pair.Value!);

    private static Synthesized Make(CrudRestApiProps props) => Synthesized.Stack(stack => new CrudRestApi(stack, "Orders", props));
}
