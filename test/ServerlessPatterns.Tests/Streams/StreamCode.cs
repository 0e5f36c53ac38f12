using Amazon.CDK.AWS.Lambda;

namespace ServerlessPatterns.Tests.Streams;

/// <summary>Code for the functions of stream processors, which have no handler of their own.</summary>
internal static class StreamCode
{
    private static readonly Lazy<string> Folder = new(() =>
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "stream-code")).FullName;
        File.WriteAllText(Path.Combine(folder, "main.py"), "def handler(event, context): return {'batchItemFailures': []}\n");
        return folder;
    });

    public static FunctionCode Code => FunctionCode.FromDirectory(Folder.Value, Runtime.PYTHON_3_12, "main.handler");

    public static FunctionSettings Settings => new() { Code = Code };
}
