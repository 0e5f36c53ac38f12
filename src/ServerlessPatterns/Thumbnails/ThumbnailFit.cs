namespace ServerlessPatterns;

/// <summary>How an image is fitted into the width and height of a thumbnail. No image is ever enlarged.</summary>
public enum ThumbnailFit
{
    /// <summary>As large as fits inside, whole, in its own proportions.</summary>
    Inside,

    /// <summary>Fills width and height; what stands over is cropped.</summary>
    Cover,

    /// <summary>Whole, in its own proportions, with a border that fills width and height.</summary>
    Contain,

    /// <summary>Stretched to width and height.</summary>
    Fill,

    /// <summary>As small as covers width and height, whole, in its own proportions.</summary>
    Outside,
}
