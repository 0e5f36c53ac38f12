using System.Text.RegularExpressions;
using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.Events;
using Constructs;

namespace ServerlessPatterns;

/// <summary>The checks of <see cref="ImageRepositoryProps"/>, before anything is made and after the hooks.</summary>
internal static partial class ImageRepositoryChecks
{
    public static void ThrowIfInvalid(Construct scope, string id, ImageRepositoryProps props)
    {
        var checks = new Checks();
        CheckName(checks, nameof(props.RepositoryName), props.RepositoryName);
        checks.Require(Enum.IsDefined(props.ImageTagMutability), ErrorCodes.RepositoryLifecycle, nameof(props.ImageTagMutability), props.ImageTagMutability, "IMMUTABLE or MUTABLE", "Use one of the named values.");
        checks.WholeNumber(ErrorCodes.RepositoryLifecycle, nameof(props.MaxTaggedImages), props.MaxTaggedImages, 1, int.MaxValue, "images", "Give as many as a rollback may need.");
        CheckExpiration(checks, nameof(props.UntaggedImageExpiration), props.UntaggedImageExpiration);
        checks.ThrowIfAny(nameof(ImageRepository), scope, id);
    }

    public static void ThrowIfBroken(Construct pattern, RepositoryProps after)
    {
        const string Hook = nameof(ImageRepositoryProps.ConfigureRepository);
        var checks = new Checks();
        CheckName(checks, $"{Hook}.{nameof(after.RepositoryName)}", after.RepositoryName);
        Refuse(checks, $"{Hook}.AutoDeleteImages", LateBound.Read(after, "AutoDeleteImages") is true, "nothing: it would make a custom resource with a function of its own", "Set EmptyOnDelete, which ECR has itself, together with RemovalPolicy.DESTROY.");
        Refuse(checks, $"{Hook}.{nameof(after.Encryption)}", after.Encryption is not null, "nothing: the pattern sets it", "Set EncryptionKey of the pattern.");
        Refuse(checks, $"{Hook}.EncryptionKey", LateBound.Read(after, "EncryptionKey") is not null, "nothing: the pattern sets it", "Set EncryptionKey of the pattern.");
        checks.ThrowIfAny(nameof(ImageRepository), pattern);
    }

    public static void ThrowIfBroken(Construct pattern, RuleProps after)
    {
        const string Hook = nameof(ImageRepositoryProps.ConfigureFindingsRule);
        var checks = new Checks();
        Refuse(checks, $"{Hook}.{nameof(after.Schedule)}", after.Schedule is not null, "nothing: the rule is about scans", "Make a rule of your own for a schedule.");
        Refuse(checks, $"{Hook}.EventBus", LateBound.Read(after, "EventBus") is not null, "nothing: ECR sends its events to the default bus only", "Leave it out.");
        Refuse(checks, $"{Hook}.{nameof(after.EventPattern)}", after.EventPattern is null, "a pattern: the rule would count every event", "Change the pattern instead of removing it.");
        checks.ThrowIfAny(nameof(ImageRepository), pattern);
    }

    // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
    private static void CheckName(Checks checks, string property, string? name) => checks.Require(
        name is null || Tokens.IsUnresolved(name) || (name.Length is >= 2 and <= 256 && Name().IsMatch(name)),
        ErrorCodes.RepositoryName,
        property,
        Checks.Quote(name ?? string.Empty),
        "2 to 256 lower-case letters and digits, with '.', '_', '-' and '/' between them",
        "Give \"shop/orders\", for instance, or leave it out.");

    private static void CheckExpiration(Checks checks, string property, Duration? expiration)
    {
        if (expiration is not null && !expiration.IsUnresolved())
        {
            var days = expiration.ToMilliseconds() / TimeSpan.FromDays(1).TotalMilliseconds;
            checks.WholeNumber(ErrorCodes.RepositoryLifecycle, property, days, 1, int.MaxValue, "days", "ECR counts whole days.");
        }
    }

    private static void Refuse(Checks checks, string property, bool isBroken, string allowed, string fix) =>
        checks.Require(!isBroken, ErrorCodes.RepositoryHookBroke, property, "another value", allowed, fix);

    [GeneratedRegex("^([a-z0-9]+([._-]+[a-z0-9]+)*/)*[a-z0-9]+([._-]+[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
