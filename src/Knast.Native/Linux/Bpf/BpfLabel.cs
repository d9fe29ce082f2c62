namespace Knast.Native.Linux.Bpf;

/// <summary>A place in a program that jumps lead to before it is known where it is.</summary>
public sealed class BpfLabel
{
    internal int? Position { get; set; }

    internal List<int> Jumps { get; } = [];
}
