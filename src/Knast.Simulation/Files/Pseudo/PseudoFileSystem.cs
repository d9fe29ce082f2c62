namespace Knast.Simulation.Files.Pseudo;

/// <summary>A file system whose files say what the kernel knows (pseudofs).</summary>
internal sealed class PseudoFileSystem : FileSystem
{
    public PseudoFileSystem(string typeName, Func<PseudoFileSystem, PseudoDirectory> makeRoot)
    {
        TypeName = typeName;
        Root = makeRoot(this);
    }

    public override string TypeName { get; }

    public override Node Root { get; }
}
