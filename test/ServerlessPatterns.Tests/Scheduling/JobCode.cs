namespace ServerlessPatterns.Tests.Scheduling;

/// <summary>Code for the functions of these tests, the same in each.</summary>
internal static class JobCode
{
    private static readonly string Folder = Write();

    public static FunctionSettings Settings => new() { Code = Code };

    public static FunctionCode Code => FunctionCode.FromDirectory(Folder, Amazon.CDK.AWS.Lambda.Runtime.PYTHON_3_12, "job.handler");

    private static string Write()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Scheduling", "job");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "job.py"), "def handler(event, context): pass");
        return folder;
    }
}
