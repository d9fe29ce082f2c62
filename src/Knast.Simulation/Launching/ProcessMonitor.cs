using System.Globalization;
using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Launching;

/// <summary>Stays beside a child, relays its output to a log and leaves its exit status in a file, as launcher/monitor.c does.</summary>
internal sealed class ProcessMonitor
{
    private const int GraceMilliseconds = 200;
    private const int DrainReads = 64;
    private const int RelaySize = 16384;
    private const int ReserveSize = 64;
    private const int NoHang = 1;

    private readonly SimulatedMachine _machine;
    private readonly Process _process;
    private readonly MonitorTask _task;
    private readonly UserSpace _user;
    private readonly MonitorLog? _log;
    private readonly int[] _streams;
    private int _exitFile;
    private (int Status, long Time)? _ended;

    public ProcessMonitor(SimulatedMachine machine, Process process, MonitorTask task)
    {
        _machine = machine;
        _process = process;
        _task = task;
        _user = new UserSpace(machine, process);
        _streams = [task.Output, task.Error];
        _log = task.Log < 0 ? null : new MonitorLog(_user, task);
    }

    /// <summary>Everything that can fail.</summary>
    /// <exception cref="KernelError">What failed.</exception>
    public void Open()
    {
        _log?.Open();
        _exitFile = (int)_user.Require(499, _task.Directory, "exit.tmp", (int)(OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.CloseOnExec | OpenFlags.Truncate), 0x1A4);
        _user.Require(476, _exitFile, Encoding.ASCII.GetBytes(new string('\n', ReserveSize)), ReserveSize, 0);
        foreach (int signal in (int[])[Signal.Hangup, Signal.Interrupt, 3, Signal.Pipe, Signal.Terminate])
        {
            byte[] action = new byte[32];
            action[0] = 1;
            _user.Require(416, signal, action, 0);
        }

        ReapChild();
        ReapOthers();
    }

    /// <summary>Until the child has ended and its status is written.</summary>
    /// <param name="reportDescriptor">The report socket, which is closed first.</param>
    public void Run(int reportDescriptor)
    {
        _user.Try(6, reportDescriptor);
        while (_ended is null)
        {
            Step(default);
        }

        Drain();
        _log?.Finish();
        string text = string.Create(CultureInfo.InvariantCulture, $"{(uint)_ended.Value.Status} {_ended.Value.Time}\n");
        _user.Try(476, _exitFile, Encoding.ASCII.GetBytes(text), text.Length, 0);
        _user.Try(480, _exitFile, text.Length);
        _user.Try(501, _task.Directory, "exit.tmp", _task.Directory, "exit");
    }

    private static long Now() => (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks * 100;

    // The child is gone, but what it wrote is in the pipes, and others may still hold them.
    private void Drain()
    {
        Deadline deadline = Deadline.After(TimeSpan.FromMilliseconds(GraceMilliseconds));
        while ((_streams[0] >= 0 || _streams[1] >= 0) && deadline.Left > 0)
        {
            Step(deadline);
        }

        for (int read = 0; read < DrainReads && IsReadable(); read++)
        {
            Step(Deadline.Now);
        }
    }

    private void Step(Deadline deadline)
    {
        lock (_machine.Gate)
        {
            _machine.Wait(_process, () => IsReadable() || _process.Children.Exists(static child => child.HasEnded), deadline);
        }

        for (int index = 0; index < _streams.Length; index++)
        {
            if (IsReadable(index))
            {
                Relay(index);
            }
        }

        if (_ended is null)
        {
            ReapChild();
        }

        ReapOthers();
    }

    private bool IsReadable() => IsReadable(0) || IsReadable(1);

    private bool IsReadable(int index)
    {
        lock (_machine.Gate)
        {
            return _streams[index] >= 0 && _process.Descriptors.Get(_streams[index]).Ready.HasFlag(PollEvents.In);
        }
    }

    private void Relay(int index)
    {
        byte[] bytes = new byte[RelaySize];
        SystemCallResult result = _user.Try(3, _streams[index], bytes, bytes.Length);
        ErrorCode error = ErrorCodes.FromErrno(KernelSystem.FreeBsd, result.Errno);
        if (error is ErrorCode.EINTR or ErrorCode.EAGAIN)
        {
            return;
        }

        if (result.Failed || result.Value == 0)
        {
            _user.Try(6, _streams[index]);
            _streams[index] = -1;
        }
        else
        {
            _log?.Append(index + 1, bytes.AsSpan(0, (int)result.Value), Now());
        }
    }

    // By its identifier, since one with a process descriptor is given to nobody who waits for any.
    private void ReapChild()
    {
        byte[] status = new byte[4];
        if (_user.Require(7, _task.Child, status, NoHang, 0) == _task.Child)
        {
            _ended = (BitConverter.ToInt32(status), Now());
        }
    }

    private void ReapOthers()
    {
        while (_user.Try(7, -1, 0, NoHang, 0).Value > 0)
        {
        }
    }
}
