using System.Text;
using System.Text.RegularExpressions;
using Amazon.CDK;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="FunctionSettings"/>, the same in every pattern.</summary>
internal static partial class FunctionChecks
{
    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    private const int MaxEnvironmentBytes = 4096;

    public static void Check(Checks checks, string property, FunctionRequest request, MonitoringOptions monitoring)
    {
        var settings = request.Settings;
        if (request.Given is not null)
        {
            CheckGiven(checks, property, request);
            return;
        }

        checks.WholeNumber(ErrorCodes.FunctionMemory, $"{property}.MemorySize", settings.MemorySize, 128, 10240, "MiB", "Give a size that Lambda has.");
        checks.Seconds(ErrorCodes.FunctionTimeout, $"{property}.Timeout", settings.Timeout, 1, 900, "Split longer work, or run it as a container.");
        checks.WholeNumber(ErrorCodes.FunctionStorage, $"{property}.EphemeralStorageSize", Mebibytes(settings.EphemeralStorageSize), 512, 10240, "MiB", "Give a size that Lambda has.");
        checks.WholeNumber(ErrorCodes.FunctionConcurrency, $"{property}.ReservedConcurrentExecutions", settings.ReservedConcurrentExecutions, 0, int.MaxValue, "invocations", "Leave it out to share the account's concurrency.");
        CheckVariables(checks, $"{property}.Environment", settings.Environment ?? new Dictionary<string, string>(), request);
        CheckNetwork(checks, property, settings);
        CheckCode(checks, property, request);
        CheckSnapStart(checks, property, request);

        checks.Require(
            settings.DeploymentConfig is null || monitoring.Enabled,
            ErrorCodes.FunctionReleaseWithoutAlarms,
            $"{property}.DeploymentConfig",
            "a gradual deployment without alarms",
            "a gradual deployment together with alarms, which are what takes it back",
            "Leave out MonitoringOptions.None, or DeploymentConfig.");
    }

    private static void CheckGiven(Checks checks, string property, FunctionRequest request)
    {
        var settings = request.Settings;
        var set = settings.Code ?? settings.MemorySize ?? settings.Timeout ?? settings.EphemeralStorageSize
            ?? settings.Architecture ?? settings.Environment ?? settings.Vpc ?? settings.VpcSubnets ?? settings.SecurityGroups
            ?? settings.Role ?? settings.ReservedConcurrentExecutions
            ?? settings.LogRetention ?? settings.DeploymentConfig ?? (object?)request.Configure;
        checks.Require(
            set is null && !settings.SnapStart,
            ErrorCodes.FunctionGivenAndSet,
            property,
            "settings beside a function that was given",
            "one of the two: a function that is given is never reconfigured",
            "Configure the function where it is made, or leave it out and set everything here.");
    }

    /// <summary>The names and the size of the user's variables, beside those of the pattern.</summary>
    public static void CheckVariables(Checks checks, string property, IReadOnlyDictionary<string, string> given, FunctionRequest request)
    {
        foreach (var name in given.Keys)
        {
            checks.Require(
                VariableName().IsMatch(name) && !ReservedName().IsMatch(name),
                ErrorCodes.FunctionVariableName,
                property,
                Checks.Quote(name),
                "letters, digits and _, beginning with a letter, and none that Lambda reserves (AWS_REGION, _HANDLER and the like)",
                "Rename the variable.");
            checks.Require(
                !request.Environment.ContainsKey(name),
                ErrorCodes.FunctionVariableTaken,
                property,
                Checks.Quote(name),
                "names that the pattern does not set itself",
                "Rename the variable, or set the pattern's own property for it.");
        }

        var bytes = given.Concat(request.Environment)
            .Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value));
        checks.Require(
            bytes <= MaxEnvironmentBytes,
            ErrorCodes.FunctionVariablesTooLarge,
            property,
            $"{bytes} bytes, those of the pattern included",
            $"{MaxEnvironmentBytes} bytes",
            "Keep large values in a parameter or an object, and pass its name.");
    }

    private static void CheckNetwork(Checks checks, string property, FunctionSettings settings) =>
        checks.Require(
            settings.Vpc is not null || (settings.VpcSubnets is null && settings.SecurityGroups is null),
            ErrorCodes.FunctionNetwork,
            $"{property}.Vpc",
            null,
            "the VPC of the subnets and security groups",
            "Set Vpc, or leave out VpcSubnets and SecurityGroups.");

    private static void CheckCode(Checks checks, string property, FunctionRequest request)
    {
        if ((request.Settings.Code ?? request.Defaults.Code) is not { } code)
        {
            checks.Add(ErrorCodes.FunctionCodeMissing, $"{property}.Code", null, "the code to run: this pattern has no handler of its own", "Set FunctionCode.FromProject(path), for instance.");
            return;
        }

        foreach (var problem in code.Check())
        {
            checks.Add(problem.Code, $"{property}.Code", problem.Value, problem.Allowed, problem.Fix);
        }
    }

    // https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html
    private static void CheckSnapStart(Checks checks, string property, FunctionRequest request)
    {
        if (!request.Settings.SnapStart)
        {
            return;
        }

        var storage = Mebibytes(request.Settings.EphemeralStorageSize);
        checks.Require(storage is null or 512, ErrorCodes.FunctionSnapStart, $"{property}.EphemeralStorageSize", storage, "512 MiB with SnapStart", "Leave out one of the two.");
        checks.Require(
            (request.Settings.Code ?? request.Defaults.Code)?.SupportsSnapStart ?? true,
            ErrorCodes.FunctionSnapStart,
            $"{property}.SnapStart",
            "code that cannot be started from a snapshot",
            ".NET, Java and Python from a zip asset",
            "Leave out SnapStart.");
    }

    public static double? Mebibytes(Size? size) => size is null || size.IsUnresolved() ? null : size.ToMebibytes(new SizeConversionOptions { Rounding = SizeRoundingBehavior.NONE });

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VariableName();

    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
    [GeneratedRegex("^(AWS_(REGION|DEFAULT_REGION|EXECUTION_ENV|LAMBDA_FUNCTION_(NAME|MEMORY_SIZE|VERSION)|LAMBDA_INITIALIZATION_TYPE|LAMBDA_LOG_(GROUP|STREAM)_NAME|ACCESS_KEY|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|LAMBDA_RUNTIME_API)|_HANDLER|_X_AMZN_TRACE_ID|LAMBDA_TASK_ROOT|LAMBDA_RUNTIME_DIR)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReservedName();
}
