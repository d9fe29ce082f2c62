using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Knast.Native.Programs;

namespace Knast.Native.Tests.Programs;

/// <summary>What the monitor leaves in files, read by C#.</summary>
public sealed class MonitorFilesTests
{
    [Theory]
    [InlineData("0 5\n", 0, null)]
    [InlineData("768 5\n", 3, null)]
    [InlineData("9 5\n", 137, 9)]
    [InlineData("139 5\n", 139, 11)]
    public void AnExitRecordIsAWaitStatusAndATime(string text, int exitCode, int? signal)
    {
        ExitRecord exit = ExitRecord.Read(Encoding.ASCII.GetBytes(text));
        Assert.Equal((exitCode, signal, 5L), (exit.ExitCode, exit.Signal, exit.Nanoseconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("0 5")]
    [InlineData("-1 5\n")]
    [InlineData("0 5 6\n")]
    [InlineData("x 5\n")]
    [InlineData("99999999999 5\n")]
    public void SomethingElseIsNoExitRecord(string text) =>
        Assert.Throws<InvalidDataException>(() => ExitRecord.Read(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void AnyBytesAreAnExitRecordOrRefused() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes =>
        IsReadOrRefused(() => ExitRecord.Read(bytes))));

    [Fact]
    public void AnyBytesAreALogFrameOrRefused() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes =>
        IsReadOrRefused(() => LogFrame.TryRead(bytes, out LogFrame frame) && frame.Length > bytes.Length - LogFrame.HeaderSize ? throw new InvalidOperationException() : 0)));

    [Fact]
    public void AnyBytesAreAFailureOrRefused() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes =>
        IsReadOrRefused(() => ProgramFailure.Read(bytes))));

    [Fact]
    public void AFrameThatIsNotWholeYetIsWaitedFor()
    {
        byte[] frame = [1, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, (byte)'a', (byte)'b', (byte)'c'];
        for (int length = 0; length < frame.Length; length++)
        {
            Assert.False(LogFrame.TryRead(frame.AsSpan(0, length), out _));
        }

        Assert.True(LogFrame.TryRead(frame, out LogFrame whole));
        Assert.Equal(new LogFrame(1, LogStream.Error, 3), whole);
    }

    private static bool IsReadOrRefused<T>(Func<T> read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
