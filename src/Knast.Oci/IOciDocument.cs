namespace Knast.Oci;

/// <summary>
/// Marks the records that are whole JSON documents of an OCI specification, and so can be given to <see cref="OciJson"/>.
/// </summary>
public interface IOciDocument;
