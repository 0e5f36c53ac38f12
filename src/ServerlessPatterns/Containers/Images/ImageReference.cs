namespace ServerlessPatterns;

/// <summary>The tag or digest of an image in a repository.</summary>
internal static class ImageReference
{
    private const string DigestPrefix = "sha256:";
    private const int DigestLength = 64;
    private const int LongestTag = 128;

    public static IEnumerable<CodeProblem> Check(string tagOrDigest)
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

    /// <param name="tagOrDigest">The tag or digest.</param>
    /// <param name="user">What runs the image: the function, the tasks.</param>
    public static IReadOnlyList<CodeNotice> Notices(string tagOrDigest, string user) => tagOrDigest is "latest"
        ? [new CodeNotice(
            "ServerlessPatterns:MutableImageTag",
            $"The image tag 'latest' moves without CloudFormation noticing: a push does not update {user}, and a rollback does not bring the old image back. Deploy a digest, or a tag that is never pushed twice.",
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
