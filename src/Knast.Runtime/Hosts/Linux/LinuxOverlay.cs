using Knast.Native.Kernel;
using Knast.Native.Linux.Mounts;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>
/// Stacks layers with overlayfs into a mount that is attached nowhere: it belongs to its descriptor, so a crash leaves none behind,
/// and it becomes visible in the container's own mount namespace only.
/// </summary>
internal static class LinuxOverlay
{
    // Since 6.7 layers can be given one by one; before, all have to fit into one option of fsconfig(2), which is 255 bytes.
    private const int FirstWithSingleLayers = 6007;
    private const int LongestOption = 255;

    /// <summary>Whether this kernel can stack these layers.</summary>
    public static bool CanStack(KernelTarget target, IReadOnlyList<string> layers) =>
        target.Version >= FirstWithSingleLayers
            ? layers.All(layer => layer.Length <= LongestOption)
            : JoinedLength(layers) <= LongestOption;

    /// <summary>Makes the mount.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="layers">Directories, the lowest first.</param>
    /// <param name="upper">Where changes go.</param>
    /// <param name="work">The scratch directory for <paramref name="upper"/>, on the same file system.</param>
    public static KernelDescriptor Mount(IKernel kernel, IReadOnlyList<string> layers, string upper, string work)
    {
        KernelTarget target = kernel.Target;
        using KernelDescriptor context = Require(kernel, Fsopen.Compose(target, "overlay"), "overlay");
        IEnumerable<string> highestFirst = layers.Reverse();
        if (target.Version >= FirstWithSingleLayers)
        {
            foreach (string layer in highestFirst)
            {
                Set(kernel, context, "lowerdir+", layer);
            }
        }
        else
        {
            Set(kernel, context, "lowerdir", string.Join(':', highestFirst));
        }

        Set(kernel, context, "upperdir", upper);
        Set(kernel, context, "workdir", work);
        using (SystemCall create = Fsconfig.ComposeCreate(target, context))
        {
            create.Subject = $"overlay of {layers.Count} layers at {upper}";
            kernel.Require(create);
        }

        return Require(kernel, Fsmount.Compose(target, context, MountAttributes.None), "overlay");
    }

    private static int JoinedLength(IReadOnlyList<string> layers) => layers.Sum(layer => layer.Length + 1) - 1;

    private static void Set(IKernel kernel, KernelDescriptor context, string key, string value)
    {
        using SystemCall call = Fsconfig.ComposeString(kernel.Target, context, key, value);
        call.Subject = $"{key}={value}";
        kernel.Require(call);
    }

    private static KernelDescriptor Require(IKernel kernel, SystemCall call, string subject)
    {
        using (call)
        {
            call.Subject = subject;
            return kernel.RequireDescriptor(call);
        }
    }
}
