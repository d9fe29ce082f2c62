using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Knast.Images.Archives;
using Knast.Images.Tests.Support;
using Knast.Native.Files;

namespace Knast.Images.Tests.Archives;

public sealed class TarArchiveReaderTests : IDisposable
{
    private static readonly TarLimits s_limits = new(10_000, 10 << 20);

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void WhatIsWrittenIsRead() => Prop.ForAll(Entries(), entries =>
    {
        byte[] tar = SampleLayer.Tar([.. entries.Select(entry => (entry, Data(entry)))]);
        var reader = new TarArchiveReader(new MemoryStream(tar), s_limits);
        foreach (TarEntry expected in entries)
        {
            TarEntry found = reader.ReadNext()!;
            Assert.Equal(Describe(expected with { Size = expected.DataLength }), Describe(found));
            Assert.Equal(Data(expected), ReadAll(reader));
        }

        Assert.Null(reader.ReadNext());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void DamagedBytesGiveAnErrorOrEntriesAndNothingElse()
    {
        byte[] tar = File.ReadAllBytes(MakeGnuTar("--format=posix", "--sparse"));
        Prop.ForAll(Damages(tar.Length), damages =>
        {
            byte[] damaged = (byte[])tar.Clone();
            foreach ((int position, byte value) in damages)
            {
                damaged[position] = value;
            }

            ReadWhole(damaged);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AnyBytesGiveAnErrorOrEntriesAndNothingElse() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), bytes => { ReadWhole([.. bytes ?? [], .. new byte[2000]]); }).QuickCheckThrowOnFailure();

    [Fact]
    public void EveryCutIsNoticedOrAtABorder()
    {
        byte[] tar = File.ReadAllBytes(MakeGnuTar("--format=gnu"));
        int errors = 0;
        for (int length = 1; length < tar.Length; length += 1021)
        {
            errors += ReadWhole(tar[..length]) ? 0 : 1;
        }

        Assert.True(errors > 20, $"{errors} errors");
    }

    [Theory]
    [InlineData("--format=gnu")]
    [InlineData("--format=posix")]
    [InlineData("--format=posix --sparse-version=0.0")]
    [InlineData("--format=posix --sparse-version=0.1")]
    [InlineData("--format=posix --sparse-version=1.0")]
    public void SparseFilesAreReadWithTheirHoles(string format)
    {
        Tool.Need("tar");
        Directory.CreateDirectory(_scratch["sparse"]);
        const int pieces = 60;
        using (FileStream file = File.Create(_scratch["sparse/file"]))
        {
            for (int piece = 0; piece < pieces; piece++)
            {
                file.Position = piece * 1_000_000;
                file.Write(Encoding.ASCII.GetBytes($"piece {piece}"));
            }

            file.SetLength(pieces * 1_000_000);
        }

        Tool.RunIn(_scratch["sparse"], "tar", ["-c", .. format.Split(' '), "--sparse", "-f", _scratch["sparse.tar"], "file"]);
        var reader = new TarArchiveReader(File.OpenRead(_scratch["sparse.tar"]), s_limits);
        TarEntry entry = reader.ReadNext()!;
        Assert.Equal("file", entry.ToString());
        Assert.Equal(pieces * 1_000_000, entry.Size);
        byte[] data = ReadAll(reader);
        int at = 0;
        var found = new byte[entry.Size];
        foreach (SparseSegment segment in entry.Segments!)
        {
            data.AsSpan(at, (int)segment.Length).CopyTo(found.AsSpan((int)segment.Offset));
            at += (int)segment.Length;
        }

        Assert.Equal(File.ReadAllBytes(_scratch["sparse/file"]), found);
        Assert.Null(reader.ReadNext());
    }

    [Fact]
    public void AV7HeaderIsRead()
    {
        Tool.Need("tar");
        Directory.CreateDirectory(_scratch["tree/dir"]);
        File.WriteAllText(_scratch["tree/dir/file"], "content");
        Tool.RunIn(_scratch["tree"], "tar", "-c", "--format=v7", "-f", _scratch["v7.tar"], "dir");
        var reader = new TarArchiveReader(File.OpenRead(_scratch["v7.tar"]), s_limits);
        Assert.Equal(TarEntryType.Directory, reader.ReadNext()!.Type);
        Assert.Equal("dir/file", reader.ReadNext()!.ToString());
        Assert.Equal("content"u8.ToArray(), ReadAll(reader));
    }

    [Theory]
    [InlineData("12345.5", 12345, 500_000_000)]
    [InlineData("-1.5", -2, 500_000_000)]
    [InlineData("-7", -7, 0)]
    [InlineData("0.123456789999", 0, 123_456_789)]
    public void TimesAreReadExactly(string text, long seconds, int nanoseconds)
    {
        Assert.True(PaxTime.TryRead(Encoding.ASCII.GetBytes(text), out FileTime time));
        Assert.Equal(new FileTime(seconds, nanoseconds), time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1.x")]
    [InlineData("--1")]
    [InlineData("99999999999999999999")]
    public void WhatIsNoTimeIsRefused(string text) => Assert.False(PaxTime.TryRead(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void AnExtendedHeaderThatIsTooLargeIsRefused()
    {
        (TarEntry entry, byte[] data) = SampleLayer.File("x", "");
        byte[] tar = SampleLayer.Tar((entry with { Attributes = [new ExtendedAttribute("user.x"u8.ToArray(), new byte[2 << 20])] }, data));
        TarFormatException error = Assert.Throws<TarFormatException>(() => new TarArchiveReader(new MemoryStream(tar), s_limits).ReadNext());
        Assert.Contains("1048576", error.Message, StringComparison.Ordinal);
    }

    private string MakeGnuTar(params string[] options)
    {
        Tool.Need("tar");
        SampleTree.Make(_scratch.Files, _scratch["tree"]);
        using (FileStream holes = File.Create(_scratch["tree/holes"]))
        {
            holes.SetLength(1 << 20);
            holes.Position = 500_000;
            holes.WriteByte(1);
        }

        Tool.RunIn(_scratch["tree"], "tar", ["-c", .. options, "--exclude=large", "-f", _scratch["sample.tar"], "."]);
        return _scratch["sample.tar"];
    }

    // True where the archive was read to its end; any error but ours fails the test.
    private static bool ReadWhole(byte[] tar)
    {
        try
        {
            var reader = new TarArchiveReader(new MemoryStream(tar), s_limits);
            while (reader.ReadNext() is not null)
            {
                ReadAll(reader);
            }

            return true;
        }
        catch (Exception error) when (error is TarFormatException or TarLimitException)
        {
            return false;
        }
    }

    private static byte[] ReadAll(TarArchiveReader reader)
    {
        var data = new MemoryStream();
        while (reader.ReadData() is { IsEmpty: false } piece)
        {
            data.Write(piece);
        }

        return data.ToArray();
    }

    private static byte[] Data(TarEntry entry) => entry.Type == TarEntryType.Regular
        ? [.. Enumerable.Range(0, (int)entry.DataLength).Select(index => (byte)(index * 7))]
        : [];

    private static string Describe(TarEntry entry)
    {
        IEnumerable<string> attributes = entry.Attributes.Select(one => $"{Convert.ToHexString(one.Name)}={Convert.ToHexString(one.Value)}");
        return $"{entry.Type} {Convert.ToHexString(entry.Name)} {Convert.ToHexString(entry.LinkName)} {entry.Mode} {entry.Owner} {entry.Group} "
            + $"{entry.DataLength} {entry.Size} {entry.Modified} {entry.Device} {string.Join(',', attributes)}";
    }

    private static Arbitrary<(int, byte)[]> Damages(int length) => Gen.Choose(0, length - 1)
        .SelectMany(position => ArbMap.Default.GeneratorFor<byte>().Select(value => (position, value)))
        .ArrayOf().Where(damages => damages.Length < 40).ToArbitrary();

    private static Arbitrary<TarEntry[]> Entries()
    {
        Gen<byte[]> names = ArbMap.Default.GeneratorFor<byte>().Where(value => value != 0).ArrayOf().Where(name => name.Length > 0)
            .Select(name => (byte[])[.. name, (byte)'x']);
        Gen<TarEntry> entries =
            from name in Gen.OneOf(names, names.Select(name => (byte[])[.. Enumerable.Repeat((byte)'l', 150), .. name]))
            from link in names
            from type in Gen.Elements(Enum.GetValues<TarEntryType>())
            from mode in Gen.Choose(0, 0xFFF)
            from owner in Gen.OneOf(Gen.Choose(0, 70000).Select(id => (uint)id), Gen.Constant(uint.MaxValue - 1))
            from seconds in Gen.OneOf(Gen.Choose(0, int.MaxValue).Select(time => (long)time), Gen.Choose(-1000, -1).Select(time => (long)time), Gen.Constant(1L << 40))
            from nanoseconds in Gen.Elements(0, 1, 999_999_999, 500_000_000)
            from length in Gen.Choose(0, 3000)
            from value in ArbMap.Default.GeneratorFor<byte[]>()
            from hasAttribute in Gen.Elements(true, false)
            select new TarEntry
            {
                Type = type,
                Name = name,
                LinkName = type is TarEntryType.HardLink or TarEntryType.SymbolicLink ? link : [],
                Mode = (uint)mode,
                Owner = owner,
                Group = owner / 2,
                DataLength = type == TarEntryType.Regular ? length : 0,
                Modified = new FileTime(seconds, nanoseconds),
                Device = type is TarEntryType.CharacterDevice or TarEntryType.BlockDevice ? new DeviceNumber((uint)mode, owner / 3) : default,
                Attributes = hasAttribute ? [new ExtendedAttribute("user.x"u8.ToArray(), value ?? [])] : [],
            };
        return entries.ArrayOf().ToArbitrary();
    }
}
