using Knast.Native.Kernel;

namespace Knast.PowerShell.Narration;

/// <summary>What a request to the kernel does, in words; only for those that change something.</summary>
internal static class KernelWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["mkdirat"] = "Making directory",
        ["mknodat"] = "Making device or FIFO",
        ["unlinkat"] = "Removing",
        ["renameat"] = "Renaming",
        ["mount"] = "Mounting",
        ["nmount"] = "Mounting",
        ["fsmount"] = "Making mount",
        ["move_mount"] = "Mounting on",
        ["umount2"] = "Unmounting",
        ["unmount"] = "Unmounting",
        ["kill"] = "Sending a signal to",
        ["pidfd_send_signal"] = "Sending a signal to",
        ["jail_set"] = "Making or changing jail",
        ["jail_remove"] = "Removing jail",
        ["jail_remove_jd"] = "Removing jail",
        ["kldload"] = "Loading kernel module",
    };

    // Of the many files of a layer only -Debug tells: they are named relative to a directory.
    private static readonly HashSet<string> OfFiles = ["mkdirat", "mknodat", "unlinkat", "renameat"];

    /// <summary>The words; null for a request that only looks, that is one of many, or that found the thing to be as it should.</summary>
    public static string? For(string call, string subject, ErrorCode error)
    {
        bool isNews = !OfFiles.Contains(call) || (subject.StartsWith('/') && error is not (ErrorCode.EEXIST or ErrorCode.ENOENT));
        return isNews ? Words.GetValueOrDefault(call) : null;
    }
}
