using Knast.Native.Files;
using Knast.Native.FreeBsd.Devfs;
using Knast.Native.FreeBsd.Files;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.Modules;
using Knast.Native.FreeBsd.Mounts;
using Knast.Native.FreeBsd.Processes;
using Knast.Native.FreeBsd.ResourceLimits;
using Knast.Native.FreeBsd.Sockets;
using Knast.Native.FreeBsd.Sysctls;
using Knast.Native.FreeBsd.Terminals;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Whatever a kernel answers, a facade gives a value or says what is wrong; it never fails in another way and always ends.</summary>
public sealed class RandomAnswersTests
{
    private const int Rounds = 400;

    private static readonly JailParameterDefinition[] Wanted =
    [
        KnownJailParameters.Jid, KnownJailParameters.Name, KnownJailParameters.Addresses4, KnownJailParameters.Addresses6, KnownJailParameters.Dying,
        new("meta", JailParameterKind.Text, 0, JailParameterAccess.ReadWrite),
    ];

    private static readonly Dictionary<string, Action<IKernel, KernelDescriptor>> Facades = new()
    {
        ["jail_get"] = static (kernel, _) => Look(JailGet.TryInvoke(kernel, JailKey.Name("web"), Wanted)),
        ["jail_get, all"] = static (kernel, _) => JailGet.List(kernel, Wanted),
        ["jail_set"] = static (kernel, _) => JailSet.Invoke(kernel, [JailParameter.Text("name", "web")], JailFlags.Create),
        ["jail parameters"] = static (kernel, _) => JailParameterCatalogue.Read(kernel),
        ["sysctl"] = static (kernel, _) => Sysctl.TryRead(kernel, [1, 2], 4),
        ["sysctlbyname"] = static (kernel, _) => Sysctlbyname.TryReadNumber(kernel, "kern.x"),
        ["sysctl, text"] = static (kernel, _) => Sysctlbyname.ReadText(kernel, "kern.x"),
        ["nmount"] = static (kernel, _) => Nmount.Invoke(kernel, Mount.Nullfs("/a", "/b")),
        ["unmount"] = static (kernel, _) => Unmount.Invoke(kernel, new FileSystemId(1, 2), isForced: false),
        ["getfsstat"] = static (kernel, _) => Getfsstat.Invoke(kernel),
        ["statfs"] = static (kernel, _) => Statfs.Invoke(kernel, "/"),
        ["devfs rules"] = static (kernel, file) => DevfsRuleGetNext.List(kernel, file, 5),
        ["devfs rulesets"] = static (kernel, file) => DevfsRulesetGetNext.List(kernel, file),
        ["kern.proc"] = static (kernel, _) => ProcessList.All(kernel),
        ["kern.proc, one"] = static (kernel, _) => ProcessList.Find(kernel, 5),
        ["kevent"] = static (kernel, file) => Kevent.Take(kernel, file),
        ["reaper"] = static (kernel, _) => ProcctlReapGetPids.Invoke(kernel, 5),
        ["reaper, kill"] = static (kernel, _) => ProcctlReapKill.Invoke(kernel, 5, 9),
        ["wait6"] = static (kernel, _) => Wait6.Invoke(kernel, 5),
        ["rctl rules"] = static (kernel, _) => RctlGetRules.Invoke(kernel, RctlRule.OfJail("web")),
        ["rctl usage"] = static (kernel, _) => RctlGetRacct.Invoke(kernel, RctlRule.OfJail("web")),
        ["cpuset"] = static (kernel, _) => CpusetGetaffinity.Invoke(kernel, 5),
        ["kldstat"] = static (kernel, _) => Kldstat.Invoke(kernel, 5),
        ["modfind"] = static (kernel, _) => Modfind.Invoke(kernel, "pf"),
        ["ppoll"] = static (kernel, file) => Ppoll.Invoke(kernel, [file], TimeSpan.Zero),
        ["terminal"] = static (kernel, file) => TerminalGetNumber.Invoke(kernel, file),
        ["stat"] = static (kernel, file) => FileCalls.For(kernel).GetStatus(file, "a"),
        ["link"] = static (kernel, file) => FileCalls.For(kernel).ReadSymbolicLink(file, "a"),
        ["attribute"] = static (kernel, file) => FileCalls.For(kernel).GetExtendedAttribute(file, "user.a"),
        ["attributes"] = static (kernel, file) => ExtattrListFd.Invoke(kernel, file, ExtattrNamespace.User),
        ["walk"] = static (kernel, file) => FileCalls.For(kernel).OpenInRoot(file, "a/b/../c", FileOpenFlags.PathOnly).Dispose(),
        ["directory"] = static (kernel, file) => ReadSome(FileCalls.For(kernel).ReadDirectory(file)),
    };

    public static TheoryData<string> Names => [.. Facades.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AFacadeGivesAValueOrSaysWhatIsWrong(string name)
    {
        int values = 0;
        int refusals = 0;
        for (int seed = 0; seed < Rounds; seed++)
        {
            var kernel = new RandomKernel(FreeBsdTargets.V15Amd64, seed);
            using var file = new KernelDescriptor(kernel, 3);
            try
            {
                Facades[name](kernel, file);
                values++;
            }
            catch (Exception error) when (error is NativeException or InvalidDataException or FormatException)
            {
                Assert.NotEqual("", error.Message);
                refusals++;
            }
        }

        // A structure of statfs(2) bears a version, which no random one is.
        Assert.NotEqual(0, refusals);
        Assert.Equal(name == "statfs", values == 0);
    }

    private static void Look(JailValues? jail)
    {
        foreach (JailParameter parameter in jail?.Parameters ?? [])
        {
            Assert.NotEmpty(parameter.ToString());
        }
    }

    private static void ReadSome(DirectoryReader reader)
    {
        for (int count = 0; count < 1000 && reader.MoveNext(); count++)
        {
            Assert.False(reader.Name.IsEmpty);
            Assert.True(Enum.IsDefined(reader.Type));
        }
    }
}
