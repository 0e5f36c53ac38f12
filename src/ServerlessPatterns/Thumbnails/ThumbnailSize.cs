namespace ServerlessPatterns;

/// <summary>One of the sizes in which each image is made.</summary>
public sealed class ThumbnailSize
{
    /// <summary>The name, part of the thumbnail's key: 1 to 64 lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>The width in pixels, 1 to 10,000. Without it, the width follows from <see cref="Height"/>.</summary>
    /// <value>The default value is none.</value>
    public int? Width { get; init; }

    /// <summary>The height in pixels, 1 to 10,000. Without it, the height follows from <see cref="Width"/>.</summary>
    /// <value>The default value is none.</value>
    public int? Height { get; init; }

    /// <summary>How the image is fitted in.</summary>
    /// <value>The default value is <see cref="ThumbnailFit.Inside"/>.</value>
    public ThumbnailFit Fit { get; init; }
}
