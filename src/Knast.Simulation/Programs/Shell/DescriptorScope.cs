using Knast.Native.Kernel;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Launching;

namespace Knast.Simulation.Programs.Shell;

/// <summary>Redirections, and the way back.</summary>
internal sealed class DescriptorScope(UserSpace user)
{
    private const int FirstSaved = 10;
    private const int DuplicateCloseOnExec = 17;

    private readonly Stack<(int Descriptor, int Saved)> _saved = new();

    /// <summary>Carries a redirection out.</summary>
    /// <exception cref="KernelError">The file cannot be opened.</exception>
    public void Apply(Redirection redirection, string target, bool isForGood)
    {
        if (!isForGood)
        {
            SystemCallResult copy = user.Try(92, redirection.Descriptor, DuplicateCloseOnExec, FirstSaved);
            _saved.Push((redirection.Descriptor, copy.Failed ? -1 : (int)copy.Value));
        }

        if (redirection.Operator is ">&" or "<&")
        {
            if (target == "-")
            {
                user.Close(redirection.Descriptor);
                return;
            }

            user.Require(90, int.Parse(target, System.Globalization.CultureInfo.InvariantCulture), redirection.Descriptor);
            return;
        }

        int opened = user.Open(target, redirection.Operator switch
        {
            "<" => OpenFlags.ReadOnly,
            "<>" => OpenFlags.ReadWrite | OpenFlags.Create,
            ">>" => OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Append,
            _ => OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Truncate,
        });
        if (opened != redirection.Descriptor)
        {
            user.Require(90, opened, redirection.Descriptor);
            user.Close(opened);
        }
    }

    /// <summary>Undoes all of them.</summary>
    public void Restore()
    {
        while (_saved.TryPop(out (int Descriptor, int Saved) entry))
        {
            if (entry.Saved < 0)
            {
                user.Close(entry.Descriptor);
            }
            else
            {
                user.Require(90, entry.Saved, entry.Descriptor);
                user.Close(entry.Saved);
            }
        }
    }
}
