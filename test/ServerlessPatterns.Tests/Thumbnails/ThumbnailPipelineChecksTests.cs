using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.S3;

namespace ServerlessPatterns.Tests.Thumbnails;

public sealed class ThumbnailPipelineChecksTests
{
    public static TheoryData<string, string, ThumbnailPipelineProps> Wrong => new()
    {
        { "SP2002", "Sizes", new() { Sizes = [] } },
        { "SP2003", "Sizes[0].Name", new() { Sizes = [new() { Name = "Big One", Width = 1 }] } },
        { "SP2003", "Sizes[1].Name", new() { Sizes = [new() { Name = "a", Width = 1 }, new() { Name = "a", Width = 2 }] } },
        { "SP2004", "Sizes[0].Width", new() { Sizes = [new() { Name = "a", Width = 0 }] } },
        { "SP2004", "Sizes[0].Height", new() { Sizes = [new() { Name = "a", Height = 10001 }] } },
        { "SP2004", "Sizes[0]", new() { Sizes = [new() { Name = "a" }] } },
        { "SP2005", "Sizes[0].Fit", new() { Sizes = [new() { Name = "a", Width = 1, Fit = (ThumbnailFit)9 }] } },
        { "SP2005", "OutputFormat", new() { OutputFormat = (ThumbnailFormat)9 } },
        { "SP2006", "OutputQuality", new() { OutputQuality = 101 } },
        { "SP2007", "MaxInputPixels", new() { MaxInputPixels = 0 } },
        { "SP2008", "SourcePrefixes", new() { SourcePrefixes = ["up*"] } },
        { "SP2008", "SourcePrefixes", new() { SourcePrefixes = [string.Empty] } },
        { "SP2008", "DestinationPrefix", new() { DestinationPrefix = new string('x', 257) } },
        { "SP2009", "SourceSuffixes", new() { SourceSuffixes = [string.Empty] } },
        { "SP2010", "TableDeletionProtection", null! },
        { "SP2011", "PartitionKeyName", new() { PartitionKeyName = "status" } },
        { "SP2011", "SortKeyName", new() { SortKeyName = "objectKey" } },
        { "SP2013", "RuleRetryAttempts", new() { RuleRetryAttempts = 186 } },
        { "SP1014", "FunctionRetryAttempts", new() { FunctionRetryAttempts = 3 } },
        { "SP2008", "SourcePrefixes", new() { SourcePrefixes = [.. Enumerable.Range(0, 60).Select(number => $"customers/{number}/uploads/")] } },
        { "SP2008", "AccessLogsPrefix", new() { AccessLogsPrefix = "a?" } },
        { "SP2010", "ConfigureDestinationBucket", new() { StoreInSourceBucket = true, SourcePrefixes = ["in/"], ConfigureDestinationBucket = Nothing } },
        { "SP2010", "ConfigureAccessLogsBucket", new() { AccessLogs = false, ConfigureAccessLogsBucket = Nothing } },
        { "SP2016", "CacheControl", new() { CacheControl = string.Empty } },
        { "SP2016", "CacheControl", new() { CacheControl = "no-store\r\nX-Other: 1" } },
        { "SP2001", "SourcePrefixes", new() { StoreInSourceBucket = true } },
        { "SP2001", "SourcePrefixes", new() { StoreInSourceBucket = true, SourcePrefixes = ["thumb"] } },
        { "SP2001", "SourcePrefixes", new() { StoreInSourceBucket = true, SourcePrefixes = ["thumbnails/small/"] } },
        { "SP2001", "SourcePrefixes", new() { StoreInSourceBucket = true, SourcePrefixes = ["in/"], DestinationPrefix = string.Empty } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Constructor_OneWrongProp_SaysCodeAndProperty(string code, string property, ThumbnailPipelineProps? props)
    {
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new ThumbnailPipeline(
            stack,
            "Thumbs",
            props ?? new() { Table = Table.FromTableName(stack, "Given", "given"), TableDeletionProtection = true })));

        var problem = thrown.Problems.Single();
        problem.Code.ShouldBe(code);
        problem.Property.ShouldBe(property);
        thrown.ConstructPath.ShouldBe("Test/Thumbs");
    }

    [Fact]
    public void Constructor_SeveralWrongProps_SaysAllAtOnceBeforeAnythingIsMade()
    {
        Stack? made = null;
        var thrown = Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            made = stack;
            new ThumbnailPipeline(stack, "Thumbs", new()
            {
                OutputQuality = 0,
                MaxInputSize = Size.Gibibytes(1),
                FunctionMaxEventAge = Duration.Seconds(59),
                RuleMaxEventAge = Duration.Hours(25),
                DeletedItemTimeToLive = Duration.Days(14),
                FunctionSettings = new() { MemorySize = 64 },
            });
        }));

        thrown.Message.ShouldBe(
            """
            ThumbnailPipeline 'Test/Thumbs' has 6 problems (docs/errors.md explains each code):
              SP2006 OutputQuality: 0 was given; allowed: 1 to 100. 80 suits most photographs.
              SP2007 MaxInputSize: 1073741824 was given; allowed: 1 to 536870912 bytes. The whole object is read into the function's memory.
              SP1015 FunctionMaxEventAge: 59 seconds was given; allowed: 60 to 21600 seconds. Lambda keeps events for six hours at most.
              SP2014 RuleMaxEventAge: 90000 seconds was given; allowed: 60 to 86400 seconds. EventBridge tries for a day at most.
              SP2012 DeletedItemTimeToLive: 1209600 seconds was given; allowed: 1296000 to 315360000 seconds. The item must outlive the dead letters about its object, which are kept for 14 days.
              SP1001 FunctionSettings.MemorySize: 64 was given; allowed: 128 to 10240 MiB. Give a size that Lambda has.
            """,
            StringCompareShould.IgnoreLineEndings);
        made!.Node.FindAll().Length.ShouldBe(2, "the stack and the empty pipeline");
    }

    [Fact]
    public void Constructor_UnresolvedTokens_ReachTheTemplate()
    {
        var template = Synthesized.Stack(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" });
            var text = new CfnParameter(stack, "Text");
            new ThumbnailPipeline(stack, "Thumbs", new()
            {
                CacheControl = text.ValueAsString,
                DestinationPrefix = text.ValueAsString,
                MaxInputSize = Size.Bytes(number.ValueAsNumber),
                DeletedItemTimeToLive = Duration.Seconds(number.ValueAsNumber),
                FunctionMaxEventAge = Duration.Seconds(number.ValueAsNumber),
                FunctionSettings = new() { MemorySize = number.ValueAsNumber, Timeout = Duration.Seconds(number.ValueAsNumber) },
            });
        });

        var function = template.Properties("AWS::Lambda::Function");
        var variables = function["Environment"]!["Variables"]!;
        function["MemorySize"].ShouldBeJson("""{"Ref":"Number"}""");
        function["Timeout"].ShouldBeJson("""{"Ref":"Number"}""");
        variables["MAX_INPUT_BYTES"].ShouldBeJson("""{"Ref":"Number"}""");
        variables["DELETED_ITEM_TTL_SECONDS"].ShouldBeJson("""{"Ref":"Number"}""");
        variables["CACHE_CONTROL"].ShouldBeJson("""{"Ref":"Text"}""");
        template.Properties("AWS::Lambda::EventInvokeConfig")["MaximumEventAgeInSeconds"].ShouldBeJson("""{"Ref":"Number"}""");
    }

    [Fact]
    public void Constructor_TokensInUnitsThatCannotBeConverted_SayWhichUnitWorks() =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            var number = new CfnParameter(stack, "Number", new CfnParameterProps { Type = "Number" }).ValueAsNumber;
            new ThumbnailPipeline(stack, "Thumbs", new()
            {
                MaxInputSize = Size.Mebibytes(number),
                DeletedItemTimeToLive = Duration.Days(number),
                FunctionSettings = new() { Timeout = Duration.Minutes(number) },
            });
        })).Problems.Select(problem => $"{problem.Code} {problem.Allowed}").ShouldBe(
            ["SP2007 Size.Bytes(...)", "SP2012 Duration.Seconds(...)", "SP1002 Duration.Seconds(...)"]);

    [Fact]
    public void Constructor_NoncurrentVersionsOfHalfADay_AreRefused() =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
            new ThumbnailPipeline(stack, "Thumbs", new() { NoncurrentVersionExpiration = Duration.Hours(12) })))
            .Problems.Single().Code.ShouldBe("SP2017");

    [Fact]
    public void Constructor_MorePixelsThanTheMemoryHolds_IsSaidOnTheStack() =>
        Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new() { FunctionSettings = new() { MemorySize = 512 } }))
            .Annotations.ShouldContain(text => text.Contains("may take 1509 MiB", StringComparison.Ordinal));

    [Fact]
    public void Constructor_OneBucketWithPrefixesOnlyKnownLater_IsRefused() =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack => new ThumbnailPipeline(stack, "Thumbs", new()
        {
            StoreInSourceBucket = true,
            SourcePrefixes = [new CfnParameter(stack, "Prefix").ValueAsString],
        }))).Problems.Single().Code.ShouldBe("SP2001");

    [Fact]
    public void Constructor_SourceBucketForItsOwnLogs_IsRefused() =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            var bucket = new Bucket(stack, "Bucket");
            new ThumbnailPipeline(stack, "Thumbs", new() { SourceBucket = bucket, AccessLogsBucket = bucket });
        })).Problems.Single().Property.ShouldBe("AccessLogsBucket");

    [Theory]
    [InlineData("ConfigureSourceBucket")]
    [InlineData("NoncurrentVersionExpiration")]
    [InlineData("ConfigureDestinationBucket")]
    [InlineData("StoreInSourceBucket")]
    [InlineData("ConfigureAccessLogsBucket")]
    [InlineData("ConfigureTable")]
    [InlineData("FunctionMaxEventAge")]
    [InlineData("FunctionRetryAttempts")]
    public void Constructor_SettingBesideAGivenResource_IsRefused(string setting) =>
        Should.Throw<PatternValidationException>(() => Synthesized.Stack(stack =>
        {
            var (one, other, logs) = (new Bucket(stack, "One"), new Bucket(stack, "Other"), new Bucket(stack, "Logs"));
            new ThumbnailPipeline(stack, "Thumbs", new()
            {
                SourceBucket = one,
                DestinationBucket = other,
                AccessLogsBucket = logs,
                Table = Table.FromTableName(stack, "Table", "images"),
                SourcePrefixes = ["in/"],
                ConfigureSourceBucket = setting == "ConfigureSourceBucket" ? Nothing : null,
                NoncurrentVersionExpiration = setting == "NoncurrentVersionExpiration" ? Duration.Days(1) : null,
                ConfigureDestinationBucket = setting == "ConfigureDestinationBucket" ? Nothing : null,
                StoreInSourceBucket = setting == "StoreInSourceBucket",
                ConfigureAccessLogsBucket = setting == "ConfigureAccessLogsBucket" ? Nothing : null,
                ConfigureTable = setting == "ConfigureTable" ? Nothing : null,
                Function = Amazon.CDK.AWS.Lambda.Function.FromFunctionName(stack, "Function", "mine"),
                FunctionMaxEventAge = setting == "FunctionMaxEventAge" ? Duration.Hours(1) : null,
                FunctionRetryAttempts = setting == "FunctionRetryAttempts" ? 1 : null,
            });
        })).Problems.ShouldContain(problem => problem.Code == "SP2010" && problem.Property == setting);

    private static void Nothing(object props)
    {
    }
}
