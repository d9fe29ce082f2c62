using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>What a kqueue is to watch, or has seen (kqueue(2), struct kevent).</summary>
/// <param name="Identity">The descriptor, process id or jail id, as the filter says.</param>
/// <param name="Filter">What is watched.</param>
/// <param name="Flags">Flags.</param>
/// <param name="Notes">What of it.</param>
/// <param name="Data">
/// What the filter tells: bytes to read, how a process ended, an error number with <see cref="EventFlags.Error"/>.
/// </param>
/// <param name="Tag">A number of the caller's that comes back with the event.</param>
public readonly record struct KernelEvent(
    ulong Identity, EventFilter Filter, EventFlags Flags, EventNotes Notes = EventNotes.None, long Data = 0, ulong Tag = 0)
{
    /// <summary>Watches for the end of a process, once. It may be over already.</summary>
    /// <param name="pid">Its id.</param>
    public static KernelEvent ExitOf(int pid) =>
        new((ulong)pid, EventFilter.Process, EventFlags.Add | EventFlags.OneShot, EventNotes.Exit);

    /// <summary>Watches for the end of a process that is open as a descriptor, once.</summary>
    /// <param name="process">Its descriptor.</param>
    public static KernelEvent ExitOf(KernelDescriptor process) =>
        new((ulong)Number(process), EventFilter.ProcessDescriptor, EventFlags.Add | EventFlags.OneShot, EventNotes.Exit);

    /// <summary>Watches for something to read.</summary>
    /// <param name="descriptor">The descriptor.</param>
    public static KernelEvent Readable(KernelDescriptor descriptor) =>
        new((ulong)Number(descriptor), EventFilter.Read, EventFlags.Add);

    /// <summary>Watches a jail (FreeBSD 15).</summary>
    /// <param name="jid">Its id.</param>
    /// <param name="notes">What of it.</param>
    public static KernelEvent JailChange(int jid, EventNotes notes) =>
        new((ulong)jid, EventFilter.Jail, EventFlags.Add | EventFlags.Clear, notes);

    /// <summary>Watches a jail that is open (FreeBSD 15).</summary>
    /// <param name="jail">Its descriptor.</param>
    /// <param name="notes">What of it.</param>
    public static KernelEvent JailChange(KernelDescriptor jail, EventNotes notes) =>
        new((ulong)Number(jail), EventFilter.JailDescriptor, EventFlags.Add | EventFlags.Clear, notes);

    /// <summary>Writes the structure.</summary>
    internal void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[KeventLayout.Identity..], Identity);
        BinaryPrimitives.WriteInt16LittleEndian(bytes[KeventLayout.Filter..], (short)Filter);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[KeventLayout.Flags..], (ushort)Flags);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[KeventLayout.Notes..], (uint)Notes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[KeventLayout.Data..], Data);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[KeventLayout.Tag..], Tag);
    }

    /// <summary>Reads the structure.</summary>
    internal static KernelEvent Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[KeventLayout.Identity..]),
        (EventFilter)BinaryPrimitives.ReadInt16LittleEndian(bytes[KeventLayout.Filter..]),
        (EventFlags)BinaryPrimitives.ReadUInt16LittleEndian(bytes[KeventLayout.Flags..]),
        (EventNotes)BinaryPrimitives.ReadUInt32LittleEndian(bytes[KeventLayout.Notes..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[KeventLayout.Data..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[KeventLayout.Tag..]));

    private static int Number(KernelDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return descriptor.Number;
    }
}
