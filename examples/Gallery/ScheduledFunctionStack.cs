using Amazon.CDK;
using Constructs;
using ServerlessPatterns;

namespace Gallery;

/// <summary>A job that runs every night.</summary>
public sealed class ScheduledFunctionStack : Stack
{
    public ScheduledFunctionStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var report = new ScheduledFunction(this, "NightlyReport", new()
        {
            Schedule = ScheduleTimes.Cron(minute: "30", hour: "2"),
            TimeZone = "Europe/Berlin",
            FunctionSettings = new() { Code = FunctionCode.FromProject("examples/OrdersHandler") },
        });

        new CfnOutput(this, "Function", new CfnOutputProps { Value = report.Function.Invoked.FunctionName });
    }
}
