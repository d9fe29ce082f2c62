using System.Reflection;
using System.Runtime.InteropServices;

namespace Knast.Native.Kernel;

/// <summary>Finds libc under the names that Linux (glibc, musl) and FreeBSD give it.</summary>
internal static class LibcLibrary
{
    /// <summary>The name that P/Invokes use.</summary>
    public const string Name = "libc";

    private static readonly object s_lock = new();
    private static bool s_isRegistered;

    /// <summary>Makes the runtime ask us where libc is; once a process.</summary>
    public static void Register()
    {
        lock (s_lock)
        {
            if (!s_isRegistered)
            {
                NativeLibrary.SetDllImportResolver(typeof(LibcLibrary).Assembly, Resolve);
                s_isRegistered = true;
            }
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name)
        {
            return 0;
        }

        foreach (string candidate in (ReadOnlySpan<string>)["libc.so.6", "libc.so.7", "libc.musl-x86_64.so.1", "libc.musl-aarch64.so.1"])
        {
            if (NativeLibrary.TryLoad(candidate, out nint handle))
            {
                return handle;
            }
        }

        return 0;
    }
}
