using System.Buffers.Binary;
using Knast.Native.FreeBsd.Processes;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>jail_set(2): makes a jail or changes one.</summary>
public static class JailSet
{
    private const string Descriptor = "desc";

    /// <summary>Makes the call. With <see cref="JailFlags.Attach"/> it may only be part of a program.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="parameters">The parameters. Of two with one name the last counts.</param>
    /// <param name="flags">What to do.</param>
    public static SystemCall Compose(KernelTarget target, IReadOnlyList<JailParameter> parameters, JailFlags flags)
    {
        SystemCall call = Compose(target, parameters, flags, descriptor: null, out _);
        return call;
    }

    /// <summary>Makes or changes a jail.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="parameters">
    /// The parameters. A new jail needs <c>persist</c>, since nobody attaches; one that is changed needs <c>jid</c> or <c>name</c>.
    /// </param>
    /// <param name="flags">What to do.</param>
    /// <returns>The jail's id.</returns>
    /// <exception cref="NativeException">
    /// With the kernel's own words where it has some. EEXIST: the name or id is taken; ENOENT: no such jail, or no such parent; EINVAL: an unknown
    /// parameter, a value of the wrong size or out of range, or a parameter that cannot be changed later; EPERM: no privilege, more rights than this
    /// jail has, or its <c>children.max</c> reached; ENAMETOOLONG, EAGAIN (no ids left), ENOENT and ENOTDIR of the path.
    /// </exception>
    public static int Invoke(IKernel kernel, IReadOnlyList<JailParameter> parameters, JailFlags flags)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, parameters, flags, descriptor: null, out OptionVector options);
        return Require(kernel, call, options);
    }

    /// <summary>Makes or changes a jail and opens it (FreeBSD 15).</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="flags">What to do, with <see cref="JailFlags.GetDescriptor"/> or <see cref="JailFlags.OwnDescriptor"/>.</param>
    /// <returns>The jail's id and its descriptor, which no id that is used again can be mistaken for.</returns>
    /// <exception cref="NativeException">As <see cref="Invoke"/>; EMFILE, ENFILE.</exception>
    /// <exception cref="PlatformNotSupportedException">The kernel has no jail descriptors.</exception>
    public static (int Jid, KernelDescriptor Descriptor) InvokeWithDescriptor(
        IKernel kernel, IReadOnlyList<JailParameter> parameters, JailFlags flags)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(parameters);
        using SystemCall call = Compose(kernel.Target, parameters, flags, descriptor: -1, out OptionVector options);
        int jid = Require(kernel, call, options);
        return (jid, CloseOnExec.Own(kernel, BinaryPrimitives.ReadInt32LittleEndian(options.Value(parameters.Count))));
    }

    private static SystemCall Compose(
        KernelTarget target, IReadOnlyList<JailParameter> parameters, JailFlags flags, int? descriptor, out OptionVector options)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        JailDescriptors.Require(target, flags);
        SystemCall call = FreeBsdSystemCall.JailSet(target);
        call.Subject = Describe(parameters);
        call.IsProgramOnly = flags.HasFlag(JailFlags.Attach);
        options = new OptionVector(call, parameters.Count + (descriptor is null ? 0 : 1));
        foreach (JailParameter parameter in parameters)
        {
            options.Add(parameter.NameToSet(), parameter.ValueToSet());
        }

        if (descriptor is { } number)
        {
            BlockReference block = options.Add(Descriptor, 4, BlockDirection.InOut);
            call.Write(block, 0, 4, number);
        }

        options.End();
        return call.Argument((long)flags);
    }

    private static int Require(IKernel kernel, SystemCall call, OptionVector options)
    {
        SystemCallResult result = kernel.Invoke(call);
        return result.Failed ? throw result.ToException(call, options.Message()) : (int)result.Value;
    }

    private static string Describe(IReadOnlyList<JailParameter> parameters) =>
        (parameters.FirstOrDefault(static parameter => parameter.Name == "name")
            ?? parameters.FirstOrDefault(static parameter => parameter.Name == "jid"))?.ToString() ?? "";
}
