using Knast.Oci;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts;

namespace Knast.Runtime.Operations;

/// <summary>Reads and checks an OCI bundle (runtime-spec bundle.md). Nothing is changed.</summary>
internal static class BundleSource
{
    /// <summary>Reads a bundle.</summary>
    /// <param name="files">The files of the machine that has the root file system.</param>
    /// <param name="bundle">The bundle directory.</param>
    /// <param name="platform">What it is to run on.</param>
    /// <exception cref="KnastException"><c>BundleNotFound</c>, <c>ConfigInvalid</c>, <c>RootfsInvalid</c>.</exception>
    public static ContainerSource Read(KernelFiles files, string bundle, RuntimePlatform platform)
    {
        string directory = Path.GetFullPath(bundle);
        byte[] bytes = ReadConfig(directory);
        RuntimeConfig config = Parse(bytes, directory, platform);
        string root = Path.GetFullPath(config.Root?.Path ?? "", directory);
        CheckRoot(files, root, config, directory);
        return new ContainerSource { Config = config, ConfigBytes = bytes, Bundle = directory, RootDirectory = root };
    }

    /// <summary>Says everything that is wrong with a configuration in one error.</summary>
    /// <exception cref="KnastException"><c>ConfigInvalid</c>.</exception>
    public static void Require(IReadOnlyList<Violation> violations, string what)
    {
        if (violations.Count > 0)
        {
            string more = violations.Count > 1 ? $" ({violations.Count} violations: {string.Join("; ", violations.Skip(1))})" : "";
            throw new KnastException("ConfigInvalid", KnastErrorKind.InvalidData, $"{what}: {violations[0]}{more}", what);
        }
    }

    private static byte[] ReadConfig(string directory)
    {
        string path = Path.Combine(directory, RuntimeConfig.FileName);
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new KnastException(
                "BundleNotFound", KnastErrorKind.NotFound,
                Directory.Exists(directory) ? $"The directory {directory} is no bundle: it has no config.json." : $"There is no bundle directory {directory}.",
                directory);
        }

        return file.Length <= OciJson.MaxBytes
            ? File.ReadAllBytes(path)
            : throw new KnastException("ConfigInvalid", KnastErrorKind.InvalidData, $"{path} has {file.Length} bytes; at most {OciJson.MaxBytes} are read.", path);
    }

    private static RuntimeConfig Parse(byte[] bytes, string directory, RuntimePlatform platform)
    {
        string path = Path.Combine(directory, RuntimeConfig.FileName);
        try
        {
            RuntimeConfig config = OciJson.Read<RuntimeConfig>(bytes, path);
            Require(RuntimeConfigValidator.ValidateDocument(bytes, platform), path);
            return config;
        }
        catch (OciDocumentException error)
        {
            throw new KnastException("ConfigInvalid", KnastErrorKind.InvalidData, error.Message, path, inner: error);
        }
    }

    private static void CheckRoot(KernelFiles files, string root, RuntimeConfig config, string directory)
    {
        if (config.Root is null)
        {
            throw new KnastException("RootfsInvalid", KnastErrorKind.InvalidData, $"The configuration of the bundle {directory} has no root.", directory);
        }

        if (!files.IsDirectory(root))
        {
            throw new KnastException(
                "RootfsInvalid", KnastErrorKind.InvalidData,
                files.Status(root) is null ? $"The root file system {root} does not exist." : $"The root file system {root} is a file; it must be a directory.",
                root);
        }
    }
}
