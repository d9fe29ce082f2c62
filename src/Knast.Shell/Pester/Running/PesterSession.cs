using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Knast.Shell.Pester.Model;

namespace Knast.Shell.Pester.Running;

/// <summary>What Describe, It and the others need to know of the run that they are called in; one for each runspace.</summary>
internal sealed class PesterSession
{
    private static readonly ConditionalWeakTable<Runspace, PesterSession> Sessions = [];

    private PesterSession(ScopeInvoker scopes) => Scopes = scopes;

    public ScopeInvoker Scopes { get; }

    /// <summary>The block whose body is being read; null in the run phase.</summary>
    public PesterBlock? Discovering { get; set; }

    /// <summary>The test that runs.</summary>
    public PesterTest? Running { get; set; }

    public static PesterSession Start(ScopeInvoker scopes)
    {
        var session = new PesterSession(scopes);
        Sessions.Add(Runspace.DefaultRunspace, session);
        return session;
    }

    public static void End() => Sessions.Remove(Runspace.DefaultRunspace);

    public static bool IsActive => Sessions.TryGetValue(Runspace.DefaultRunspace, out _);

    /// <summary>The session, if a file is being read.</summary>
    public static PesterSession RequireDiscovery(string command)
    {
        if (!Sessions.TryGetValue(Runspace.DefaultRunspace, out PesterSession? session))
            throw TestFailure.Misuse($"{command} belongs into a *.Tests.ps1 file that Invoke-Pester or knast-shell -Pester runs.");
        if (session.Discovering is null)
            throw TestFailure.Misuse($"{command} must not be called while tests run; it belongs directly into a Describe or Context.");
        return session;
    }

    /// <summary>The block that is being read, which is not the file itself.</summary>
    public static PesterBlock RequireBlock(string command)
    {
        PesterBlock block = RequireDiscovery(command).Discovering!;
        return block.IsRoot ? throw TestFailure.Misuse($"{command} must stand in a Describe or Context, not directly in the file.") : block;
    }
}
