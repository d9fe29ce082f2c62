using Knast.Images.Layers;
using Knast.Native.Kernel;
using Knast.Oci.ImageSpec;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>Makes a container's configuration and root file system of an image and of what the caller asks.</summary>
internal static class ImageSource
{
    private const uint PublicMode = 0x1ED;
    private const uint PrivateMode = 0x1C0;

    /// <summary>Composes and checks the configuration. Nothing is changed.</summary>
    /// <exception cref="KnastException"><c>NetworkUnknown</c>, <c>CommandMissing</c>, <c>ConfigInvalid</c>.</exception>
    public static ContainerSource Read(EngineContext context, CreateRequest request, string name)
    {
        Image image = request.Image ?? throw new KnastException(
            "SourceMissing", KnastErrorKind.InvalidArgument, "A container is made of an image or of a bundle; neither was given.");
        bool isLinux = context.Kernel.Target.System == KernelSystem.Linux;
        RequirePlatform(image, isLinux);
        ImageConfig own = context.Images.ReadConfiguration(image);
        RuntimeConfig defaults = isLinux ? RuntimeConfigDefaults.ForLinux() : RuntimeConfigDefaults.ForFreeBsd();
        RuntimeConfig config = RuntimeConfigComposer.Compose(defaults, own, Overrides(request, name));
        config = RequestedChanges.Apply(config, request);
        RequireCommand(config, image);
        RuntimePlatform platform = isLinux ? RuntimePlatform.Linux : RuntimePlatform.FreeBsd;
        BundleSource.Require(RuntimeConfigValidator.Validate(config, platform), $"The container of {image}");
        return new ContainerSource
        {
            Config = config,
            Image = image,
            User = request.User ?? own.Config?.User ?? "",
            CreatesWorkingDirectory = request.WorkingDirectory is null && !string.IsNullOrEmpty(own.Config?.WorkingDir),
            StopSignal = own.Config?.StopSignal is { Length: > 0 } signal ? signal : "TERM",
        };
    }

    /// <summary>The image's layers, unpacked, the lowest first; none where this host does not stack layers.</summary>
    public static IReadOnlyList<string> Layers(EngineContext context, Image image, IProgress<ImageProgress>? progress, CancellationToken cancellation) =>
        !context.Host.StacksLayers(context.Options) ? [] :
    [
        .. context.Images.Layers.EnsureAsync(image, progress, cancellation).GetAwaiter().GetResult().Select(layer => layer.Path),
    ];

    /// <summary>Makes the directories of the root file system, and copies the layers where they cannot be stacked.</summary>
    public static void PrepareRootfs(
        EngineContext context, Image image, ContainerRecord record, ContainerPaths paths, IProgress<ImageProgress>? progress, CancellationToken cancellation)
    {
        // The modes are what the container's users may do in its root directory.
        context.Files.EnsureDirectory(paths.Rootfs, PublicMode);
        if (record.Rootfs == "overlay")
        {
            context.Files.EnsureDirectory(paths.Upper, PublicMode);
            context.Files.EnsureDirectory(paths.Work, PrivateMode);
            return;
        }

        new RootFilesystemCopier(context.Images).FlattenAsync(image, paths.Rootfs, progress, cancellation).GetAwaiter().GetResult();
    }

    /// <summary>Completes the configuration with the user's numbers and home directory, which only the root file system knows.</summary>
    /// <exception cref="KnastException"><c>UserUnknown</c>.</exception>
    public static RuntimeConfig WithUser(EngineContext context, ContainerSetup setup, string user)
    {
        ContainerIdentity identity = context.Host.FindUser(setup.Rootfs!, user);
        ContainerProcess process = setup.Config.Process!;
        IReadOnlyList<string> environment = process.Env.Any(item => item.StartsWith("HOME=", StringComparison.Ordinal))
            ? process.Env
            : [.. process.Env, $"HOME={identity.Home}"];
        ContainerUser numbers = identity.User with { Umask = process.User.Umask };
        LinuxCapabilities? capabilities = identity.User.Uid == 0 ? process.Capabilities : WithoutEffective(process.Capabilities);
        return setup.Config with { Process = process with { User = numbers, Env = environment, Capabilities = capabilities } };
    }

    // As for any user that is not root: the capabilities can be regained through setuid programs, but are not in force.
    private static LinuxCapabilities? WithoutEffective(LinuxCapabilities? sets) =>
        sets is null ? null : sets with { Effective = sets.Ambient, Permitted = sets.Ambient, Inheritable = sets.Ambient };

    private static RuntimeOverrides Overrides(CreateRequest request, string name) => new()
    {
        Command = request.Command,
        Entrypoint = request.Entrypoint,
        Env = [.. request.Environment.Select(variable => $"{variable.Key}={variable.Value}")],
        WorkingDirectory = request.WorkingDirectory,
        Hostname = request.Hostname ?? (request.Network == "host" ? null : HostnameOf(name)),
        ReadonlyRoot = request.ReadOnly,
        Mounts = request.Mounts,
        Annotations = request.Annotations,
    };

    // hostname(7): at most 63 characters and no underscores or dots at the ends.
    private static string HostnameOf(string name)
    {
        const int longest = 63;
        string usable = name.Replace('_', '-');
        return (usable.Length > longest ? usable[..longest] : usable).TrimEnd('.', '-');
    }

    private static void RequirePlatform(Image image, bool isLinux)
    {
        string here = isLinux ? "linux" : "freebsd";
        if (image.Platform.Os != here)
        {
            throw new KnastException(
                "PlatformMismatch", KnastErrorKind.NotSupported, $"The image {image} is for {image.Platform}; this host runs images for {here}.", image,
                isLinux ? "Choose an image for Linux." : "Choose an image for FreeBSD; Linux images are not supported here yet.");
        }
    }

    private static void RequireCommand(RuntimeConfig config, Image image)
    {
        if (config.Process!.Args.Count == 0)
        {
            throw new KnastException(
                "CommandMissing", KnastErrorKind.InvalidArgument, $"The image {image} names no command to run.", image, "Give one with -Command.");
        }
    }
}
