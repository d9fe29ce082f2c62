using System.Globalization;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;
using Knast.Simulation.Launching;

namespace Knast.Simulation.Programs;

/// <summary>test(1).</summary>
internal static class Condition
{
    private const int FormatBits = 0xF000;
    private const int Malformed = 2;

    public static int Run(UserSpace user, string[] arguments) => arguments switch
    {
        [] => 1,
        ["!", .. var rest] => Run(user, rest) switch { 0 => 1, 1 => 0, var other => other },
        [var text] => text.Length > 0 ? 0 : 1,
        [var operation, var operand] => IsTrue(user, operation, operand) is { } isTrue ? isTrue ? 0 : 1 : Malformed,
        [var left, var operation, var right] => Compare(left, operation, right) is { } isTrue ? isTrue ? 0 : 1 : Malformed,
        _ => Malformed,
    };

    private static bool? IsTrue(UserSpace user, string operation, string operand) => operation switch
    {
        "-n" => operand.Length > 0,
        "-z" => operand.Length == 0,
        "-e" => TypeOf(user, operand) is not null,
        "-f" => TypeOf(user, operand) == FileType.Regular,
        "-d" => TypeOf(user, operand) == FileType.Directory,
        "-p" => TypeOf(user, operand) == FileType.Fifo,
        "-c" => TypeOf(user, operand) == FileType.CharacterDevice,
        "-r" => !user.Try(33, operand, 4).Failed,
        "-w" => !user.Try(33, operand, 2).Failed,
        "-x" => !user.Try(33, operand, 1).Failed,
        "-s" => Status(user, operand) is { } status && BitConverter.ToInt64(status, StatLayout.Length) > 0,
        _ => null,
    };

    private static bool? Compare(string left, string operation, string right) => operation switch
    {
        "=" or "==" => left == right,
        "!=" => left != right,
        "-eq" => Number(left) == Number(right),
        "-ne" => Number(left) != Number(right),
        "-lt" => Number(left) < Number(right),
        "-le" => Number(left) <= Number(right),
        "-gt" => Number(left) > Number(right),
        "-ge" => Number(left) >= Number(right),
        _ => null,
    };

    private static long Number(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out long number) ? number : throw new ProgramExit(Malformed);

    private static byte[]? Status(UserSpace user, string path)
    {
        byte[] status = new byte[StatLayout.Size];
        return user.Try(552, -100, path, status, 0).Failed ? null : status;
    }

    private static FileType? TypeOf(UserSpace user, string path) =>
        Status(user, path) is { } status ? (FileType)(BitConverter.ToUInt16(status, StatLayout.Mode) & FormatBits) : null;
}
