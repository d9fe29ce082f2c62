using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>Finds containers.</summary>
internal static class ListContainers
{
    /// <summary>All containers, oldest first.</summary>
    public static IReadOnlyList<Container> Run(EngineContext context) =>
    [
        .. context.Containers.ReadAll()
            .Select(ToContainer)
            .OrderBy(container => container.Created),
    ];

    /// <summary>One container.</summary>
    public static Container Get(EngineContext context, string nameOrId)
    {
        string id = context.Containers.FindId(nameOrId);
        return ToContainer(context.Containers.TryRead(id) ?? Dangling(context, id, nameOrId));
    }

    /// <summary>The object that users see.</summary>
    public static Container ToContainer(ContainerSnapshot snapshot) =>
        snapshot.ToContainer(DamagedState.Tolerate(() => ContainerDirectory.ReadConfig(snapshot.Paths)));

    // A name whose container is gone is the last that an interrupted deletion leaves; it can still be removed.
    private static ContainerSnapshot Dangling(EngineContext context, string id, string name) => new()
    {
        Paths = context.Containers.Paths(id),
        Record = new ContainerRecord { Id = id, Name = name, Created = default, Bundle = "", Rootfs = "bundle" },
        IsComplete = false,
        Status = ContainerStatus.Creating,
        Process = null,
        Exit = null,
    };
}
