using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

internal static class ImageSource
{
    public static ContainerSource Read(EngineContext context, CreateRequest request, string name) => throw new InvalidOperationException(name + request + context);

    public static IReadOnlyList<string> Layers(EngineContext context, Image image, CancellationToken cancellation) => throw new InvalidOperationException();

    public static void PrepareRootfs(EngineContext context, ContainerRecord record, ContainerPaths paths, CancellationToken cancellation) => throw new InvalidOperationException();

    public static RuntimeConfig WithUser(EngineContext context, ContainerSetup setup, string user, CreateRequest request) => throw new InvalidOperationException();
}
