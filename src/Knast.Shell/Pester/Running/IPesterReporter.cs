using Knast.Shell.Pester.Model;

namespace Knast.Shell.Pester.Running;

/// <summary>Told of a run as it goes on.</summary>
internal interface IPesterReporter
{
    void FileStarted(TestFile file);

    void BlockStarted(PesterBlock block);

    void TestEnded(PesterTest test);

    void BlockEnded(PesterBlock block);

    void FileEnded(TestFile file);

    void RunEnded(TestRun run);
}
