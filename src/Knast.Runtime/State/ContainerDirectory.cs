using Knast.Oci;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts;

namespace Knast.Runtime.State;

/// <summary>The containers of an engine, as their directories and the kernel tell.</summary>
internal sealed class ContainerDirectory
{
    private readonly EngineOptions _options;
    private readonly IContainerHost _host;
    private readonly KernelFiles _files;

    public ContainerDirectory(EngineOptions options, IContainerHost host, KernelFiles files)
    {
        _options = options;
        _host = host;
        _files = files;
    }

    /// <summary>The ids of all containers, half-made ones included.</summary>
    public IEnumerable<string> Ids()
    {
        string root = ContainerPaths.ContainersRoot(_options);
        return Directory.Exists(root)
            ? Directory.EnumerateDirectories(root)
                .Select(path => Path.GetFileName(path))
                .Where(name => ContainerName.TryParse(name, out _, out _))
            : [];
    }

    /// <summary>The paths of a container, whether there is one or not.</summary>
    public ContainerPaths Paths(string id) => new(_options, ContainerName.Parse(id).Value);

    /// <summary>Finds a container by its id, its name, or the beginning of its id.</summary>
    /// <exception cref="KnastException"><c>ContainerNotFound</c>, <c>ContainerAmbiguous</c>.</exception>
    public string FindId(string nameOrId)
    {
        ContainerName name = ContainerName.Parse(nameOrId);
        if (ContainerNames.Find(_options, name) is { } id)
        {
            return id;
        }

        string[] found = [.. Ids().Where(candidate => candidate.StartsWith(name.Value, StringComparison.Ordinal)).Take(2)];
        if (found.Contains(name.Value) || found.Length == 1)
        {
            return found.Contains(name.Value) ? name.Value : found[0];
        }

        throw found.Length == 0
            ? new KnastException(
                "ContainerNotFound", KnastErrorKind.NotFound, $"There is no container \"{name}\".", nameOrId, "Get-KnastContainer lists those that there are.")
            : new KnastException(
                "ContainerAmbiguous", KnastErrorKind.InvalidArgument, $"\"{name}\" is the beginning of more than one container's id.", nameOrId, "Give more of the id, or the name.");
    }

    /// <summary>Looks at a container; null where there is none.</summary>
    public ContainerSnapshot? TryRead(string id)
    {
        ContainerPaths paths = Paths(id);
        if (!Directory.Exists(paths.Directory))
        {
            return null;
        }

        ContainerRecord? record = StateFile.Read(paths.Record, StateJson.Default.ContainerRecord);
        bool isComplete = record is not null;
        record ??= StateFile.Read(paths.Intent, StateJson.Default.ContainerRecord);
        ProcessRecord? process = StateFile.Read(paths.Process, StateJson.Default.ProcessRecord);
        ContainerStatus status = Status(paths, isComplete, process);
        return new ContainerSnapshot
        {
            Paths = paths,
            Record = record,
            IsComplete = isComplete,
            Process = process,
            Status = status,
            Exit = status == ContainerStatus.Stopped ? ExitFile.Read(_files, paths.Exit) : null,
        };
    }

    /// <summary>Looks at all containers. One whose files are damaged is there as if half-made, so that it can be seen and removed.</summary>
    public IEnumerable<ContainerSnapshot> ReadAll()
    {
        foreach (string id in Ids())
        {
            ContainerSnapshot? container = DamagedState.Tolerate(() => TryRead(id));
            if (container is not null || Directory.Exists(Paths(id).Directory))
            {
                yield return container ?? Damaged(id);
            }
        }
    }

    /// <summary>Looks at a container that must be there.</summary>
    /// <exception cref="KnastException"><c>ContainerNotFound</c>.</exception>
    public ContainerSnapshot Read(string id) => TryRead(id)
        ?? throw new KnastException("ContainerNotFound", KnastErrorKind.NotFound, $"There is no container with the id {id}.", id);

    /// <summary>The configuration of a container; null where a crash left none.</summary>
    /// <exception cref="KnastException"><c>StateDamaged</c>.</exception>
    public static RuntimeConfig? ReadConfig(ContainerPaths paths)
    {
        try
        {
            return OciJson.Read<RuntimeConfig>(File.ReadAllBytes(paths.Config), paths.Config);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (OciDocumentException error)
        {
            throw new KnastException(
                "StateDamaged", KnastErrorKind.InvalidData, $"The configuration {paths.Config} is damaged: {error.Message}", paths.Id,
                "Remove the container with Remove-KnastContainer -Force.", error);
        }
    }

    private ContainerSnapshot Damaged(string id) => new()
    {
        Paths = Paths(id),
        Record = null,
        IsComplete = false,
        Status = ContainerStatus.Creating,
        Process = null,
        Exit = null,
    };

    private ContainerStatus Status(ContainerPaths paths, bool isComplete, ProcessRecord? process)
    {
        if (!isComplete)
        {
            return ContainerStatus.Creating;
        }

        if (process is null || !_host.IsAlive(process))
        {
            return ContainerStatus.Stopped;
        }

        return _files.Status(paths.StartFifo) is not null ? ContainerStatus.Created : ContainerStatus.Running;
    }
}
