using System.Buffers.Binary;
using Knast.Native.FreeBsd.Processes;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>jail_get(2): what a jail is like.</summary>
public static class JailGet
{
    // A list, or a string without a limit, is first given this much room; only what needs more costs a second call.
    private const int FirstGuess = 1024;
    private const int MostAttempts = 8;

    // All options of a call together may not be longer (sys/kern/vfs_mount.c, VFS_MOUNTARG_SIZE_MAX).
    private const int LongestValue = 65536;

    /// <summary>Asks for a jail.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="key">Which jail.</param>
    /// <param name="wanted">What of it.</param>
    /// <param name="flags"><see cref="JailFlags.Dying"/> finds dying jails too.</param>
    /// <exception cref="NativeException">
    /// With the kernel's own words. ENOENT: no such jail, or it is dying; EINVAL: an unknown parameter or one of another size.
    /// </exception>
    public static JailValues Invoke(
        IKernel kernel, JailKey key, IReadOnlyList<JailParameterDefinition> wanted, JailFlags flags = JailFlags.None) =>
        TryInvoke(kernel, key, wanted, flags, out NativeException? refusal) ?? throw refusal!;

    /// <summary>Asks for a jail that may be missing.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="key">Which jail.</param>
    /// <param name="wanted">What of it.</param>
    /// <param name="flags"><see cref="JailFlags.Dying"/> finds dying jails too.</param>
    /// <returns>Null where there is no such jail (ENOENT).</returns>
    /// <exception cref="NativeException">With the kernel's own words. EINVAL: an unknown parameter or one of another size.</exception>
    public static JailValues? TryInvoke(
        IKernel kernel, JailKey key, IReadOnlyList<JailParameterDefinition> wanted, JailFlags flags = JailFlags.None) =>
        TryInvoke(kernel, key, wanted, flags, out NativeException? refusal) is { } values ? values
            : refusal!.Code == ErrorCode.ENOENT ? null
            : throw refusal;

    /// <summary>All jails below the asking one, in the order of their ids.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="wanted">What of each.</param>
    /// <param name="flags"><see cref="JailFlags.Dying"/> lists dying jails too.</param>
    /// <exception cref="NativeException">
    /// As <see cref="TryInvoke(IKernel, JailKey, IReadOnlyList{JailParameterDefinition}, JailFlags)"/>.
    /// </exception>
    public static IReadOnlyList<JailValues> List(
        IKernel kernel, IReadOnlyList<JailParameterDefinition> wanted, JailFlags flags = JailFlags.None)
    {
        var jails = new List<JailValues>();
        int last = 0;
        while (TryInvoke(kernel, JailKey.After(last), wanted, flags) is { } jail)
        {
            jails.Add(jail);
            last = jail.Jid;
        }

        return jails;
    }

    /// <summary>Opens a jail (FreeBSD 15), so that no id that is used again can be mistaken for it.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="key">Which jail.</param>
    /// <param name="isOwning">Whether closing it removes the jail.</param>
    /// <exception cref="NativeException">ENOENT: no such jail; EPERM: an owning one without privilege; EMFILE, ENFILE.</exception>
    /// <exception cref="PlatformNotSupportedException">The kernel has no jail descriptors.</exception>
    public static KernelDescriptor Open(IKernel kernel, JailKey key, bool isOwning)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(key);
        JailFlags flags = isOwning ? JailFlags.OwnDescriptor : JailFlags.GetDescriptor;
        JailDescriptors.Require(kernel.Target, flags);
        using SystemCall call = Rent(kernel.Target, key);
        var options = new OptionVector(call, 2, BlockDirection.InOut);
        AddKey(call, options, key);
        BlockReference descriptor = options.Add("desc", 4, BlockDirection.InOut);
        call.Write(descriptor, 0, 4, -1);
        options.End();
        SystemCallResult result = kernel.Invoke(call.Argument((long)flags));
        return result.Failed
            ? throw result.ToException(call, options.Message())
            : CloseOnExec.Own(kernel, BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(descriptor)));
    }

    /// <summary>Makes the call with room for each value.</summary>
    internal static SystemCall Compose(
        KernelTarget target, JailKey key, IReadOnlyList<JailParameterDefinition> wanted, IReadOnlyList<int> lengths, JailFlags flags,
        out OptionVector options)
    {
        JailDescriptors.Require(target, flags);
        SystemCall call = Rent(target, key);
        options = new OptionVector(call, wanted.Count + 1, BlockDirection.InOut);
        AddKey(call, options, key);
        for (int index = 0; index < wanted.Count; index++)
        {
            options.Add(wanted[index].Name, lengths[index], BlockDirection.InOut);
        }

        options.End();
        return call.Argument((long)flags);
    }

    // The kernel writes every value back, that of the key too.
    private static void AddKey(SystemCall call, OptionVector options, JailKey key)
    {
        BlockReference value = options.Add(key.Parameter, key.Value.Length, BlockDirection.InOut);
        key.Value.CopyTo(call.Bytes(value));
    }

    private static SystemCall Rent(KernelTarget target, JailKey key)
    {
        SystemCall call = FreeBsdSystemCall.JailGet(target);
        call.Subject = key.Description;
        return call;
    }

    private static JailValues? TryInvoke(
        IKernel kernel, JailKey key, IReadOnlyList<JailParameterDefinition> wanted, JailFlags flags, out NativeException? refusal)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(wanted);

        // The kernel takes one option of a name, so what says which jail is not asked for a second time.
        JailParameterDefinition[] asked = [.. wanted.Where(definition => definition.Name != key.Parameter)];
        int[] lengths = [.. asked.Select(Room)];
        refusal = null;
        for (int attempt = 0; ; attempt++)
        {
            using SystemCall call = Compose(kernel.Target, key, asked, lengths, flags, out OptionVector options);
            SystemCallResult result = kernel.Invoke(call);
            if (!result.Failed)
            {
                return Read((int)result.Value, key, wanted, asked, options);
            }

            // EINVAL without a word: a value did not fit.
            bool didNotFit = result.Code() == ErrorCode.EINVAL && options.Message() is null;
            if (!didNotFit || attempt == MostAttempts || !Measure(kernel, key, asked, lengths, flags))
            {
                refusal = result.ToException(call, options.Message());
                return null;
            }
        }
    }

    // A value without a place makes the kernel tell its length.
    private static bool Measure(IKernel kernel, JailKey key, JailParameterDefinition[] asked, int[] lengths, JailFlags flags)
    {
        using SystemCall call = Compose(kernel.Target, key, asked, new int[asked.Length], flags, out OptionVector options);
        if (kernel.Invoke(call).Failed)
        {
            return false;
        }

        for (int index = 0; index < asked.Length; index++)
        {
            lengths[index] = (int)Math.Clamp(options.Length(index + 1), 1, LongestValue);
        }

        return true;
    }

    private static JailValues Read(
        int jid, JailKey key, IReadOnlyList<JailParameterDefinition> wanted, JailParameterDefinition[] asked, OptionVector options)
    {
        var parameters = new List<JailParameter>(wanted.Count);
        foreach (JailParameterDefinition definition in wanted)
        {
            int index = Array.IndexOf(asked, definition);
            ReadOnlySpan<byte> value = index < 0 ? key.Value : options.Value(index + 1);
            parameters.Add(JailParameter.Read(definition.Name, definition.Kind, value));
        }

        return new JailValues(jid, parameters);
    }

    private static int Room(JailParameterDefinition definition) => definition.Kind switch
    {
        JailParameterKind.LongNumber => 8,
        JailParameterKind.Text or JailParameterKind.Structure => definition.Length > 0 ? definition.Length : FirstGuess,
        JailParameterKind.Addresses4 or JailParameterKind.Addresses6 => FirstGuess,
        _ => 4,
    };
}
