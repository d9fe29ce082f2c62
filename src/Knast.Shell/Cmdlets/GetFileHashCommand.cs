using System.Management.Automation;
using System.Security.Cryptography;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-FileHash: the digests of files.</summary>
[Cmdlet(VerbsCommon.Get, "FileHash", DefaultParameterSetName = "Path")]
public sealed class GetFileHashCommand : PathCommandBase
{
    /// <summary>SHA256, SHA384, SHA512, SHA1 or MD5.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("SHA256", "SHA384", "SHA512", "SHA1", "MD5")]
    public string Algorithm { get; set; } = "SHA256";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PathInfo item in Existing())
        {
            OnItem(item.Path, () =>
            {
                using FileStream file = File.OpenRead(item.ProviderPath);
                using var hash = IncrementalHash.CreateHash(new HashAlgorithmName(Algorithm.ToUpperInvariant()));
                byte[] buffer = new byte[81920];
                for (int read; (read = file.Read(buffer)) > 0;)
                {
                    hash.AppendData(buffer, 0, read);
                }

                var result = new PSObject();
                result.Properties.Add(new PSNoteProperty("Algorithm", Algorithm.ToUpperInvariant()));
                result.Properties.Add(new PSNoteProperty("Hash", Convert.ToHexString(hash.GetHashAndReset())));
                result.Properties.Add(new PSNoteProperty("Path", item.ProviderPath));
                WriteObject(result);
            });
        }
    }
}
