using System.Buffers.Binary;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>
/// What the first chunk of a WebP file says.
/// https://developers.google.com/speed/webp/docs/riff_container
/// </summary>
internal sealed record WebP(int Width, int Height, bool HasAlpha)
{
    public static WebP Read(ReadOnlySpan<byte> file)
    {
        var isWebP = file[..4].SequenceEqual("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8);
        isWebP.ShouldBeTrue("the bytes are not a WebP file");
        BinaryPrimitives.ReadUInt32LittleEndian(file[4..]).ShouldBe((uint)file.Length - 8, "the file is cut off");

        var data = file[20..];
        if (file[12..16].SequenceEqual("VP8 "u8))
        {
            return new(Low(data[6..], 0x3FFF), Low(data[8..], 0x3FFF), false);
        }

        if (file[12..16].SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return new((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1, (bits & (1 << 28)) != 0);
        }

        return new(Low(data[4..], 0xFFFFFF) + 1, Low(data[7..], 0xFFFFFF) + 1, (data[0] & 0x10) != 0);
    }

    private static int Low(ReadOnlySpan<byte> data, int mask) =>
        (mask > 0xFFFF ? data[0] | (data[1] << 8) | (data[2] << 16) : data[0] | (data[1] << 8)) & mask;
}
