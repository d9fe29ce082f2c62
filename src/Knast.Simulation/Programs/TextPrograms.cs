using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Launching;

namespace Knast.Simulation.Programs;

/// <summary>echo(1), printf(1), cat(1) and head(1).</summary>
internal static class TextPrograms
{
    public static int Echo(UserSpace user, string[] arguments)
    {
        bool hasEnd = arguments.ElementAtOrDefault(1) != "-n";
        string text = string.Join(' ', arguments.Skip(hasEnd ? 1 : 2));
        user.Write(1, hasEnd ? text + "\n" : text);
        return 0;
    }

    public static int Print(UserSpace user, string[] arguments)
    {
        var text = new StringBuilder();
        string format = arguments.ElementAtOrDefault(1) ?? "";
        int next = 2;
        for (int index = 0; index < format.Length; index++)
        {
            if (format[index] == '\\' && index + 1 < format.Length)
            {
                text.Append(format[++index] switch { 'n' => '\n', 't' => '\t', '0' => '\0', var other => other });
            }
            else if (format[index] == '%' && index + 1 < format.Length)
            {
                text.Append(format[++index] == '%' ? "%" : arguments.ElementAtOrDefault(next++) ?? "");
            }
            else
            {
                text.Append(format[index]);
            }
        }

        user.Write(1, text.ToString());
        return 0;
    }

    public static int Cat(UserSpace user, string[] arguments)
    {
        int status = 0;
        foreach (string path in arguments.Length > 1 ? arguments[1..] : ["-"])
        {
            status |= ForEach(user, "cat", path, piece =>
            {
                user.Write(1, piece);
                return true;
            });
        }

        return status;
    }

    public static int Head(UserSpace user, string[] arguments)
    {
        int lines = arguments.ElementAtOrDefault(1) == "-n" ? int.Parse(arguments[2], System.Globalization.CultureInfo.InvariantCulture) : 10;
        string path = arguments.ElementAtOrDefault(arguments.ElementAtOrDefault(1) == "-n" ? 3 : 1) ?? "-";
        var text = new StringBuilder();
        int status = ForEach(user, "head", path, piece =>
        {
            text.Append(piece);
            return text.ToString().Count(static one => one == '\n') < lines;
        });
        user.Write(1, string.Concat(text.ToString().Split('\n').Take(lines).Select(static line => line + "\n")));
        return status;
    }

    private static int ForEach(UserSpace user, string program, string path, Func<string, bool> take)
    {
        try
        {
            int descriptor = path == "-" ? 0 : user.Open(path, OpenFlags.ReadOnly);
            while (user.Read(descriptor) is { Length: > 0 } piece && take(piece))
            {
            }

            return 0;
        }
        catch (KernelError error)
        {
            user.Write(2, $"{program}: {path}: {ErrorCodes.Describe(error.Code)}\n");
            return 1;
        }
    }
}
