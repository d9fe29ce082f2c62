using System.Text;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>The calls of rctl(4) take a text and give one: <c>(in, inlen, out, outlen)</c>, both ended by NUL.</summary>
internal static class RctlText
{
    private const int FirstGuess = 4096;
    private const int MostAttempts = 12;

    /// <summary>The block with the answer.</summary>
    public static BlockReference AnswerBlock { get; } = new(1);

    /// <summary>Appends the arguments.</summary>
    /// <param name="call">The call.</param>
    /// <param name="text">The rule or filter.</param>
    /// <param name="room">Bytes for the answer; 0 where there is none.</param>
    public static SystemCall Arguments(SystemCall call, string text, int room)
    {
        call.Argument(text).Argument(Encoding.UTF8.GetByteCount(text) + 1);
        BlockReference answer = call.AddBlock(room, BlockDirection.Out);
        return (room == 0 ? call.Argument(0) : call.Argument(answer)).Argument(room);
    }

    /// <summary>Asks, with more room as long as the answer does not fit.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="compose">Makes the call with so much room.</param>
    /// <returns>The entries, which commas part.</returns>
    public static string[] Ask(IKernel kernel, Func<int, SystemCall> compose)
    {
        int room = FirstGuess;
        for (int attempt = 0; ; attempt++, room *= 2)
        {
            using SystemCall call = compose(room);
            SystemCallResult result = kernel.Invoke(call);
            if (!result.Failed)
            {
                return Split(call.Bytes(AnswerBlock));
            }

            if (result.Code() != ErrorCode.ERANGE || attempt == MostAttempts)
            {
                throw Explain(result, call);
            }
        }
    }

    /// <summary>Makes a call without an answer.</summary>
    public static void Tell(IKernel kernel, SystemCall call)
    {
        SystemCallResult result = kernel.Invoke(call);
        if (result.Failed)
        {
            throw Explain(result, call);
        }
    }

    /// <summary>The failure, with what to do where accounting is off.</summary>
    public static NativeException Explain(SystemCallResult result, SystemCall call) => result.ToException(
        call,
        result.Code() == ErrorCode.ENOSYS ? "resource accounting is off: set kern.racct.enable=1 in /boot/loader.conf and restart the machine" : null);

    private static string[] Split(ReadOnlySpan<byte> answer) => FixedText.Read(answer).Split(',', StringSplitOptions.RemoveEmptyEntries);
}
