namespace ServerlessPatterns;

/// <summary>The defaults of <see cref="ImageRepository"/>, in plain values.</summary>
internal static class ImageRepositoryDefaults
{
    // Three a day reach back a month.
    public const int MaxTaggedImages = 100;
    public const int UntaggedImageDays = 7;
}
