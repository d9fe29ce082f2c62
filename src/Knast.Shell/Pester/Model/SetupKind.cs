namespace Knast.Shell.Pester.Model;

/// <summary>The set-ups and teardowns of a block.</summary>
internal enum SetupKind
{
    BeforeAll,
    AfterAll,
    BeforeEach,
    AfterEach,
}
