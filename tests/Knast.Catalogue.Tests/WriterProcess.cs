using System.Diagnostics;
using Knast.Catalogue.Writer;

namespace Knast.Catalogue.Tests;

/// <summary>Another process that writes to the catalogue.</summary>
internal static class WriterProcess
{
    public static Process Start(CatalogueFolder folder, string prefix, int count)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (string argument in (string[])["exec", typeof(TruthDirectory).Assembly.Location, folder.Path, prefix, count.ToString()])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
