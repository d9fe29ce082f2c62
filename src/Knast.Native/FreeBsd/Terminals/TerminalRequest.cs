using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Terminals;

/// <summary>Requests of ioctl(2) on terminals (tty(4), sys/ttycom.h).</summary>
internal enum TerminalRequest : uint
{
    [AbiConstant("TIOCGPTN")]
    GetNumber = 0x4004740F,

    [AbiConstant("TIOCGWINSZ")]
    GetWindowSize = 0x40087468,

    [AbiConstant("TIOCSWINSZ")]
    SetWindowSize = 0x80087467,

    [AbiConstant("TIOCSCTTY")]
    SetControlling = 0x20007461,
}
