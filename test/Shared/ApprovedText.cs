namespace ServerlessPatterns.Tests.Shared;

/// <summary>A text file that somebody has looked at and accepted, as the snapshots of templates are.</summary>
internal static class ApprovedText
{
    /// <summary>Whether what is there is accepted, by UPDATE_SNAPSHOTS.</summary>
    public static bool IsAccepting => IsSet("UPDATE_SNAPSHOTS");

    /// <summary>Compares a text with the file, or writes the file when UPDATE_SNAPSHOTS is set, which CI refuses.</summary>
    public static void Verify(string file, string text)
    {
        if (IsAccepting)
        {
            IsSet("CI").ShouldBeFalse($"{file} cannot be accepted where CI is set.");
            File.WriteAllText(file, text);
            return;
        }

        File.Exists(file).ShouldBeTrue($"{file} is missing. If this is what you mean, run the test with UPDATE_SNAPSHOTS=1:\n{text}");
        text.ShouldBe(File.ReadAllText(file), $"If this is what you mean, run the test with UPDATE_SNAPSHOTS=1, which writes {file}.");
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable)?.Trim() is "1" or "true";
}
