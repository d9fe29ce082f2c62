using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.Programs;

/// <summary>
/// Damaged programs on the real launcher. It runs behind a seccomp filter, since a damaged call record may be any system call: what the launcher
/// itself needs is let through, everything else answers ENOSYS.
/// </summary>
public sealed class ProgramFuzzTests : IDisposable
{
    private const int Runs = 400;
    private const int Refused = 125;
    private const int SandboxImage = 5;

    private readonly IKernel _kernel = LocalKernel.Open();
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("knast-fuzz-");
    private readonly string _launcher;
    private readonly byte[] _sandbox;
    private readonly byte[] _sound;

    public ProgramFuzzTests()
    {
        _launcher = LauncherImage.CreateFile(_directory.FullName, LauncherImage.Read(_kernel.Target));
        _sandbox = Sandbox().Image.ToArray();
        _sound = Sound().Image.ToArray();
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void TheUndamagedProgramRuns()
    {
        (int status, List<ProgramFrame> frames) = Play(_sound);
        Assert.Equal(9 << 8, status);
        Assert.Equal([1u, 2u, 3u, 4u], frames.Select(static frame => frame.Tag));
    }

    [Fact]
    public void DamagedProgramsEndInAnOrderlyWay() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(Runs),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => EndsOrderly(Damage(_sound, new Random(seed)))));

    [Fact]
    public void NoiseBehindAHeaderIsRefused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Runs / 4),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            byte[] image = _sound[..];
            random.NextBytes(image.AsSpan(ProgramFormat.HeaderSize));
            return EndsOrderly(image);
        }));

    [Theory]
    [InlineData(0, 0x58, nameof(ProgramRefusal.Magic))]
    [InlineData(4, 9, nameof(ProgramRefusal.Version))]
    [InlineData(6, 7, nameof(ProgramRefusal.Target))]
    [InlineData(8, 1, nameof(ProgramRefusal.Layout))]
    [InlineData(14, 0xff, nameof(ProgramRefusal.Layout))]
    [InlineData(64, 99, nameof(ProgramRefusal.Kind))]
    [InlineData(64, 0, nameof(ProgramRefusal.Kind))]
    [InlineData(65, 9, nameof(ProgramRefusal.Operand))]
    [InlineData(64 + 3, 0x70, nameof(ProgramRefusal.Register))]
    [InlineData(64 + 8, 0xee, nameof(ProgramRefusal.OnErrno))]
    [InlineData(64 + 16, 77, nameof(ProgramRefusal.Operand))]
    public void ADamagedFieldIsNamed(int offset, byte value, string refusal)
    {
        byte[] image = _sound[..];
        image[offset] = value;
        (int status, List<ProgramFrame> frames) = Play(image);
        Assert.Equal(Refused << 8, status);
        Assert.Equal((FrameKind.Refusal, refusal), (Assert.Single(frames).Kind, $"{(ProgramRefusal)frames[0].Tag}"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    public void AnImageThatIsTooShortIsRefused(int length)
    {
        (int status, List<ProgramFrame> frames) = Play(_sound[..length]);
        Assert.Equal(Refused << 8, status);
        Assert.Equal((uint)ProgramRefusal.Size, Assert.Single(frames).Tag);
    }

    private bool EndsOrderly(byte[] image)
    {
        (int status, List<ProgramFrame> frames) = Play(image);
        bool isRefused = frames.Exists(static frame => frame.Kind == FrameKind.Refusal);
        return (status & 0x7f) == 0 && (!isRefused || (status >> 8 == Refused && frames.Count == 1));
    }

    private static byte[] Damage(byte[] sound, Random random)
    {
        byte[] image = sound[..];
        ReadOnlySpan<long> interesting = [0, 1, 2, 7, 8, 64, 0x7f, 0xff, 0xffff, 0x7fffffff, 0xffffffff, long.MaxValue, long.MinValue, -1];
        Span<byte> number = stackalloc byte[8];
        for (int count = random.Next(1, 6); count > 0; count--)
        {
            // Mostly in header, records and tables; the data after them is seldom looked at.
            int at = random.Next(random.Next(3) == 0 ? image.Length : BinaryPrimitives.ReadInt32LittleEndian(sound.AsSpan(24)));
            switch (random.Next(3))
            {
                case 0:
                    image[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    image[at] = (byte)random.Next(256);
                    break;
                default:
                    BinaryPrimitives.WriteInt64LittleEndian(number, interesting[random.Next(interesting.Length)]);
                    int size = Math.Min(1 << random.Next(4), image.Length - at);
                    number[..size].CopyTo(image.AsSpan(at));
                    break;
            }
        }

        if (random.Next(10) == 0)
        {
            Array.Resize(ref image, random.Next(image.Length + 64));
        }

        // A wrong size is found at once; what lies behind is of more interest.
        if (image.Length >= ProgramFormat.HeaderSize && random.Next(2) == 0)
        {
            BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(8), image.Length);
        }

        return image;
    }

    private (int Status, List<ProgramFrame> Frames) Play(byte[] image)
    {
        using KernelDescriptor sandbox = LaunchCalls.AnonymousFile(_kernel, "sandbox", isExecutable: false);
        LaunchCalls.Fill(_kernel, sandbox, _sandbox);
        using KernelDescriptor program = LaunchCalls.AnonymousFile(_kernel, "damaged", isExecutable: false);
        LaunchCalls.Fill(_kernel, program, image);
        (KernelDescriptor ours, KernelDescriptor theirs) = LaunchCalls.Socketpair(_kernel);
        using var socket = new ReportSocket(_kernel, ours);
        int pid;
        using (theirs)
        {
            pid = Start(theirs, sandbox, program);
        }

        // Two go-aheads, then the end of file: a program that awaits more must not wait for ever.
        socket.SendGoAhead();
        socket.SendGoAhead();
        using (SystemCall shutdown = CorpusCalls.Rent(_kernel.Target, "shutdown", 48, 210, 134).Argument(ours).Argument(1))
        {
            _kernel.Require(shutdown);
        }

        List<ProgramFrame> frames = ReceiveAll(socket);
        using SystemCall wait = CorpusCalls.Wait4(_kernel.Target, pid);
        _kernel.Require(wait);
        return (BinaryPrimitives.ReadInt32LittleEndian(wait.Bytes(new BlockReference(0))), frames);
    }

    private static List<ProgramFrame> ReceiveAll(ReportSocket socket)
    {
        var frames = new List<ProgramFrame>();
        while (true)
        {
            try
            {
                if (socket.Receive(TestContext.Current.CancellationToken) is not var (frame, descriptor))
                {
                    return frames;
                }

                // It may be the socket's other end.
                descriptor?.Dispose();
                frames.Add(frame);
            }
            catch (InvalidDataException)
            {
                // A damaged call may well write to the report socket.
            }
        }
    }

    private int Start(KernelDescriptor report, KernelDescriptor sandbox, KernelDescriptor program)
    {
        const int Above = LocalProgramLaunch.LargestTarget + 1;
        using KernelDescriptor first = LaunchCalls.DuplicateAbove(_kernel, report, Above);
        using KernelDescriptor second = LaunchCalls.DuplicateAbove(_kernel, sandbox, Above);
        using KernelDescriptor third = LaunchCalls.DuplicateAbove(_kernel, program, Above);
        ReadOnlySpan<(int, int)> descriptors =
        [
            (-1, 0), (-1, 1), (-1, 2), (first.Number, ProgramFormat.ReportDescriptor), (second.Number, ProgramFormat.ProgramDescriptor),
            (third.Number, SandboxImage),
        ];
        return PosixSpawn.Start(_kernel.Target.System, [_launcher], descriptors);
    }

    private LaunchProgram Sandbox()
    {
        const int NoNewPrivileges = 38;
        const int SetFilter = 1;
        KernelTarget target = _kernel.Target;
        var p = new ProgramBuilder(target);
        p.Call(CorpusCalls.Fcntl(target, ProgramFormat.ReportDescriptor, 2, 0));
        p.Call(CorpusCalls.Dup2(target, SandboxImage, ProgramFormat.ProgramDescriptor));
        p.Call(CorpusCalls.Close(target, SandboxImage));
        p.Call(CorpusCalls.Rent(target, "prctl", 157, 167, 0).Argument(NoNewPrivileges).Argument(1).Argument(0).Argument(0).Argument(0));
        SystemCall seccomp = CorpusCalls.Rent(target, "seccomp", 317, 277, 0);
        byte[] filter = Filter(target);
        BlockReference program = seccomp.AddBlock(16, BlockDirection.In);
        BlockReference instructions = seccomp.AddBlock(filter.Length, BlockDirection.In);
        filter.CopyTo(seccomp.Bytes(instructions));
        seccomp.Write(program, 0, 2, filter.Length / 8);
        seccomp.Point(program, 8, instructions);
        p.Call(seccomp.Argument(SetFilter).Argument(0).Argument(program));
        p.Call(CorpusCalls.Execve(target, _launcher, "knast"));
        return p.Build();
    }

    // Allowed: what the launcher needs, with the arguments that it uses where others could take its own memory away.
    private static byte[] Filter(KernelTarget target)
    {
        const uint Allow = 0x7fff0000;
        const uint NotImplemented = 0x00050000 | 38;
        bool isAmd64 = target.Architecture == KernelArchitecture.Amd64;
        int[] allowed = isAmd64 ? [1, 3, 8, 13, 17, 44, 45, 46, 59, 72, 231] : [64, 57, 62, 134, 67, 206, 207, 211, 221, 25, 94];
        (int mmap, int prctl) = isAmd64 ? (9, 157) : (222, 167);
        var code = new List<(ushort Code, byte True, byte False, uint Value)> { (0x20, 0, 0, 0) };
        foreach (int number in allowed)
        {
            code.Add((0x15, 0, 1, (uint)number));
            code.Add((0x06, 0, 0, Allow));
        }

        // mmap(NULL, …) and prctl(PR_SET_NAME): the first argument decides.
        foreach ((int number, uint first) in ((int, uint)[])[(mmap, 0), (prctl, 15)])
        {
            code.AddRange([(0x15, 0, 3, (uint)number), (0x20, 0, 0, 16), (0x15, 0, 1, first), (0x06, 0, 0, Allow), (0x20, 0, 0, 0)]);
        }

        code.Add((0x06, 0, 0, NotImplemented));
        byte[] bytes = new byte[code.Count * 8];
        for (int index = 0; index < code.Count; index++)
        {
            Span<byte> to = bytes.AsSpan(index * 8);
            BinaryPrimitives.WriteUInt16LittleEndian(to, code[index].Code);
            to[2] = code[index].True;
            to[3] = code[index].False;
            BinaryPrimitives.WriteUInt32LittleEndian(to[4..], code[index].Value);
        }

        return bytes;
    }

    // Every kind of record and of operand, tables that are not empty, and pointers.
    private LaunchProgram Sound()
    {
        KernelTarget target = _kernel.Target;
        var p = new ProgramBuilder(target);
        ProgramRegister[] r = [p.NewRegister(), p.NewRegister(), p.NewRegister()];
        var skipped = new ProgramLabel();
        ProgramBlock block = p.NewBlock([1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        p.Call(r[0], CorpusCalls.Writev(target, 1, "hello", "world"), OnErrno.Continue(ErrorCode.ENOSYS));
        p.Store(r[1], ProgramValue.Load(block, 0, 8));
        p.Report(1, r[1]);
        p.Patch(block, 8, 8, r[1]);
        p.PatchDecimal(block, 1, r[1], r[2]);
        p.Await();
        p.Report(2, ProgramValue.Load(block, 3, 2));
        p.Fork(r[2], child => child.Exit(1), processDescriptor: r[0], on: [OnErrno.GoTo(ErrorCode.ENOSYS, skipped)]);
        p.Report(99, 0);
        p.Mark(skipped);
        p.Store(r[0], ProgramValue.Address(block, 2));
        p.Report(3, ProgramValue.Load(block, 1, 1));
        p.Call(CorpusCalls.Write(target, 1, r[0], 8));
        p.Report(4, 0, ProgramFormat.ReportDescriptor);
        p.Exit(9);
        p.Monitor(new MonitorSettings { Child = r[2], Directory = 5 });
        return p.Build();
    }
}
