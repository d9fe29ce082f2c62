using System.Globalization;
using System.Text;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Launching;

/// <summary>Plays a program exactly as launcher/player.c does (docs/programs.md).</summary>
internal sealed class Player : IProcessImage
{
    private const int MostChildren = 8;
    private const int RefusedStatus = 125;

    private readonly SimulatedMachine _machine;
    private readonly ulong _address;
    private readonly ulong[] _registers;
    private readonly List<int> _children = [];
    private readonly uint? _start;
    private readonly byte[] _bytes;
    private readonly ProgramImage _image;
    private PlayerFrames _frames = null!;
    private Process _process = null!;

    private Player(SimulatedMachine machine, byte[] bytes, ulong address, ulong[] registers, uint? start)
    {
        _machine = machine;
        _bytes = bytes;
        _address = address;
        _registers = registers;
        _start = start;
        _image = new ProgramImage(bytes);
    }

    /// <summary>A player of a program in a process's memory.</summary>
    public static Player Load(SimulatedMachine machine, Process process, ReadOnlySpan<byte> program)
    {
        byte[] bytes = program.ToArray();
        return new Player(machine, bytes, process.Memory.Map(bytes), new ulong[ProgramFormat.MaximumRegisters], null);
    }

    /// <inheritdoc/>
    public int Run(Process process)
    {
        _process = process;
        _frames = new PlayerFrames(_machine, process);
        if (_start is { } child)
        {
            return Play(child);
        }

        if (ProgramCheck.Find(_bytes) is var (why, index))
        {
            _frames.Send(FrameKind.Refusal, (uint)why, index, -1);
            return RefusedStatus;
        }

        Relocate();
        return Play(0);
    }

    private void Relocate()
    {
        for (uint index = 0; index < _image.RelocationCount; index++)
        {
            (uint at, uint to) = _image.Relocation(index);
            BitConverter.TryWriteBytes(_image.Data[(int)at..], AddressOf(to));
        }
    }

    private int Play(uint index)
    {
        while (index < _image.RecordCount)
        {
            ImageRecord record = _image.Record(index);
            int error = 0;
            switch (record.Kind)
            {
                case RecordKind.Call:
                    error = Call(record);
                    break;
                case RecordKind.Store:
                    Set(record.Result, Operand(record, 0));
                    break;
                case RecordKind.Patch:
                    Patch(record);
                    break;
                case RecordKind.Fork:
                    error = Fork(record);
                    break;
                case RecordKind.Report when !_frames.Send(FrameKind.Report, record.Number, Operand(record, 0), (int)Operand(record, 1)):
                case RecordKind.Await when !_frames.Await():
                    return Abandon();
                case RecordKind.Exit:
                    return (int)Operand(record, 0);
                case RecordKind.Monitor:
                    error = Monitor(record);
                    if (error == 0)
                    {
                        return 0;
                    }

                    break;
            }

            if (Next(record, index, error) is not { } next)
            {
                _frames.Send(FrameKind.Failure, index, (ulong)error, -1);
                return Abandon();
            }

            index = next;
        }

        return 0;
    }

    private ulong AddressOf(ulong offset) => _address + _image.DataOffset + offset;

    private ulong Operand(ImageRecord record, int index)
    {
        ulong value = record.Operand(index);
        return record.OperandKind(index) switch
        {
            OperandKind.Address => AddressOf(value),
            OperandKind.Register => _registers[value],
            OperandKind.Load8 => Load(value, 1),
            OperandKind.Load16 => Load(value, 2),
            OperandKind.Load32 => Load(value, 4),
            OperandKind.Load64 => Load(value, 8),
            _ => value,
        };
    }

    private ulong Load(ulong offset, int size)
    {
        Span<byte> whole = stackalloc byte[8];
        whole.Clear();
        _image.Data.Slice((int)offset, size).CopyTo(whole);
        return BitConverter.ToUInt64(whole);
    }

    private void Set(ushort register, ulong value)
    {
        if (register != ProgramFormat.NoRegister)
        {
            _registers[register] = value;
        }
    }

    private int Call(ImageRecord record)
    {
        long[] arguments = new long[ProgramFormat.MaximumOperands];
        for (int index = 0; index < record.OperandCount; index++)
        {
            arguments[index] = (long)Operand(record, index);
        }

        SystemCallResult result = _machine.Invoke(_process, _process.Memory, record.Number, null, arguments);
        Set(record.Result, (ulong)(result.Failed ? -result.Errno : result.Value));
        return result.Errno;
    }

    private void Patch(ImageRecord record)
    {
        ulong value = Operand(record, 0);
        Span<byte> to = _image.Data[(int)record.Operand(1)..];
        if (record.Number == 0)
        {
            string text = ((long)value).ToString(CultureInfo.InvariantCulture);
            Encoding.ASCII.GetBytes(text + "\0", to);
            Set(record.Result, (ulong)text.Length);
            return;
        }

        BitConverter.GetBytes(value).AsSpan(0, (int)record.Number).CopyTo(to);
    }

    private int Fork(ImageRecord record)
    {
        lock (_machine.Gate)
        {
            if (_children.Count == MostChildren)
            {
                return ErrorCodes.ToErrno(KernelSystem.FreeBsd, ErrorCode.EAGAIN);
            }

            try
            {
                Process child = ForkCalls.Fork(_process, hasDescriptor: record.Second != ProgramFormat.NoRegister, out int descriptor);
                ulong[] registers = (ulong[])_registers.Clone();
                Start(child, record, registers);
                Set(record.Result, (ulong)child.Pid);
                Set(record.Second, (ulong)descriptor);
                _children.Add(child.Pid);
                return 0;
            }
            catch (KernelError error)
            {
                return error.Errno;
            }
            finally
            {
                _machine.Changed();
            }
        }
    }

    private void Start(Process child, ImageRecord record, ulong[] registers)
    {
        byte[] bytes = child.Memory.PieceAt(_address);
        var player = new Player(_machine, bytes, _address, registers, (uint)record.Operand(0));
        player.Set(record.Result, 0);
        player.Set(record.Second, ulong.MaxValue);
        _machine.Processes.Run(child, player);
    }

    private int Monitor(ImageRecord record)
    {
        var monitor = new ProcessMonitor(_machine, _process, new MonitorTask(
            (int)Operand(record, 0), (int)Operand(record, 1), (int)Operand(record, 2), (int)Operand(record, 3), (int)Operand(record, 4),
            Operand(record, 5), (int)Operand(record, 6)));
        try
        {
            monitor.Open();
        }
        catch (KernelError error)
        {
            return error.Errno;
        }

        monitor.Run(ProgramFormat.ReportDescriptor);
        return 0;
    }

    // Nobody listens any more: what was begun must not outlive the one who wanted it.
    private int Abandon()
    {
        lock (_machine.Gate)
        {
            foreach (int child in _children)
            {
                _machine.Processes.Find(child)?.Signals.Post(Signal.Kill);
            }
        }

        return (int)_image.FailureStatus;
    }

    private uint? Next(ImageRecord record, uint index, int error)
    {
        for (uint entry = 0; entry < record.OnErrnoCount; entry++)
        {
            (uint known, uint skip) = _image.OnErrno(record.OnErrnoFirst + entry);
            if (known == (uint)error)
            {
                return index + 1 + skip;
            }
        }

        return error == 0 ? index + 1 : null;
    }
}
