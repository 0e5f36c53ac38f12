using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace ServerlessPatterns;

/// <summary>An image in an ECR repository.</summary>
internal sealed class ImageCode(IRepository repository, string tagOrDigest) : FunctionCode
{
    private const string DigestPrefix = "sha256:";
    private const int DigestLength = 64;
    private const int LongestTag = 128;

    internal override bool SupportsSnapStart => false;

    internal override IEnumerable<CodeProblem> Check()
    {
        if (!Tokens.IsUnresolved(tagOrDigest) && !IsDigest(tagOrDigest) && !IsTag(tagOrDigest))
        {
            yield return new CodeProblem(
                FunctionCodeErrors.ImageReference,
                tagOrDigest,
                "a tag of at most 128 letters, digits, '_', '.' and '-' that starts with none of the last two, or 'sha256:' and 64 hexadecimal digits",
                "Give the tag or the digest alone, without the repository's name.");
        }
    }

    internal override FunctionPackage Package(Construct scope, Architecture architecture) =>
        new(
            Code.FromEcrImage(repository, new EcrImageCodeProps { TagOrDigest = tagOrDigest }),
            Runtime.FROM_IMAGE,
            Handler.FROM_IMAGE)
        {
            Notices = Notices(),
        };

    internal IReadOnlyList<CodeNotice> Notices() => tagOrDigest is "latest"
        ? [new CodeNotice(
            "ServerlessPatterns:MutableImageTag",
            "The image tag 'latest' moves without CloudFormation noticing: a push does not update the function, and a rollback does not bring the old image back. Deploy a digest, or a tag that is never pushed twice.",
            IsWarning: true)]
        : [];

    private static bool IsDigest(string value) =>
        value.StartsWith(DigestPrefix, StringComparison.Ordinal)
        && value.Length == DigestPrefix.Length + DigestLength
        && value.Skip(DigestPrefix.Length).All(char.IsAsciiHexDigitLower);

    private static bool IsTag(string value) =>
        value.Length <= LongestTag
        && value[0] is not '.' and not '-'
        && value.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-');
}
