using System.Security.Cryptography;
using Knast.Native.Kernel;
using Knast.Oci;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>OCI <em>create</em>: all is checked, then recorded, then done; what fails on the way is undone.</summary>
internal static class CreateContainer
{
    private const int IdBytes = 16;

    /// <summary>Creates a container.</summary>
    public static Container Run(EngineContext context, CreateRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        string id = ContainerName.Parse(request.Id ?? Convert.ToHexString(RandomNumberGenerator.GetBytes(IdBytes)).ToLowerInvariant()).Value;
        ContainerName name = ContainerName.Parse(request.Name ?? request.Id ?? MadeUpNames.Next(request, id));
        ContainerSource source = request.Bundle is { } bundle
            ? BundleSource.Read(context.Files, bundle, Platform(context))
            : ImageSource.Read(context, request, name.Value);
        context.Host.Validate(source.Config, source.Bundle ?? "/");
        using IDisposable? hold = source.Image is null ? null : context.Images.HoldAsync(cancellation).GetAwaiter().GetResult();
        IReadOnlyList<string> layers = source.Image is null ? [] : ImageSource.Layers(context, source.Image, request.Progress, cancellation);
        HalfMadeContainers.Sweep(context);
        ContainerPaths paths = context.Containers.Paths(id);
        using ContainerLock held = ContainerLock.TryCreate(paths)
            ?? throw new KnastException("ContainerExists", KnastErrorKind.AlreadyExists, $"There is a container with the id {id} already.", id);
        try
        {
            ContainerRecord record = Record(context, request, source, name, id, layers);
            StateFile.Write(paths.Intent, record, StateJson.Default.ContainerRecord);
            TakeName(context, name, id);
            Build(context, source, record, paths, request.Progress, cancellation);
            File.Move(paths.Intent, paths.Record);
        }
        catch (Exception failure)
        {
            EraseAfter(context, paths, failure);
            throw;
        }

        return context.Containers.Read(id).ToContainer(ContainerDirectory.ReadConfig(paths));
    }

    private static void EraseAfter(EngineContext context, ContainerPaths paths, Exception failure)
    {
        try
        {
            DeleteContainer.Erase(context, paths);
        }
        catch (Exception second) when (second is IOException or KnastException or UnauthorizedAccessException)
        {
            throw new KnastException(
                "UndoFailed", KnastErrorKind.Kernel, $"{failure.Message} What had been done could not all be undone: {second.Message}", paths.Id,
                "Remove the rest with Remove-KnastContainer -Force.", failure);
        }
    }

    private static RuntimePlatform Platform(EngineContext context) =>
        context.Kernel.Target.System == Native.Kernel.KernelSystem.Linux ? RuntimePlatform.Linux : RuntimePlatform.FreeBsd;

    private static ContainerRecord Record(
        EngineContext context, CreateRequest request, ContainerSource source, ContainerName name, string id, IReadOnlyList<string> layers)
    {
        ContainerPaths paths = context.Containers.Paths(id);
        return new ContainerRecord
        {
            Id = id,
            Name = name.Value,
            Created = DateTimeOffset.UtcNow,
            Bundle = source.Bundle ?? paths.Directory,
            Image = source.Image?.ToString(),
            ImageId = source.Image?.Id,
            Rootfs = source.Image is null ? "bundle" : layers.Count > 0 && context.Host.CanStack(layers) ? "overlay" : "copy",
            Layers = layers,
            Network = request.Network,
            StopSignal = request.StopSignal ?? source.StopSignal,
            StopTimeoutSeconds = request.StopTimeout.TotalSeconds,
            StandardInputPath = request.StandardInputPath,
            CreatesWorkingDirectory = source.CreatesWorkingDirectory,
            Labels = request.Labels,
        };
    }

    private static void TakeName(EngineContext context, ContainerName name, string id)
    {
        while (!ContainerNames.TryTake(context.Options, name, id))
        {
            string? owner = ContainerNames.Find(context.Options, name);
            if (owner is not null && Directory.Exists(context.Containers.Paths(owner).Directory))
            {
                throw new KnastException(
                    "ContainerExists", KnastErrorKind.AlreadyExists, $"The name \"{name}\" is taken by the container {owner}.", name.Value,
                    "Choose another name, or remove that container.");
            }

            if (owner is not null)
            {
                ContainerNames.Release(context.Options, name, owner);
            }
        }
    }

    private static void Build(
        EngineContext context, ContainerSource source, ContainerRecord record, ContainerPaths paths, IProgress<ImageProgress>? progress, CancellationToken cancellation)
    {
        if (source.Image is not null)
        {
            ImageSource.PrepareRootfs(context, source.Image, record, paths, progress, cancellation);
        }

        var setup = new ContainerSetup
        {
            Record = record,
            Config = source.Config,
            Paths = paths,
            RootDirectory = source.RootDirectory ?? paths.Rootfs,
        };
        using KernelDescriptor? rootfs = source.Image is null ? null : context.Host.OpenRootfs(setup);
        setup = setup with { Rootfs = rootfs };
        RuntimeConfig config = source.Image is null ? source.Config : ImageSource.WithUser(context, setup, source.User);
        File.WriteAllBytes(paths.Config, source.ConfigBytes ?? OciJson.Write(config, indented: true));
        LaunchContainer.Run(context, setup with { Config = config }, cancellation);
    }
}
