using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Terminals;

/// <summary>TIOCSWINSZ (tty(4)): how large the window of a terminal is; its foreground processes get SIGWINCH.</summary>
public static class TerminalSetWindowSize
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="terminal">Either side of the terminal.</param>
    /// <param name="rows">Lines.</param>
    /// <param name="columns">Characters of a line.</param>
    public static SystemCall Compose(KernelTarget target, Operand terminal, ushort rows, ushort columns)
    {
        SystemCall call = FreeBsdSystemCall.Ioctl(target).Argument(terminal).Argument((long)TerminalRequest.SetWindowSize);
        call.Subject = "TIOCSWINSZ";
        BlockReference size = call.AddBlock(WinsizeLayout.Size, BlockDirection.In);
        call.Write(size, WinsizeLayout.Rows, 2, rows);
        call.Write(size, WinsizeLayout.Columns, 2, columns);
        return call.Argument(size);
    }

    /// <summary>Sets the size.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="terminal">Either side of the terminal.</param>
    /// <param name="rows">Lines.</param>
    /// <param name="columns">Characters of a line.</param>
    /// <exception cref="NativeException">ENOTTY: no terminal; EIO: its other side is closed.</exception>
    public static void Invoke(IKernel kernel, Operand terminal, ushort rows, ushort columns)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, terminal, rows, columns);
        kernel.Require(call);
    }
}
