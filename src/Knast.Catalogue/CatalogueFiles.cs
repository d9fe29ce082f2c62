using System.Security.Cryptography;

namespace Knast.Catalogue;

/// <summary>
/// The files of a catalogue. The seal holds the SHA-256 of the database and is away while the database changes: so a writer that was killed,
/// a file that was cut or altered, all show before the database is opened, which does not notice them itself.
/// </summary>
internal sealed class CatalogueFiles(string directory)
{
    public string Directory { get; } = directory;

    public string Database { get; } = Path.Combine(directory, "catalogue.db");

    public string Lock { get; } = Path.Combine(directory, "catalogue.lock");

    private string Log { get; } = Path.Combine(directory, "catalogue-log.db");

    private string Seal { get; } = Path.Combine(directory, "catalogue.seal");

    /// <summary>Whether the database is as its last writer left it.</summary>
    public bool IsSound()
    {
        if (!File.Exists(Seal) || !File.Exists(Database) || File.Exists(Log))
            return false;
        return File.ReadAllText(Seal) == Digest();
    }

    /// <summary>Says that the database is about to change.</summary>
    public void Break() => File.Delete(Seal);

    /// <summary>Says that the database is whole.</summary>
    public void Close()
    {
        string temporary = Seal + ".new";
        File.WriteAllText(temporary, Digest());
        File.Move(temporary, Seal, overwrite: true);
    }

    /// <summary>Away with all but the lock.</summary>
    public void Delete()
    {
        File.Delete(Seal);
        File.Delete(Database);
        File.Delete(Log);
    }

    private string Digest()
    {
        using var file = new FileStream(Database, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
