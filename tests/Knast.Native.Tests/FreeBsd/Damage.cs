namespace Knast.Native.Tests.FreeBsd;

/// <summary>Damages bytes that a kernel could have sent, and demands that reading them ends in a value or in <see cref="InvalidDataException"/>.</summary>
internal static class Damage
{
    public static bool ReadOrRefuse(byte[] sound, int seed, Action<byte[]> read)
    {
        var random = new Random(seed);
        byte[] bytes = random.Next(4) == 0 ? sound[..random.Next(sound.Length)] : [.. sound];
        for (int count = random.Next(1, 6); count > 0 && bytes.Length != 0; count--)
        {
            bytes[random.Next(bytes.Length)] = random.Next(3) switch
            {
                0 => 0,
                1 => 0xFF,
                _ => (byte)random.Next(256),
            };
        }

        try
        {
            read(bytes);
            return true;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
