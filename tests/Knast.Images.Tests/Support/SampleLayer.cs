using System.IO.Compression;
using System.Text;
using Knast.Images.Archives;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Tests.Support;

/// <summary>A layer made of entries.</summary>
internal sealed record SampleLayer(string MediaType, byte[] Content, Digest DiffId)
{
    /// <summary>A layer compressed with gzip.</summary>
    public static SampleLayer Of(params (TarEntry Entry, byte[] Data)[] entries) => Gzip(Tar(entries));

    /// <summary>A layer of files.</summary>
    public static SampleLayer OfFiles(params (string Name, string Content)[] files) =>
        Of([.. files.Select(file => File(file.Name, file.Content))]);

    public static SampleLayer Gzip(byte[] tar)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(tar);
        }

        return new SampleLayer(MediaTypes.ImageLayerGzip, compressed.ToArray(), Digest.OfContent(tar));
    }

    public static byte[] Tar(params (TarEntry Entry, byte[] Data)[] entries)
    {
        var stream = new MemoryStream();
        var writer = new TarArchiveWriter(stream);
        foreach ((TarEntry entry, byte[] data) in entries)
        {
            writer.WriteEntry(entry with { DataLength = data.Length });
            stream.Write(data);
            writer.EndData(data.Length);
        }

        writer.End();
        return stream.ToArray();
    }

    public static (TarEntry Entry, byte[] Data) File(string name, string content) =>
        (new TarEntry { Type = TarEntryType.Regular, Name = Encoding.UTF8.GetBytes(name), Mode = 0x1A4 }, Encoding.UTF8.GetBytes(content));

    public static (TarEntry Entry, byte[] Data) Directory(string name, uint mode = 0x1ED) =>
        (new TarEntry { Type = TarEntryType.Directory, Name = Encoding.UTF8.GetBytes(name), Mode = mode }, []);

    public static (TarEntry Entry, byte[] Data) Link(string name, string content) =>
        (new TarEntry { Type = TarEntryType.SymbolicLink, Name = Encoding.UTF8.GetBytes(name), LinkName = Encoding.UTF8.GetBytes(content), Mode = 0x1FF }, []);

    public static (TarEntry Entry, byte[] Data) HardLink(string name, string target) =>
        (new TarEntry { Type = TarEntryType.HardLink, Name = Encoding.UTF8.GetBytes(name), LinkName = Encoding.UTF8.GetBytes(target) }, []);

    /// <summary>Bytes that do not compress.</summary>
    public static string Noise(int length)
    {
        var random = new Random(length);
        return string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next('0', 'z')));
    }
}
