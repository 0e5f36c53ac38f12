using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>A prebuilt .zip that ships with the library.</summary>
internal sealed class BundleCode(string fileName, Runtime runtime, string handler, string folder) : FunctionCode
{
    private const string ArchitecturePlaceholder = "{arch}";

    /// <summary>Where the package's build files copy the bundles: beside the library in the app's output.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "handlers");

    internal override bool SupportsSnapStart => runtime.SupportsSnapStart;

    internal override IEnumerable<CodeProblem> Check() => Names()
        .Select(name => Path.Combine(folder, name))
        .Where(file => !File.Exists(file))
        .Select(file => new CodeProblem(
            FunctionCodeErrors.BundleNotFound,
            file,
            "the default handler that ships in the ServerlessPatterns package",
            "Restore and build the app again; if it still is missing, give the pattern your own FunctionCode."));

    internal override FunctionPackage Package(Construct scope, Architecture architecture) =>
        new(Code.FromAsset(Path.Combine(folder, Name(LambdaArchitecture.Short(architecture)))), runtime, handler);

    private IEnumerable<string> Names() => new[] { Name("x64"), Name("arm64") }.Distinct(StringComparer.Ordinal);

    private string Name(string architecture) =>
        fileName.Replace(ArchitecturePlaceholder, architecture, StringComparison.Ordinal);
}
