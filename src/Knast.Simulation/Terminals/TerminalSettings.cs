using System.Buffers.Binary;

namespace Knast.Simulation.Terminals;

/// <summary>struct termios (sys/_termios.h).</summary>
internal sealed class TerminalSettings
{
    /// <summary>Bytes of the structure.</summary>
    public const int Size = 44;

    private const uint InputDefault = 0x2B02;
    private const uint OutputDefault = 0x3;
    private const uint ControlDefault = 0x4B00;
    private const uint LocalDefault = 0x5CB;
    private const int CharactersOffset = 16;

    // VEOF, VEOL, VEOL2, VERASE, VWERASE, VKILL, VREPRINT, VERASE2, VINTR, VQUIT, VSUSP …
    private static readonly byte[] s_characters = [4, 255, 255, 127, 23, 21, 18, 8, 3, 28, 26, 25, 17, 19, 22, 15, 1, 0, 20, 255];

    private byte[] _bytes = new byte[Size];

    public TerminalSettings()
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes, InputDefault);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(4), OutputDefault);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(8), ControlDefault);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(12), LocalDefault);
        s_characters.CopyTo(_bytes.AsSpan(CharactersOffset));
    }

    public byte[] Bytes
    {
        get => _bytes;
        set => _bytes = value;
    }

    public bool TranslatesReturns => (Read(0) & 0x100) != 0;

    public bool AddsReturns => (Read(4) & 0x3) == 0x3;

    public bool Echoes => (Read(12) & 0x8) != 0;

    public bool HasSignals => (Read(12) & 0x80) != 0;

    public bool IsCanonical => (Read(12) & 0x100) != 0;

    public byte EndOfFile => _bytes[CharactersOffset];

    public byte Erase => _bytes[CharactersOffset + 3];

    /// <summary>The signal that a character stands for.</summary>
    public int? SignalOf(byte one) => one == 255 ? null
        : one == _bytes[CharactersOffset + 8] ? Processes.Signal.Interrupt
        : one == _bytes[CharactersOffset + 9] ? Processes.Signal.Quit
        : one == _bytes[CharactersOffset + 10] ? Processes.Signal.TerminalStop
        : null;

    private uint Read(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(offset));
}
