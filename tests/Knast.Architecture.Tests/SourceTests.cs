using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Knast.Architecture.Tests;

/// <summary>Rules that only the source shows.</summary>
public sealed partial class SourceTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../.."));

    [Fact]
    public void NoOtherProgramIsStarted() => Assert.Empty(Matches(ProcessStart(), except: []));

    [Fact]
    public void OnlyTheSeamAndTheLauncherCallIntoLibraries() =>
        Assert.Empty(Matches(Import(), except: ["src/Knast.Native/Kernel/LibcKernel.cs", "src/Knast.Native/Programs/PosixSpawn.cs", "src/Knast.Shell/"]));

    [Fact]
    public void NothingIsLeftUnfinished() => Assert.Empty(Matches(Unfinished(), except: []));

    [Fact]
    public void NoTypeHasANameThatSaysNothing() => Assert.Empty(Matches(EmptyName(), except: ["src/Knast.Shell/Cmdlets/MatchInfo.cs"]));

    [Fact]
    public void AFileHoldsOnePublicType()
    {
        string[] several = [.. Files().Where(file => PublicType().Count(File.ReadAllText(file)) > 1).Select(Relative)];
        Assert.Empty(several);
    }

    private static string[] Matches(Regex rule, string[] except) =>
    [
        .. Files().Where(file => !except.Any(part => Relative(file).StartsWith(part, StringComparison.Ordinal)))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, index)))
            .Where(item => rule.IsMatch(item.line))
            .Select(item => $"{Relative(item.file)}:{item.index + 1}: {item.line.Trim()}"),
    ];

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Relative(file).Contains("/obj/", StringComparison.Ordinal) && !Relative(file).Contains("/bin/", StringComparison.Ordinal));

    private static string Relative(string file) => Path.GetRelativePath(Root, file);

    // The compiler's path is mapped to /_/ for deterministic builds, so it is read from the build output's place.
    private static string Here([CallerFilePath] string path = "")
    {
        string relative = path.StartsWith("/_/", StringComparison.Ordinal) ? path[3..] : path;
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, relative)))
            {
                return Path.GetDirectoryName(Path.Combine(directory.FullName, relative))!;
            }
        }

        return Path.GetDirectoryName(path)!;
    }

    [GeneratedRegex(@"Process\.Start|new Process\(|ProcessStartInfo")]
    private static partial Regex ProcessStart();

    [GeneratedRegex(@"\[(DllImport|LibraryImport)\(")]
    private static partial Regex Import();

    [GeneratedRegex(@"NotImplementedException|\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\b(class|struct|record|interface) \w*(Manager|Helper|Helpers|Utils|Util|Wrapper|Info)\b")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^public [\w ]*\b(class|struct|record|interface|enum)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
