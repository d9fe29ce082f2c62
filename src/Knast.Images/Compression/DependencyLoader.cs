using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Knast.Images.Compression;

/// <summary>
/// Loads an assembly of ours that needs third-party assemblies, on first use, into a load context of its own: so that they clash with no
/// other module's, and answer no other module's request. Its file is in <c>dependencies/</c> beside Knast's assemblies, or beside them.
/// </summary>
public static class DependencyLoader
{
    private const string Folder = "dependencies";
    private const string Suffix = ".dll";

    private static readonly object s_lock = new();
    private static readonly Dictionary<string, object> s_instances = [];

    /// <summary>The one instance of a type of such an assembly.</summary>
    /// <typeparam name="T">The interface of ours that it implements.</typeparam>
    /// <param name="assemblyName">The assembly's simple name, such as <c>Knast.Catalogue</c>.</param>
    /// <param name="typeName">The type's full name; it has a public constructor without parameters.</param>
    /// <exception cref="ImageException"><see cref="ImageErrorId.DependencyMissing"/>: the file is not there, or this build cannot load assemblies.</exception>
    public static T Get<T>(string assemblyName, string typeName)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        ArgumentNullException.ThrowIfNull(typeName);
        lock (s_lock)
        {
            if (!s_instances.TryGetValue(typeName, out object? instance))
            {
                instance = Create(assemblyName, typeName);
                s_instances.Add(typeName, instance);
            }

            return (T)instance;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The assembly is shipped whole beside this one, never trimmed.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The assembly is shipped whole beside this one, never trimmed.")]
    private static object Create(string assemblyName, string typeName)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw Missing($"{assemblyName} cannot be loaded by a program that is compiled ahead of time; use the PowerShell module for this.", assemblyName);
        }

        string path = Find(assemblyName);
        Assembly assembly = new Context(path).LoadFromAssemblyPath(path);
        return Activator.CreateInstance(assembly.GetType(typeName, throwOnError: true)!)!;
    }

    private static string Find(string assemblyName)
    {
        foreach (string path in (ReadOnlySpan<string>)[
            Path.Combine(HomeDirectory, Folder, assemblyName + Suffix),
            Path.Combine(HomeDirectory, assemblyName + Suffix)])
        {
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw Missing($"{assemblyName}{Suffix} is missing from {Path.Combine(HomeDirectory, Folder)}; reinstall the module.", assemblyName);
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "An empty location is handled.")]
    private static string HomeDirectory => typeof(DependencyLoader).Assembly.Location is { Length: > 0 } location
        ? Path.GetDirectoryName(location)!
        : AppContext.BaseDirectory;

    private static ImageException Missing(string message, string assemblyName) =>
        new(ImageErrorId.DependencyMissing, message) { Subject = assemblyName };

    private sealed class Context(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
    {
        private const string OurPrefix = "Knast.";

        // Types that both sides know must be the same types, so ours come from where this assembly is.
        [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The assembly is shipped whole beside this one, never trimmed.")]
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (assemblyName.Name!.StartsWith(OurPrefix, StringComparison.Ordinal))
            {
                return GetLoadContext(typeof(DependencyLoader).Assembly)!.LoadFromAssemblyName(assemblyName);
            }

            string file = Path.Combine(Path.GetDirectoryName(path)!, assemblyName.Name + Suffix);
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
