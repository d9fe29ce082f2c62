using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using FsCheck;
using FsCheck.Fluent;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Devfs;
using Knast.Native.FreeBsd.Files;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.Mounts;
using Knast.Native.FreeBsd.Processes;
using Knast.Native.FreeBsd.ResourceLimits;
using Knast.Native.FreeBsd.Sysctls;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Whatever bytes a kernel gives, the readers give what they say or refuse it as data; and what is written is read back.</summary>
public sealed class KernelBytesTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void ADevfsRuleIsReadBack()
    {
        Gen<string?> pattern = Gen.OneOf(Gen.Constant<string?>(null), Gen.Choose(1, 199).SelectMany(static length => Gen.Elements("ab*/?[]0".ToCharArray())
            .ListOf(length).Select(static characters => (string?)new string([.. characters]))));
        Gen<DevfsRule> rules =
            from ruleset in Gen.Choose(0, 65535)
            from number in Gen.Choose(0, 65535)
            from path in pattern
            from flags in Optional(Gen.Choose(0, int.MaxValue))
            from visibility in Gen.Elements(Enum.GetValues<DevfsVisibility>())
            from owner in Optional(Gen.Choose(0, int.MaxValue))
            from mode in Optional(Gen.Choose(0, 0xFFF))
            from include in Optional(Gen.Choose(0, 65535))
            select new DevfsRule((ushort)ruleset, (ushort)number)
            {
                Pattern = path,
                DriverFlags = flags,
                Visibility = visibility,
                Owner = (uint?)owner,
                Group = (uint?)owner + 1,
                Mode = (ushort?)mode,
                Include = (ushort?)include,
            };
        Prop.ForAll(rules.ToArbitrary(), static rule =>
        {
            byte[] bytes = new byte[DevfsRuleLayout.Size];
            rule.Write(bytes);
            Assert.Equal(rule, DevfsRule.Read(bytes));
        }).Check(Thorough);
    }

    [Fact]
    public void APatternThatDoesNotFitIsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new DevfsRule(1, 1) { Pattern = new string('x', 200) }.Write(new byte[DevfsRuleLayout.Size]));
        Assert.Contains("at most 199", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => new DevfsRule(1, 1) { Pattern = "a\0b" }.Write(new byte[DevfsRuleLayout.Size]));
    }

    [Fact]
    public void AnyBytesAreARuleOfSomeKind() => Prop.ForAll(Bytes(DevfsRuleLayout.Size), static bytes =>
    {
        DevfsRule rule = DevfsRule.Read(bytes);
        Assert.True((rule.Pattern?.Length ?? 0) <= 200);
    }).Check(Thorough);

    [Fact]
    public void ADeviceNumberIsReadBack() => Prop.ForAll<uint, uint>(static (major, minor) =>
        Assert.Equal(new DeviceNumber(major, minor), DeviceNumbers.Decode(DeviceNumbers.Encode(new DeviceNumber(major, minor))))).Check(Thorough);

    [Fact]
    public void AttributeNamesAreReadBack()
    {
        Gen<byte[][]> lists = Gen.Choose(0, 255).SelectMany(static length => Gen.Choose(1, 255).Select(static value => (byte)value).ArrayOf(length)).ArrayOf();
        Prop.ForAll(lists.ToArbitrary(), static names =>
        {
            byte[] list = [.. names.SelectMany(static name => (byte[])[(byte)name.Length, .. name])];
            Assert.Equal(names, ExtattrListFd.Parse(list));
        }).Check(Thorough);
    }

    [Fact]
    public void ACutListOfNamesIsRefused()
    {
        Assert.Throws<InvalidDataException>(static () => ExtattrListFd.Parse([4, 1, 2, 3]));
        Assert.Throws<InvalidDataException>(static () => ExtattrListFd.Parse([1]));
        Prop.ForAll<byte[]>(static bytes =>
        {
            try
            {
                Assert.True(ExtattrListFd.Parse(bytes).Sum(static name => name.Length + 1) == bytes.Length);
            }
            catch (InvalidDataException)
            {
            }
        }).Check(Thorough);
    }

    [Fact]
    public void ProcessesAreReadWholeOrRefused() => Prop.ForAll(Bytes(0, 3 * KinfoProcLayout.Size), static bytes =>
    {
        for (int offset = 0; offset + KinfoProcLayout.Size <= bytes.Length; offset += KinfoProcLayout.Size)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), KinfoProcLayout.Size);
        }

        IReadOnlyList<ProcessStatus> processes = ProcessStatus.ReadAll(bytes);
        Assert.Equal(bytes.Length / KinfoProcLayout.Size, processes.Count);
        Assert.All(processes, static process => Assert.True(process.Command.Length <= 20));
    }).Check(Thorough);

    [Fact]
    public void AProcessOfAnotherSizeIsRefused()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(static () => ProcessStatus.ReadAll(new byte[KinfoProcLayout.Size]));
        Assert.Contains("0 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AProcessIsReadFieldByField()
    {
        byte[] bytes = new byte[KinfoProcLayout.Size];
        void Put(int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);
        Put(KinfoProcLayout.StructSize, KinfoProcLayout.Size);
        Put(KinfoProcLayout.Pid, 71);
        Put(KinfoProcLayout.ParentPid, 1);
        Put(KinfoProcLayout.Jail, 3);
        Put(KinfoProcLayout.EffectiveUser, 1001);
        Put(KinfoProcLayout.Start, 1700000000);
        Put(KinfoProcLayout.Start + 8, 999999);
        bytes[KinfoProcLayout.State] = 5;
        "sleep"u8.CopyTo(bytes.AsSpan(KinfoProcLayout.Command));
        ProcessStatus process = Assert.Single(ProcessStatus.ReadAll(bytes));
        Assert.Equal((71, 1, 3, 1001u, ProcessState.Zombie, "sleep"), (process.Pid, process.ParentPid, process.Jail, process.EffectiveUser, process.State, process.Command));
        Assert.Equal((1700000000L, 999999), (process.StartSeconds, process.StartMicroseconds));
    }

    [Fact]
    public void MountsAreReadWhateverTheirTextIs() => Prop.ForAll(Bytes(StatfsLayout.Size), static bytes =>
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, StatfsLayout.CurrentVersion);
        MountStatus mount = MountStatus.Read(bytes);
        Assert.DoesNotContain('\0', mount.FileSystem + mount.Source + mount.Destination);
    }).Check(Thorough);

    [Fact]
    public void AMountOfAnotherVersionIsRefused() =>
        Assert.Throws<InvalidDataException>(static () => MountStatus.Read(new byte[StatfsLayout.Size]));

    [Fact]
    public void EventsAreReadBack() => Prop.ForAll<ulong, long, uint>(static (identity, data, notes) =>
    {
        var written = new KernelEvent(identity, EventFilter.Process, EventFlags.Add | EventFlags.EndOfFile, (EventNotes)notes, data, identity ^ 5);
        byte[] bytes = new byte[KeventLayout.Size];
        written.Write(bytes);
        Assert.Equal(written, KernelEvent.Read(bytes));
    }).Check(Thorough);

    [Theory]
    [InlineData(0x2A00, 42, 0, 42)]
    [InlineData(9, 0, 9, 137)]
    [InlineData(0x8B, 0, 11, 139)]
    [InlineData(0, 0, 0, 0)]
    public void AStatusTellsHowAProcessEnded(int raw, int exitCode, int signal, int shellCode)
    {
        var status = new WaitStatus(raw);
        Assert.Equal((exitCode, signal, shellCode), (status.ExitCode, status.Signal, status.ShellCode));
    }

    [Fact]
    public void RulesOfRctlAreReadBack()
    {
        Gen<string> word = Gen.Elements("jail", "web.a-b_c", "memoryuse", "deny", "user", "0").Select(static text => text);
        Gen<RctlRule> rules =
            from subject in word
            from id in word
            from resource in word
            from action in word
            from amount in Optional(Gen.Choose(0, int.MaxValue))
            from per in Gen.Elements("", "process")
            select new RctlRule(subject, id, resource, action, amount, per);
        Prop.ForAll(rules.ToArbitrary(), static rule => Assert.Equal(rule, RctlRule.Parse(rule.ToString()))).Check(Thorough);
    }

    [Theory]
    [InlineData("jail:web:maxproc:deny=x")]
    [InlineData("a:b:c:d=1:e")]
    public void WhatIsNoRuleIsRefused(string text) => Assert.Throws<FormatException>(() => RctlRule.Parse(text));

    [Theory]
    [InlineData("allow.mount.devfs", "allow.mount.nodevfs")]
    [InlineData("persist", "nopersist")]
    [InlineData("allow.mount", "allow.nomount")]
    public void AFlagThatIsOffHasNoBeforeItsLastPart(string name, string negated)
    {
        Assert.Equal(negated, JailParameter.Flag(name, false).NameToSet());
        Assert.Equal(name, JailParameter.Flag(name, true).NameToSet());
    }

    [Fact]
    public void AParametersValueIsCheckedWhenItIsMade()
    {
        Assert.Throws<ArgumentException>(static () => JailParameter.Text("name", "a\0b"));
        Assert.Throws<ArgumentException>(static () => JailParameter.Addresses("ip4.addr", AddressFamily.InterNetwork, [IPAddress.IPv6Loopback]));
        Assert.Throws<ArgumentException>(static () => JailParameter.Addresses("ip4.addr", AddressFamily.Unix, []));
        Assert.Throws<ArgumentException>(static () => JailKey.Name("a\0"));
        Assert.Throws<ArgumentOutOfRangeException>(static () => JailKey.Id(0));
        Assert.Throws<ArgumentException>(static () => MountOption.Text("from", "a\0b"));
    }

    [Fact]
    public void AnyBytesOfAJailParameterAreAValueOrRefused() => Prop.ForAll<byte[]>(static bytes =>
    {
        foreach (JailParameterKind kind in Enum.GetValues<JailParameterKind>())
        {
            JailParameter parameter = JailParameter.Read("x", kind, bytes);
            try
            {
                _ = parameter.AsText();
                _ = parameter.AsAddresses();
                _ = parameter.AsNumber();
            }
            catch (InvalidDataException)
            {
            }
        }
    }).Check(Thorough);

    [Theory]
    [InlineData(SysctlKind.Int, "I", JailParameterKind.Number)]
    [InlineData(SysctlKind.Int, "B", JailParameterKind.Flag)]
    [InlineData(SysctlKind.Int, "BN", JailParameterKind.Flag)]
    [InlineData(SysctlKind.Int, "E,jailsys", JailParameterKind.System)]
    [InlineData(SysctlKind.ULong, "LU", JailParameterKind.LongNumber)]
    [InlineData(SysctlKind.String, "A,keyvalue", JailParameterKind.Text)]
    [InlineData(SysctlKind.Opaque, "S,in_addr,a", JailParameterKind.Addresses4)]
    [InlineData(SysctlKind.Opaque, "S,in6_addr,a", JailParameterKind.Addresses6)]
    [InlineData(SysctlKind.Opaque, "S,other", JailParameterKind.Structure)]
    public void ASysctlTellsTheKindOfAParameter(SysctlKind kind, string format, JailParameterKind expected) =>
        Assert.Equal(expected, JailParameterCatalogue.KindOf(kind, format));

    private static Gen<int?> Optional(Gen<int> numbers) => Gen.OneOf(Gen.Constant<int?>(null), numbers.Select(static number => (int?)number));

    private static Arbitrary<byte[]> Bytes(int length) => Bytes(length, length);

    private static Arbitrary<byte[]> Bytes(int shortest, int longest) => Gen.Choose(shortest, longest)
        .SelectMany(static length => Gen.Choose(0, 255).Select(static value => (byte)value).ArrayOf(length)).ToArbitrary();
}
