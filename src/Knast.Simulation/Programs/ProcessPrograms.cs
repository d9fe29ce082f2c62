using System.Globalization;
using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Launching;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Programs;

/// <summary>env(1), sleep(1), kill(1), id(1), hostname(1) and uname(1).</summary>
internal static class ProcessPrograms
{
    public static int Environment(UserSpace user, string[] arguments)
    {
        var variables = new List<string>(user.Process.Environment);
        int next = 1;
        if (arguments.ElementAtOrDefault(next) == "-i")
        {
            variables.Clear();
            next++;
        }

        for (; next < arguments.Length && arguments[next].Contains('=', StringComparison.Ordinal); next++)
        {
            string name = arguments[next].Split('=')[0] + "=";
            variables.RemoveAll(variable => variable.StartsWith(name, StringComparison.Ordinal));
            variables.Add(arguments[next]);
        }

        return next < arguments.Length ? ExecutableSearch.Execute(user, arguments[next..], variables, "env") : Print(user, variables);
    }

    public static int PrintEnvironment(UserSpace user, string[] arguments)
    {
        if (arguments.Length == 1)
        {
            return Print(user, user.Process.Environment);
        }

        string name = arguments[1] + "=";
        string? value = user.Process.Environment.FirstOrDefault(variable => variable.StartsWith(name, StringComparison.Ordinal));
        if (value is not null)
        {
            user.Write(1, value[name.Length..] + "\n");
        }

        return value is null ? 1 : 0;
    }

    public static int Sleep(UserSpace user, string[] arguments)
    {
        if (arguments.Length < 2 || !double.TryParse(arguments[1], CultureInfo.InvariantCulture, out double seconds))
        {
            user.Write(2, "usage: sleep number[unit] [...]\n");
            return 1;
        }

        byte[] time = new byte[16];
        BitConverter.TryWriteBytes(time, (long)seconds);
        BitConverter.TryWriteBytes(time.AsSpan(8), (long)((seconds - Math.Floor(seconds)) * 1e9));
        user.Require(240, time, 0);
        return 0;
    }

    public static int Kill(UserSpace user, string[] arguments)
    {
        int signal = Signal.Terminate;
        int next = 1;
        if (arguments.ElementAtOrDefault(1) is { } option && option.StartsWith('-') && option.Length > 1)
        {
            signal = SignalNames.Parse(option == "-s" ? arguments[2] : option[1..]) ?? throw new ProgramExit(2);
            next = option == "-s" ? 3 : 2;
        }

        int status = 0;
        foreach (string pid in arguments[next..])
        {
            SystemCallResult result = user.Try(37, int.Parse(pid, CultureInfo.InvariantCulture), signal);
            if (result.Failed)
            {
                user.Write(2, $"kill: {pid}: {ErrorCodes.Describe(ErrorCodes.FromErrno(KernelSystem.FreeBsd, result.Errno))}\n");
                status = 1;
            }
        }

        return status;
    }

    public static int Identify(UserSpace user, string[] arguments)
    {
        Credentials own = user.Process.Credentials;
        uint[] groups = [own.EffectiveGroup, .. own.Groups.Where(group => group != own.EffectiveGroup)];
        string text = arguments.ElementAtOrDefault(1) switch
        {
            "-u" => $"{own.EffectiveUser}",
            "-g" => $"{own.EffectiveGroup}",
            "-G" => string.Join(' ', groups),
            _ => $"uid={own.RealUser} gid={own.RealGroup} groups={string.Join(',', groups)}",
        };
        user.Write(1, text + "\n");
        return 0;
    }

    public static int Hostname(UserSpace user, string[] arguments)
    {
        if (arguments.Length > 1)
        {
            byte[] name = Encoding.Latin1.GetBytes(arguments[1]);
            user.Require(570, "kern.hostname", "kern.hostname".Length, 0, 0, name, name.Length);
            return 0;
        }

        user.Write(1, user.Process.Jail.Host.Hostname + "\n");
        return 0;
    }

    public static int SystemName(UserSpace user, string[] arguments)
    {
        string release = user.Process.Jail.OsRelease;
        string machine = KernelTarget.LocalArchitecture == KernelArchitecture.Amd64 ? "amd64" : "arm64";
        user.Write(1, (arguments.ElementAtOrDefault(1) ?? "-s") switch
        {
            "-s" => "FreeBSD",
            "-r" => release,
            "-m" or "-p" => machine,
            "-n" => user.Process.Jail.Host.Hostname,
            _ => $"FreeBSD {user.Process.Jail.Host.Hostname} {release} FreeBSD {release} SIMULATED {machine}",
        } + "\n");
        return 0;
    }

    private static int Print(UserSpace user, IEnumerable<string> variables)
    {
        user.Write(1, string.Concat(variables.Select(static variable => variable + "\n")));
        return 0;
    }
}
