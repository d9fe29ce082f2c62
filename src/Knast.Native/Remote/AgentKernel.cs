using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Remote;

/// <summary>The kernel of another machine, which an agent there asks on our behalf (tests/agent). Calls of several threads are made one after the other.</summary>
public sealed class AgentKernel : IKernel, IDisposable
{
    private readonly object _lock = new();
    private readonly AgentAddress _address;
    private readonly AgentConnection _connection;
    private readonly TimeSpan _timeLimit;
    private int _waiting;

    private AgentKernel(AgentAddress address, AgentConnection connection, KernelTarget target, TimeSpan timeLimit)
    {
        _address = address;
        _connection = connection;
        _timeLimit = timeLimit;
        Target = target;
    }

    /// <inheritdoc/>
    public KernelTarget Target { get; }

    /// <summary>Connects to an agent.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="token">The secret that it was started with.</param>
    /// <exception cref="IOException">Nobody listens there, or the token is wrong.</exception>
    /// <exception cref="InvalidDataException">What listens there is something else.</exception>
    public static AgentKernel Connect(AgentAddress address, string token)
    {
        AgentConnection connection = AgentConnection.Open(address);
        try
        {
            HelloFrame.Write(connection.Frame, token);
            (KernelTarget target, TimeSpan limit) = HelloFrame.Read(connection.Exchange("greeting (is the token right, and no other client connected?)"));
            return new AgentKernel(address, connection, target, limit);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">The call blocked the agent for longer than it allows.</exception>
    /// <exception cref="IOException">The connection is lost.</exception>
    public SystemCallResult Invoke(SystemCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        WaitSlice? slice = WaitSlice.For(Target, call);
        int interrupted = ErrorCodes.ToErrno(Target.System, ErrorCode.EINTR);
        while (true)
        {
            (SystemCallResult result, bool isTimeLimit) = Exchange(call, slice);
            if (isTimeLimit)
            {
                throw new TimeoutException($"{call.Name}({call.DescribeSubject()}) blocked the agent at {_address} for longer than {_timeLimit.TotalSeconds} s: wait with ppoll or kevent first.");
            }

            bool isAgain = result.Errno == interrupted && call.IsRetried;
            if (!isAgain && (slice is null || result.Failed || result.Value != 0 || !slice.MoveNext()))
            {
                return result;
            }
        }
    }

    /// <inheritdoc/>
    public IProgramLaunch Launch(LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(descriptors);
        ProgramLaunch.RequireTarget(Target, program);
        ProgramLaunch.RequireTargets(descriptors);
        lock (_lock)
        {
            LaunchFrame.Write(_connection.Frame, program, descriptors);
            (int pid, int report, int errno) = LaunchFrame.Read(_connection.Exchange("launch"));
            return errno == 0
                ? new ProgramLaunch(this, program, new KernelDescriptor(this, report), pid)
                : throw new NativeException(Target.System, errno, "launch", "a program");
        }
    }

    /// <summary>Ends the agent, and the machine where the agent is its process 1. Nothing can be asked afterwards.</summary>
    public void PowerOff()
    {
        lock (_lock)
        {
            _connection.Frame.Begin(AgentVerb.PowerOff);
            _connection.Frame.End();
            _connection.Exchange("power off");
            _connection.Dispose();
        }
    }

    /// <summary>Closes the connection. The agent closes what was opened through it, and programs that wait for us end.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _connection.Dispose();
        }
    }

    private (SystemCallResult Result, bool IsTimeLimit) Exchange(SystemCall call, WaitSlice? slice)
    {
        // The next part of a wait must not overtake a call that another thread wants to make.
        if (slice is { IsFirst: false } && Volatile.Read(ref _waiting) > 0)
        {
            Thread.Sleep(1);
        }

        Interlocked.Increment(ref _waiting);
        lock (_lock)
        {
            Interlocked.Decrement(ref _waiting);

            // The agent closes all descriptors of ours with the connection; finalizers still ask for it.
            if (_connection.IsClosed && call.Name == "close")
            {
                return (default, false);
            }

            CallFrame.Write(_connection.Frame, call, slice);
            return CallFrame.Read(_connection.Exchange(call.Name), call);
        }
    }
}
