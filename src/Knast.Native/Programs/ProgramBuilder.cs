using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>
/// Composes a program for the launcher. A builder is one sequence of records: the first process's, or that of a child inside <see cref="Fork"/>.
/// Nothing is asked of a kernel here.
/// </summary>
public sealed class ProgramBuilder
{
    private readonly ProgramBuilder _root;
    private readonly ProgramData _data;
    private readonly List<ProgramRecord> _records = [];
    private int _registerCount;

    /// <summary>Begins a program.</summary>
    /// <param name="target">The kernel that is to play it.</param>
    public ProgramBuilder(KernelTarget target)
    {
        Target = target;
        _root = this;
        _data = new ProgramData();
    }

    private ProgramBuilder(ProgramBuilder parent)
    {
        Target = parent.Target;
        _root = parent._root;
        _data = parent._data;
    }

    /// <summary>The kernel that is to play the program.</summary>
    public KernelTarget Target { get; }

    /// <summary>The exit status of a process of the program that fails; 127 unless set.</summary>
    public int FailureStatus { get; set; } = 127;

    /// <summary>
    /// Whether the first process goes on after the launch is disposed (it becomes a container or a monitor). Where it does not, disposing the launch
    /// waits for its end.
    /// </summary>
    public bool FirstProcessStays { get; set; }

    /// <summary>The records of this sequence.</summary>
    internal IReadOnlyList<ProgramRecord> Records => _records;

    /// <summary>The data of the whole program.</summary>
    internal ProgramData Data => _data;

    /// <summary>How many registers the whole program has.</summary>
    internal int RegisterCount => _root._registerCount;

    /// <summary>Takes a register that nothing else of the program uses.</summary>
    /// <exception cref="InvalidOperationException">All 64 are taken.</exception>
    public ProgramRegister NewRegister()
    {
        if (_root._registerCount == ProgramFormat.MaximumRegisters)
        {
            throw new InvalidOperationException($"A program has no more than {ProgramFormat.MaximumRegisters} registers.");
        }

        return new ProgramRegister(_root._registerCount++);
    }

    /// <summary>Adds zeros to the program's data.</summary>
    /// <param name="length">Bytes.</param>
    public ProgramBlock NewBlock(int length) => _data.Add(length);

    /// <summary>Adds bytes to the program's data.</summary>
    /// <param name="bytes">The bytes.</param>
    public ProgramBlock NewBlock(ReadOnlySpan<byte> bytes) => _data.Add(bytes);

    /// <summary>Makes the next record of this sequence the place that a label stands for.</summary>
    /// <param name="label">The label.</param>
    /// <exception cref="InvalidOperationException">It stands for a place already.</exception>
    public void Mark(ProgramLabel label)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (label.Owner is not null)
        {
            throw new InvalidOperationException("A label stands for one place only.");
        }

        label.Owner = this;
        label.Position = _records.Count;
    }

    /// <summary>A system call. Its register patches become records before it.</summary>
    /// <param name="call">The call; it is copied and disposed.</param>
    /// <param name="on">Errors that do not end the program.</param>
    public ProgramCall Call(SystemCall call, params OnErrno[] on) => Call(null, call, on);

    /// <summary>A system call whose result is kept.</summary>
    /// <param name="result">The register for the result, or for the error number, negative, of an error in <paramref name="on"/>.</param>
    /// <param name="call">The call; it is copied and disposed.</param>
    /// <param name="on">Errors that do not end the program.</param>
    /// <exception cref="ArgumentException">An argument is a descriptor of this process, or there are more than the system takes.</exception>
    public ProgramCall Call(ProgramRegister? result, SystemCall call, params OnErrno[] on)
    {
        ArgumentNullException.ThrowIfNull(call);
        using (call)
        {
            RequirePlayable(call);
            ProgramBlock[] blocks = _data.Add(call);
            string subject = call.DescribeSubject();
            foreach (RegisterPatch patch in call.Patches)
            {
                AddPatch(call.Name, subject, blocks[patch.Block.Index], patch.Offset, patch.Size, new ProgramRegister(patch.Register), null);
            }

            var operands = new ProgramValue[call.Arguments.Length];
            for (int index = 0; index < operands.Length; index++)
            {
                SystemCallArgument argument = call.Arguments[index];
                operands[index] = argument.Kind switch
                {
                    SystemCallArgumentKind.Block => ProgramValue.Address(blocks[argument.Value]),
                    SystemCallArgumentKind.Register => new ProgramRegister((int)argument.Value),
                    _ => argument.Value,
                };
            }

            Add(new ProgramRecord(RecordKind.Call, call.Name, subject, ProgramText.Call(call))
            {
                Number = (uint)call.Number,
                Result = result,
                Operands = operands,
                On = on,
            });
            return new ProgramCall(blocks);
        }
    }

    /// <summary>Stores a value in a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="value">The value.</param>
    public void Store(ProgramRegister register, ProgramValue value) =>
        Add(new ProgramRecord(RecordKind.Store, "store", register.ToString(), value.ToString()) { Result = register, Operands = [value] });

    /// <summary>Goes on somewhere else.</summary>
    /// <param name="label">Where, further on in this sequence.</param>
    public void GoTo(ProgramLabel label) =>
        Add(new ProgramRecord(RecordKind.Store, "store", "", "0") { Operands = [0], On = [OnErrno.Success(label)] });

    /// <summary>Writes a value into the program's data.</summary>
    /// <param name="block">The block.</param>
    /// <param name="offset">Where in it, in bytes.</param>
    /// <param name="size">1, 2, 4 or 8 bytes, little endian.</param>
    /// <param name="value">The value.</param>
    public void Patch(ProgramBlock block, int offset, int size, ProgramValue value)
    {
        if (size is not (1 or 2 or 4 or 8))
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "A number takes 1, 2, 4 or 8 bytes.");
        }

        AddPatch("patch", "", block, offset, size, value, null);
    }

    /// <summary>Writes a value as a signed decimal number and NUL, which take up to <see cref="RegisterPatch.DecimalLength"/> bytes.</summary>
    /// <param name="block">The block.</param>
    /// <param name="offset">Where in it, in bytes.</param>
    /// <param name="value">The value.</param>
    /// <param name="length">The register for the length without NUL, in bytes.</param>
    public void PatchDecimal(ProgramBlock block, int offset, ProgramValue value, ProgramRegister? length = null) =>
        AddPatch("patch", "", block, offset, RegisterPatch.Decimal, value, length);

    /// <summary>Starts a child that plays a sequence of its own, with the registers as they are; this sequence goes on beside it.</summary>
    /// <param name="pid">The register for the child's process identifier; 0 in the child.</param>
    /// <param name="child">Composes what the child plays.</param>
    /// <param name="flags">Linux: flags of clone(2) without a signal; they may make namespaces, and a sibling (0x8000). FreeBSD: 0.</param>
    /// <param name="processDescriptor">The register for a pidfd (Linux) or a process descriptor (FreeBSD), close-on-exec; -1 in the child.</param>
    /// <param name="on">Errors that do not end the program.</param>
    public void Fork(ProgramRegister? pid, Action<ProgramBuilder> child, uint flags = 0, ProgramRegister? processDescriptor = null, params OnErrno[] on)
    {
        ArgumentNullException.ThrowIfNull(child);
        bool isLinux = Target.System == KernelSystem.Linux;
        const uint Signal = 17;
        var sequence = new ProgramBuilder(this);
        child(sequence);
        Add(new ProgramRecord(RecordKind.Fork, "fork", flags == 0 ? "" : ProgramText.Number(flags), $"fork({ProgramText.Number(flags)})")
        {
            Number = isLinux ? flags | Signal : flags,
            Result = pid,
            Second = processDescriptor,
            Operands = [0],
            Child = sequence,
            On = on,
        });
    }

    /// <summary>Tells the starter a value.</summary>
    /// <param name="tag">Which report it is.</param>
    /// <param name="value">The value.</param>
    /// <param name="descriptor">A descriptor to hand over.</param>
    public void Report(int tag, ProgramValue value, ProgramValue? descriptor = null) =>
        Add(new ProgramRecord(
            RecordKind.Report, "report", $"{tag}", $"report({tag}, {value}{(descriptor is null ? "" : $", descriptor {descriptor}")})")
        {
            Number = (uint)tag,
            Operands = [value, descriptor ?? -1],
        });

    /// <summary>Waits for the starter's go-ahead. When the starter is gone the process kills the children that it forked, and ends.</summary>
    /// <remarks>The go-ahead goes to whoever of the program's processes waits: let only one wait at a time.</remarks>
    public void Await() => Add(new ProgramRecord(RecordKind.Await, "await", "", "await"));

    /// <summary>Ends the process. A sequence that does not end with it ends with status 0.</summary>
    /// <param name="status">The exit status.</param>
    public void Exit(ProgramValue status) => Add(new ProgramRecord(RecordKind.Exit, "exit", "", $"exit({status})") { Operands = [status] });

    /// <summary>Becomes the monitor of a child; nothing comes after it.</summary>
    /// <param name="settings">What it is to do.</param>
    public void Monitor(MonitorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ProgramValue[] operands =
        [
            settings.Child, settings.Output, settings.Error, settings.Log, settings.Directory, settings.LogLimit, settings.RotatedLogs,
        ];
        Add(new ProgramRecord(RecordKind.Monitor, "monitor", $"pid {settings.Child}", $"monitor({string.Join(", ", operands)})")
        {
            Operands = operands,
        });
    }

    /// <summary>Makes the program. Further records may be added and another one made.</summary>
    /// <exception cref="InvalidOperationException">A label was never marked, lies behind, or in another sequence; or the program is too large.</exception>
    public LaunchProgram Build() => new ProgramEncoder(_root).Encode();

    private void AddPatch(
        string name, string subject, ProgramBlock block, int offset, int size, ProgramValue value, ProgramRegister? result)
    {
        int place = block.Place(offset, size == RegisterPatch.Decimal ? RegisterPatch.DecimalLength : size);
        string line = size == RegisterPatch.Decimal ? $"decimal[data+{place}] := {value}" : $"u{size * 8}[data+{place}] := {value}";
        Add(new ProgramRecord(RecordKind.Patch, name, subject, line)
        {
            Number = (uint)size,
            Result = result,
            Operands = [value, place],
        });
    }

    private void RequirePlayable(SystemCall call)
    {
        if (call.HoldsDescriptor)
        {
            throw new ArgumentException(
                $"{call.Name} has a descriptor of this process, which means nothing in a program: map it to a number with {nameof(DescriptorMapping)} and use that.");
        }

        int most = Target.System == KernelSystem.Linux ? 6 : SystemCall.MaximumArguments;
        if (call.Arguments.Length > most)
        {
            throw new ArgumentException($"{call.Name} has {call.Arguments.Length} arguments; {Target.Name} takes {most}.");
        }
    }

    private void Add(ProgramRecord record) => _records.Add(record);
}
