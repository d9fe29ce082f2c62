using System.Globalization;
using Knast.Native.Kernel;

namespace Knast.Runtime.CrashHost;

/// <summary>
/// A process to be killed in the middle of an operation: <c>ROOT RUNROOT BUNDLE create|start|delete N</c>.
/// Exits with 0 when the operation ended before the Nth kernel call, and says how many there were.
/// </summary>
internal static class Program
{
    private const string Name = "victim";

    private static int Main(string[] args)
    {
        var options = new EngineOptions { Root = args[0], RunRoot = args[1] };
        var kernel = new KillingKernel(LocalKernel.Open(), int.Parse(args[4], CultureInfo.InvariantCulture));
        ContainerEngine engine = ContainerEngine.Open(options, kernel);
        string? id = args[3] == "create" ? null : Create(engine, args[2]);
        if (args[3] == "delete")
        {
            engine.Start(id!, CancellationToken.None);
        }

        kernel.IsArmed = true;
        switch (args[3])
        {
            case "create":
                Create(engine, args[2]);
                break;
            case "start":
                engine.Start(id!, CancellationToken.None);
                break;
            default:
                engine.Delete(id!, force: true, CancellationToken.None);
                break;
        }

        Console.WriteLine(kernel.Count);
        return 0;
    }

    private static string Create(ContainerEngine engine, string bundle) =>
        engine.Create(new CreateRequest { Bundle = bundle, Name = Name }, CancellationToken.None).Id;
}
