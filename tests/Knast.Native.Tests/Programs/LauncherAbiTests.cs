using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.FreeBsd;
using Knast.Native.Tests.FreeBsd.Abi;

namespace Knast.Native.Tests.Programs;

/// <summary>Every number that the launcher's C and its starter have of FreeBSD is held against the compiler's.</summary>
public sealed partial class LauncherAbiTests
{
    // Names of our own in freebsd.h → what they stand for.
    private static readonly Dictionary<string, string[]> s_constants = new()
    {
        ["EAGAIN_"] = ["EAGAIN"],
        ["ENOTSOCK_"] = ["ENOTSOCK"],
        ["SIGNAL_CHILD"] = ["SIGCHLD"],
        ["MAP_PRIVATE_ANONYMOUS"] = ["MAP_PRIVATE", "MAP_ANON"],
        ["SOCKET_LEVEL"] = ["SOL_SOCKET"],
        ["SEND_FLAGS"] = ["MSG_NOSIGNAL", "MSG_EOR"],
        ["OPEN_CREATE"] = ["O_CREAT"],
        ["OPEN_TRUNCATE"] = ["O_TRUNC"],
        ["OPEN_APPEND"] = ["O_APPEND"],
        ["OPEN_CLOSE_ON_EXEC"] = ["O_CLOEXEC"],
        ["PROCESS_DESCRIPTOR_CLOSE_ON_EXEC"] = ["PD_CLOEXEC"],
    };

    private static readonly string[] s_own = ["TARGET_SYSTEM", "WAIT_ALL"];

    private static readonly List<(string Name, long Value)> s_declared = ReadHeader();

    public static TheoryData<string> Targets => [.. FreeBsdTargets.ByName.Keys];

    [Theory]
    [MemberData(nameof(Targets))]
    public void TheHeadersNumbersAreTheKernels(string target)
    {
        Assert.True(s_declared.Count > 30);
        foreach ((string name, long value) in s_declared.Where(static entry => !s_own.Contains(entry.Name)))
        {
            BigInteger? expected = name.StartsWith("SYS_", StringComparison.Ordinal)
                ? AbiFacts.Shared.SystemCall(name[4..].ToLowerInvariant(), target)
                : s_constants[name].Aggregate(BigInteger.Zero, (sum, constant) => sum | AbiFacts.Shared.Constant(constant, target)!.Value);
            Assert.Equal((name, expected), (name, (BigInteger?)value));
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void TheStartersCallsHaveTheKernelsNumbers(string target)
    {
        var kernel = new RecordingKernel(FreeBsdTargets.ByName[target]);
        using var descriptor = new KernelDescriptor(kernel, 7);
        LaunchCalls.Socketpair(kernel);
        LaunchCalls.Pipe(kernel);
        LaunchCalls.AnonymousFile(kernel, "x", isExecutable: false);
        LaunchCalls.Fill(kernel, descriptor, [1]);
        LaunchCalls.SetNonBlocking(kernel, descriptor);
        LaunchCalls.WaitReadable(kernel, descriptor, descriptor, TimeSpan.FromSeconds(1));
        LaunchCalls.SendByte(kernel, descriptor);
        LaunchCalls.WriteByte(kernel, descriptor);
        LaunchCalls.ReadByte(kernel, descriptor);
        LaunchCalls.Reap(kernel, 5, isBlocking: false);
        LaunchCalls.Kill(kernel, 5);
        LaunchCalls.OpenEnd(kernel, 5);
        using (var socket = new ReportSocket(kernel, new KernelDescriptor(kernel, 8)))
        {
            Assert.Null(socket.Receive(CancellationToken.None));
        }

        Assert.Equal(
            [
                "close", "fcntl", "ftruncate", "kevent", "kill", "kqueue", "pipe2", "ppoll", "pwrite", "read", "recvmsg", "sendto", "shm_open2", "socketpair",
                "wait4", "write",
            ],
            kernel.Calls.Keys.Order());
        Assert.All(kernel.Calls, call => Assert.Equal((call.Key, AbiFacts.Shared.SystemCall(call.Key, target)), (call.Key, call.Value)));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void TheStartersFlagsAreTheKernels(string target)
    {
        BigInteger Flags(params string[] names) =>
            names.Aggregate(BigInteger.Zero, (sum, name) => sum | AbiFacts.Shared.Constant(name, target)!.Value);
        var kernel = new RecordingKernel(FreeBsdTargets.ByName[target]);
        using var descriptor = new KernelDescriptor(kernel, 7);
        LaunchCalls.Socketpair(kernel);
        Assert.Equal(Flags("SOCK_SEQPACKET", "SOCK_CLOEXEC"), kernel.Last[1]);
        LaunchCalls.Pipe(kernel);
        Assert.Equal(Flags("O_CLOEXEC", "O_NONBLOCK"), kernel.Last[1]);
        LaunchCalls.AnonymousFile(kernel, "x", isExecutable: false);
        Assert.Equal([1, Flags("O_RDWR", "O_CLOEXEC"), 0, 0, 0], kernel.Last.Select(static value => (BigInteger)value));
        LaunchCalls.SetNonBlocking(kernel, descriptor);
        Assert.Equal([7, Flags("F_SETFL"), Flags("O_NONBLOCK")], kernel.Last.Select(static value => (BigInteger)value));
        LaunchCalls.DuplicateAbove(kernel, descriptor, 100);
        Assert.Equal([7, Flags("F_DUPFD_CLOEXEC"), 100], kernel.Last.Select(static value => (BigInteger)value));
        LaunchCalls.SendByte(kernel, descriptor);
        Assert.Equal(Flags("MSG_NOSIGNAL", "MSG_DONTWAIT", "MSG_EOR"), kernel.Last[3]);
        using var socket = new ReportSocket(kernel, new KernelDescriptor(kernel, 8));
        Assert.Null(socket.Receive(CancellationToken.None));
        Assert.Equal(Flags("MSG_DONTWAIT", "MSG_CMSG_CLOEXEC"), kernel.Last[2]);
    }

    [GeneratedRegex(@"\b([A-Z][A-Z0-9_]*) = (0x[0-9a-f]+|\d+)")]
    private static partial Regex Declarations();

    private static List<(string Name, long Value)> ReadHeader()
    {
        using var reader = new StreamReader(typeof(LauncherAbiTests).Assembly.GetManifestResourceStream("freebsd.h")!);
        return
        [
            .. Declarations().Matches(reader.ReadToEnd()).Select(static match => (match.Groups[1].Value, match.Groups[2].Value switch
            {
                ['0', 'x', .. string digits] => long.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                var digits => long.Parse(digits, CultureInfo.InvariantCulture),
            })),
        ];
    }

    // Lets every call succeed and remembers what it was.
    private sealed class RecordingKernel(KernelTarget target) : IKernel
    {
        public KernelTarget Target => target;

        public Dictionary<string, int> Calls { get; } = [];

        public long[] Last { get; private set; } = [];

        public SystemCallResult Invoke(SystemCall call)
        {
            Calls[call.Name] = call.Number;
            if (call.Name != "close")
            {
                Last = [.. call.Arguments.ToArray().Select(static argument => argument.Value)];
            }

            return new SystemCallResult(call.Name == "pwrite" ? Last[2] : 0, 0);
        }

        public IProgramLaunch Launch(LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors) => throw new NotSupportedException();
    }
}
