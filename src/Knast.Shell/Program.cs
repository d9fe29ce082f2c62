using Knast.Shell.CommandLine;
using Knast.Shell.Hosting;

namespace Knast.Shell;

internal static class Program
{
    private static int Main(string[] args)
    {
        ShellArguments arguments;
        try
        {
            arguments = ShellArgumentParser.Parse(args);
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine(e.Message);
            Console.Error.WriteLine("knast-shell -Help shows the grammar.");
            return ExitCodes.Usage;
        }

        switch (arguments.Mode)
        {
            case ShellMode.Help:
                Console.Out.WriteLine(Usage.Text);
                return ExitCodes.Success;
            case ShellMode.Version:
                Console.Out.WriteLine(ShellVersion.Describe());
                return ExitCodes.Success;
            default:
                using (var session = new ShellSession(arguments))
                    return session.Run();
        }
    }
}
