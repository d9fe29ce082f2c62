using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Modules;

/// <summary>struct kld_file_stat (sys/linker.h).</summary>
[AbiStruct("kld_file_stat")]
internal static class KldFileStatLayout
{
    [AbiSize]
    public const int Size = 2080;

    [AbiField("version", 4)]
    public const int Version = 0;

    [AbiField("name", 1024)]
    public const int Name = 4;

    [AbiField("refs", 4)]
    public const int References = 1028;

    [AbiField("id", 4)]
    public const int Id = 1032;
}
