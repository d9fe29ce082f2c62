using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Launching;
using Knast.Simulation.Processes;
using Knast.Simulation.Programs.Shell;

namespace Knast.Simulation.Programs;

/// <summary>
/// The programs that are part of the simulation. A file stands for one by its name, or by its first line <c>simulated program NAME</c>; other files
/// can only be scripts, which begin with <c>#!</c> and the path of such a file.
/// </summary>
internal static class BuiltInPrograms
{
    /// <summary>What a file that stands for a program begins with.</summary>
    public const string Marker = "simulated program ";

    private const int LongestLine = 256;

    private static readonly Dictionary<string, Func<UserSpace, string[], int>> s_programs = new()
    {
        ["sh"] = ShellProgram.Run,
        ["true"] = static (_, _) => 0,
        ["false"] = static (_, _) => 1,
        ["echo"] = TextPrograms.Echo,
        ["printf"] = TextPrograms.Print,
        ["cat"] = TextPrograms.Cat,
        ["head"] = TextPrograms.Head,
        ["env"] = ProcessPrograms.Environment,
        ["printenv"] = ProcessPrograms.PrintEnvironment,
        ["sleep"] = ProcessPrograms.Sleep,
        ["kill"] = ProcessPrograms.Kill,
        ["id"] = ProcessPrograms.Identify,
        ["hostname"] = ProcessPrograms.Hostname,
        ["uname"] = ProcessPrograms.SystemName,
        ["pwd"] = FilePrograms.WorkingDirectory,
        ["ls"] = FilePrograms.List,
        ["touch"] = FilePrograms.Touch,
        ["mkdir"] = FilePrograms.MakeDirectory,
        ["rm"] = FilePrograms.Remove,
        ["test"] = static (user, arguments) => Condition.Run(user, arguments[1..]),
        ["["] = static (user, arguments) => Condition.Run(user, arguments[1..^1]),
    };

    /// <summary>What a file executes.</summary>
    /// <param name="call">The execve(2).</param>
    /// <param name="path">The path that was given.</param>
    /// <param name="node">The file.</param>
    /// <param name="arguments">The arguments; a script's are those of its interpreter.</param>
    /// <exception cref="KernelError">ENOEXEC: it stands for no program.</exception>
    public static (IProcessImage Image, string Name) Load(CallContext call, string path, Node node, ref string[] arguments)
    {
        string line = FirstLine(node);
        string name = path[(path.LastIndexOf('/') + 1)..];
        if (line.StartsWith("#!", StringComparison.Ordinal))
        {
            string[] interpreter = line[2..].Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            KernelError.Unless(interpreter.Length > 0, ErrorCode.ENOEXEC);
            Node program = call.Find(-100, interpreter[0], LookupFlags.Follow).Required;
            arguments = [.. interpreter, path, .. arguments.Skip(1)];
            return (Image(call, Choose(program, interpreter[0], FirstLine(program)), arguments), name);
        }

        return (Image(call, Choose(node, path, line), arguments), name);
    }

    private static BuiltInImage Image(CallContext call, string program, string[] arguments)
    {
        Func<UserSpace, string[], int> main = s_programs[program];
        return new BuiltInImage(call.Machine, user => main(user, arguments));
    }

    private static string Choose(Node node, string path, string line)
    {
        string marked = line.StartsWith(Marker, StringComparison.Ordinal) ? line[Marker.Length..].Trim() : "";
        string[] candidates = [marked, path[(path.LastIndexOf('/') + 1)..], node.Name];
        return candidates.FirstOrDefault(s_programs.ContainsKey) ?? throw new KernelError(ErrorCode.ENOEXEC);
    }

    private static string FirstLine(Node node)
    {
        if (node.Type != FileType.Regular)
        {
            throw new KernelError(ErrorCode.EACCES);
        }

        byte[] bytes = new byte[LongestLine];
        string text = Encoding.Latin1.GetString(bytes, 0, node.ReadAt(0, bytes));
        return text.Split('\n')[0];
    }
}
