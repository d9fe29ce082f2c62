using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.Programs;

/// <summary>What the kernels read of the launchers' files (elf(5), FreeBSD sys/kern/imgact_elf.c: the brand is in the header and in a note).</summary>
public sealed class LauncherBinaryTests
{
    private const int ProgramHeaderSize = 56;
    private const uint SegmentLoad = 1;
    private const uint SegmentDynamic = 2;
    private const uint SegmentInterpreter = 3;
    private const uint SegmentNote = 4;
    private const uint SegmentStack = 0x6474e551;
    private const uint Writable = 2;
    private const uint Executable = 1;

    public static TheoryData<string> Names => [.. Launchers.Targets.Select(static target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsAStaticExecutableOfItsTarget(string name)
    {
        KernelTarget target = Launchers.Targets.Single(target => target.Name == name);
        byte[] elf = File.ReadAllBytes(Launchers.Require(target));
        IsStaticExecutable(elf, target);
        Assert.InRange(elf.Length, 1, 32 * 1024);
    }

    /// <summary>Checks the headers of a file.</summary>
    internal static void IsStaticExecutable(byte[] elf, KernelTarget target)
    {
        const byte FreeBsdBrand = 9;
        Assert.Equal([0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1], elf[..7]);
        Assert.Equal(target.System == KernelSystem.FreeBsd ? FreeBsdBrand : (byte)0, elf[7]);
        Assert.Equal(2, BinaryPrimitives.ReadUInt16LittleEndian(elf.AsSpan(16)));
        Assert.Equal(target.Architecture == KernelArchitecture.Amd64 ? 62 : 183, BinaryPrimitives.ReadUInt16LittleEndian(elf.AsSpan(18)));

        List<(uint Type, uint Flags)> segments = ReadSegments(elf);
        Assert.DoesNotContain(segments, static segment => segment.Type is SegmentDynamic or SegmentInterpreter);
        Assert.DoesNotContain(segments, static segment =>
            segment.Type is SegmentLoad or SegmentStack && (segment.Flags & (Writable | Executable)) == (Writable | Executable));
        Assert.Single(segments, static segment => segment.Type == SegmentStack);
        Assert.Equal(target.System == KernelSystem.FreeBsd, segments.Exists(static segment => segment.Type == SegmentNote));
    }

    [Theory]
    [InlineData(KernelArchitecture.Amd64)]
    [InlineData(KernelArchitecture.Arm64)]
    public void TheFreeBsdNoteNamesTheSystemAndTheVersion(KernelArchitecture architecture)
    {
        ReadOnlySpan<byte> elf = File.ReadAllBytes(Launchers.Require(Launchers.Targets.Single(
            target => target.System == KernelSystem.FreeBsd && target.Architecture == architecture)));
        int at = elf.IndexOf("\x08\0\0\0\x04\0\0\0\x01\0\0\0FreeBSD\0"u8);
        Assert.True(at > 0);
        Assert.InRange(BinaryPrimitives.ReadInt32LittleEndian(elf[(at + 20)..]), 1300000, 1399999);
    }

    [Fact]
    public void NothingOfTheMachineIsInIt()
    {
        foreach (KernelTarget target in Launchers.Targets)
        {
            ReadOnlySpan<byte> elf = File.ReadAllBytes(Launchers.Require(target));
            Assert.Equal(-1, elf.IndexOf("/home"u8));
            Assert.Equal(-1, elf.IndexOf("launcher.c"u8));
        }
    }

    [Fact]
    public void TheOneForThisMachineIsBuiltIn() => Assert.NotEmpty(LauncherImage.Read(LocalKernel.Open().Target));

    [Fact]
    public void AMissingOneIsNamedWithTheWayOut()
    {
        var target = new KernelTarget(KernelSystem.FreeBsd, KernelArchitecture.Arm64, 1302001);
        Assert.SkipWhen(
            typeof(LauncherImage).Assembly.GetManifestResourceNames().Contains("launcher-" + target.Name), "All launchers are built in.");
        Assert.Contains("KnastAllTargets", Assert.Throws<PlatformNotSupportedException>(() => LauncherImage.Read(target)).Message, StringComparison.Ordinal);
    }

    private static List<(uint Type, uint Flags)> ReadSegments(ReadOnlySpan<byte> elf)
    {
        var segments = new List<(uint, uint)>();
        int at = (int)BinaryPrimitives.ReadUInt64LittleEndian(elf[32..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(elf[56..]);
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<byte> header = elf.Slice(at + (index * ProgramHeaderSize), ProgramHeaderSize);
            segments.Add((BinaryPrimitives.ReadUInt32LittleEndian(header), BinaryPrimitives.ReadUInt32LittleEndian(header[4..])));
        }

        return segments;
    }
}
