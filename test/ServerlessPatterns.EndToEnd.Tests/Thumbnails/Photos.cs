using System.Buffers.Binary;

namespace ServerlessPatterns.EndToEnd.Tests;

/// <summary>Real photographs, and what becomes of them in the wild.</summary>
internal static class Photos
{
    /// <summary>640 x 427.</summary>
    public static byte[] Rocket => Read("rocket.jpg");

    /// <summary>1000 x 872.</summary>
    public static byte[] Hubble => Read("hubble_deep_field.jpg");

    /// <summary>A cut-out: 300 x 200 with an alpha channel.</summary>
    public static byte[] CutOut => Read("chelsea_cut_out.png");

    /// <summary>As a camera held upright writes it: the sensor's rows, and a tag that says to turn them.</summary>
    public static byte[] TakenUpright(byte[] jpeg)
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0, 0,
            .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8,
            0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
            0, 0, 0, 0,
        ];
        BinaryPrimitives.WriteUInt16BigEndian(exif.AsSpan(2), (ushort)(exif.Length - 2));
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    /// <summary>As an upload that broke off leaves it.</summary>
    public static byte[] Truncated(byte[] jpeg) => jpeg[..(jpeg.Length / 2)];

    private static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "photos", name));
}
