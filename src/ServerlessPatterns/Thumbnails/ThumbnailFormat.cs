namespace ServerlessPatterns;

/// <summary>The format in which thumbnails are written.</summary>
public enum ThumbnailFormat
{
    /// <summary>WebP: small, and read by every browser in use.</summary>
    WebP,

    /// <summary>JPEG, without alpha: transparent parts become white.</summary>
    Jpeg,

    /// <summary>PNG, without loss.</summary>
    Png,

    /// <summary>AVIF: the smallest, and the slowest to make.</summary>
    Avif,
}
