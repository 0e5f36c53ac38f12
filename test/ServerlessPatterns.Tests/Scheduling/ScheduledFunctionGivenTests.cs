using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Alias = Amazon.CDK.AWS.Lambda.Alias;
using AliasProps = Amazon.CDK.AWS.Lambda.AliasProps;

namespace ServerlessPatterns.Tests.Scheduling;

public sealed class ScheduledFunctionGivenTests
{
    [Fact]
    public void Function_Given_IsNeverReconfigured()
    {
        var template = Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", Props(Python(stack))));

        template.All("AWS::Lambda::EventInvokeConfig").ShouldBeEmpty();
        template.All("AWS::Logs::LogGroup").ShouldBeEmpty();
        template.All("AWS::SQS::Queue").Keys.Single().ShouldContain("ScheduleDeadLetterQueue");
        template.All("AWS::IAM::Policy").Keys.Single().ShouldContain("ScheduleRole");
        template.Properties("AWS::Scheduler::Schedule")["Target"]!["Arn"].Target().ShouldStartWith("Python");
        template.All("AWS::CloudWatch::Alarm").Keys.ShouldNotContain(id => id.Contains("FunctionDuration", StringComparison.Ordinal));
    }

    [Fact]
    public void Function_AliasGiven_IsAllThatMayBeInvoked()
    {
        var template = Synthesized.Stack(stack =>
        {
            var alias = new Alias(stack, "Live", new AliasProps { AliasName = "live", Version = Python(stack).CurrentVersion });
            new ScheduledFunction(stack, "Job", Props(alias)).Function.Invoked.ShouldBe(alias);
        });

        template.Properties("AWS::Scheduler::Schedule")["Target"]!["Arn"].Target().ShouldStartWith("Live");
        var invoke = template.Properties("AWS::IAM::Policy", "ScheduleRole")["PolicyDocument"]!["Statement"]![0]!;
        invoke["Resource"].Target().ShouldStartWith("Live");
    }

    [Fact]
    public void Function_ImportedWithoutRole_NeedsNoneHere()
    {
        var template = Synthesized.Stack(stack => new ScheduledFunction(
            stack, "Job", Props(Function.FromFunctionArn(stack, "Imported", "arn:aws:lambda:us-east-1:123456789012:function:mine"))));

        template.Annotations.ShouldBeEmpty();
        template.Properties("AWS::IAM::Policy")["PolicyDocument"]!["Statement"]![0].ShouldBeJson(
            """{"Action":"lambda:InvokeFunction","Effect":"Allow","Resource":"arn:aws:lambda:us-east-1:123456789012:function:mine"}""");
    }

    [Theory]
    [InlineData(ScheduleEngine.Scheduler)]
    [InlineData(ScheduleEngine.Rule)]
    public void Resources_OfAnotherStack_MakeNoCycle(ScheduleEngine engine)
    {
        var template = Synthesized.App("Jobs", app =>
        {
            var code = new Stack(app, "Code");
            new ScheduledFunction(new Stack(app, "Jobs"), "Job", new()
            {
                Schedule = ScheduleTimes.Rate(Duration.Days(1)),
                Engine = engine,
                Function = Python(code),
                EncryptionKey = new Key(code, "Key"),
            });
        });

        template.All("AWS::Lambda::Function").ShouldBeEmpty();
        var arn = engine == ScheduleEngine.Rule
            ? template.Properties("AWS::Events::Rule")["Targets"]![0]!["Arn"]
            : template.Properties("AWS::Scheduler::Schedule")["Target"]!["Arn"];
        arn!["Fn::ImportValue"].ShouldNotBeNull();
    }

    [Fact]
    public void Rule_FunctionImportedWithoutAccount_IsAllowedToInvokeIt() => Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", new()
    {
        Schedule = ScheduleTimes.Rate(Duration.Days(1)),
        Engine = ScheduleEngine.Rule,
        Function = Function.FromFunctionArn(stack, "Imported", "arn:aws:lambda:us-east-1:123456789012:function:mine"),
    })).Properties("AWS::Lambda::Permission")["SourceArn"].Target().ShouldContain("Rule");

    [Fact]
    public void EncryptionKey_Imported_IsUsedByTheRoleWithoutAWord()
    {
        var template = Synthesized.Stack(stack => new ScheduledFunction(stack, "Job", new()
        {
            Schedule = ScheduleTimes.Rate(Duration.Days(1)),
            Function = Python(stack),
            EncryptionKey = Key.FromKeyArn(stack, "Key", "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"),
        }));

        template.Annotations.ShouldBeEmpty();
        template.Properties("AWS::IAM::Policy", "ScheduleRole").ToJsonString().ShouldContain(":key/11111111-2222-3333-4444-555555555555");
    }

    private static ScheduledFunctionProps Props(IFunction function) => new() { Schedule = ScheduleTimes.Rate(Duration.Days(1)), Function = function };

    private static Function Python(Stack stack) => new(stack, "Python", new FunctionProps
    {
        Runtime = Runtime.PYTHON_3_12,
        Handler = "index.handler",
        Code = Code.FromInline("def handler(event, context): pass"),
    });
}
