namespace Knast.Native.FreeBsd.Modules;

/// <summary>A file that is loaded into the kernel (kldstat(2)).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, such as <c>kernel</c> or <c>pf.ko</c>.</param>
/// <param name="References">How many others need it.</param>
public sealed record KldStatus(int Id, string Name, int References);
