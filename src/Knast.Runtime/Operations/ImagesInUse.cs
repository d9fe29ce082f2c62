using Knast.Images.Store;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>Finds out what the containers need of the image store.</summary>
internal static class ImagesInUse
{
    public static ImageUse Run(EngineContext context)
    {
        List<ContainerRecord> records = [.. context.Containers.ReadAll().Select(container => container.Record).OfType<ContainerRecord>()];

        // The directory of a layer has the layer's chain id as its name.
        return new ImageUse(
            records.Select(record => record.ImageId).OfType<string>().ToHashSet(),
            records.SelectMany(record => record.Layers).Select(layer => Path.GetFileName(layer)).ToHashSet());
    }
}
