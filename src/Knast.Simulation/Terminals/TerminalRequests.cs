using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Terminals;

/// <summary>ioctl(2) on terminals (tty(4)).</summary>
internal static class TerminalRequests
{
    private const uint GetWindowSize = 0x40087468;
    private const uint SetWindowSize = 0x80087467;
    private const uint GetSettings = 0x402C7413;
    private const uint SetSettings = 0x802C7414;
    private const uint SetSettingsAfterOutput = 0x802C7415;
    private const uint SetSettingsAndFlush = 0x802C7416;
    private const uint SetControlling = 0x20007461;
    private const uint GetForeground = 0x40047477;
    private const uint SetForeground = 0x80047476;
    private const uint GetSession = 0x40047463;

    /// <summary>Carries a request out.</summary>
    /// <exception cref="KernelError">ENOTTY, EPERM.</exception>
    public static long Run(CallContext call, Terminal terminal, uint request)
    {
        switch (request)
        {
            case GetWindowSize:
                call.Memory.Write(call.Address(2), terminal.WindowSize);
                return 0;
            case SetWindowSize:
                terminal.SetWindowSize(call.Memory.Read(call.Address(2), 8).ToArray());
                return 0;
            case GetSettings:
                call.Memory.Write(call.Address(2), terminal.Settings.Bytes);
                return 0;
            case SetSettings or SetSettingsAfterOutput or SetSettingsAndFlush:
                terminal.Settings.Bytes = call.Memory.Read(call.Address(2), TerminalSettings.Size).ToArray();
                return 0;
            case SetControlling:
                TakeOver(call.Process, terminal);
                return 0;
            case GetForeground:
                BinaryPrimitives.WriteInt32LittleEndian(call.Memory.Write(call.Address(2), 4), terminal.ForegroundGroup);
                return 0;
            case SetForeground:
                KernelError.Unless(terminal.SessionId == call.Process.SessionId, ErrorCode.ENOTTY);
                terminal.ForegroundGroup = call.Memory.ReadInt32(call.Address(2));
                return 0;
            case GetSession:
                BinaryPrimitives.WriteInt32LittleEndian(call.Memory.Write(call.Address(2), 4), terminal.SessionId);
                return 0;
            default:
                throw new KernelError(ErrorCode.ENOTTY);
        }
    }

    private static void TakeOver(Process process, Terminal terminal)
    {
        if (terminal.SessionId == process.SessionId)
        {
            return;
        }

        bool isLeader = process.SessionId == process.Pid;
        bool hasOne = process.Machine.Terminals.OfSession(process.SessionId) is not null;
        KernelError.Unless(isLeader && !hasOne && terminal.SessionId == 0, ErrorCode.EPERM);
        terminal.SessionId = process.SessionId;
        terminal.ForegroundGroup = process.GroupId;
    }
}
