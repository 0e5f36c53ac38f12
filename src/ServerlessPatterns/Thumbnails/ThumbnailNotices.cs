namespace ServerlessPatterns;

/// <summary>What only a human can judge about a <see cref="ThumbnailPipeline"/>.</summary>
internal static class ThumbnailNotices
{
    // Measured with an AVIF of 50 megapixels, the costliest of the formats; see the handler's memory tests.
    private const double BytesPerPixel = 19;
    private const double HandlerMebibytes = 150;

    public static void Add(ThumbnailPipeline pipeline, ThumbnailPipelineProps props)
    {
        var memory = props.FunctionSettings.MemorySize ?? ThumbnailDefaults.MemorySize;
        var needed = Math.Ceiling((props.MaxInputPixels * BytesPerPixel / (1024 * 1024)) + HandlerMebibytes);
        if (props.Function is null && props.FunctionSettings.Code is null && !Tokens.IsUnresolved(memory) && memory < needed)
        {
            Notices.AddWarning(
                pipeline,
                "ServerlessPatterns:ThumbnailMemory",
                $"An image of {props.MaxInputPixels} pixels, which MaxInputPixels allows, may take {needed} MiB in the costliest format (AVIF), and the function has {memory}. Raise FunctionSettings.MemorySize or lower MaxInputPixels.");
        }
    }
}
