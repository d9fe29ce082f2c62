using Knast.Simulation.Mounts;

namespace Knast.Simulation.Files;

/// <summary>A file system that is or will be mounted.</summary>
internal abstract class FileSystem
{
    /// <summary>Where it is mounted.</summary>
    public Mount Mount { get; set; } = null!;

    /// <summary>Its kind, as in <c>f_fstypename</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>Its topmost directory, or its only file.</summary>
    public abstract Node Root { get; }

    /// <summary>Bytes that it holds.</summary>
    public virtual long TotalBytes => 1L << 34;

    /// <summary>Bytes that are free.</summary>
    public virtual long FreeBytes => 1L << 33;

    /// <summary>The file system below, for one that shows another.</summary>
    public virtual IEnumerable<Node> LowerRoots => [];

    /// <summary>It is mounted no more.</summary>
    public virtual void Unmounted()
    {
    }
}
