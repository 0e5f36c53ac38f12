using System.Text.RegularExpressions;

namespace ServerlessPatterns.Tests.Shared;

/// <summary>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html</summary>
internal static class IamPattern
{
    /// <summary>Whether a value fits a pattern: <c>*</c> is any characters, <c>?</c> one; upper and lower case differ.</summary>
    public static bool Matches(string pattern, string value) => Regex.IsMatch(
        value,
        $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}\\z",
        RegexOptions.Singleline | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));
}
