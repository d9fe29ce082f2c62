using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>A rule of devfs (devfs(8)): which devices, and what becomes of them. What is null is neither asked nor changed.</summary>
/// <param name="Ruleset">Its ruleset, 1 to 65535.</param>
/// <param name="Number">Its place in it, 1 to 65535; 0 adds it 100 after the last.</param>
public sealed record DevfsRule(ushort Ruleset, ushort Number)
{
    /// <summary>
    /// A pattern of names such as <c>pts/*</c>; <c>*</c> does not match a slash (fnmatch(3), FNM_PATHNAME). At most 199 bytes.
    /// </summary>
    public string? Pattern { get; init; }

    /// <summary>
    /// Flags of which the device's driver must have one (<c>D_DISK</c>, <c>D_MEM</c>, <c>D_TAPE</c>, <c>D_TTY</c>; sys/conf.h).
    /// </summary>
    public int? DriverFlags { get; init; }

    /// <summary>Whether they are hidden.</summary>
    public DevfsVisibility Visibility { get; init; }

    /// <summary>To whom they are given: user id.</summary>
    public uint? Owner { get; init; }

    /// <summary>To which group they are given: group id.</summary>
    public uint? Group { get; init; }

    /// <summary>Their permission bits.</summary>
    public ushort? Mode { get; init; }

    /// <summary>A ruleset whose rules are all applied here.</summary>
    public ushort? Include { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"rule {Ruleset}:{Number}{(Pattern is null ? "" : $" path {Pattern}")}";

    /// <summary>The number by which the kernel knows it.</summary>
    internal static uint Id(ushort ruleset, ushort number) => ((uint)ruleset << 16) | number;

    /// <summary>Writes the structure.</summary>
    /// <param name="bytes">236 zeros.</param>
    /// <exception cref="ArgumentException">The pattern is too long, or holds a NUL.</exception>
    internal void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[DevfsRuleLayout.Magic..], DevfsRuleLayout.MagicNumber);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[DevfsRuleLayout.Id..], Id(Ruleset, Number));
        WriteConditions(bytes);
        WriteActions(bytes);
    }

    /// <summary>Reads the structure.</summary>
    /// <param name="bytes">236 bytes.</param>
    internal static DevfsRule Read(ReadOnlySpan<byte> bytes)
    {
        uint id = BinaryPrimitives.ReadUInt32LittleEndian(bytes[DevfsRuleLayout.Id..]);
        var conditions = (DevfsConditions)BinaryPrimitives.ReadInt32LittleEndian(bytes[DevfsRuleLayout.Conditions..]);
        var actions = (DevfsActions)BinaryPrimitives.ReadInt32LittleEndian(bytes[DevfsRuleLayout.Actions..]);
        return new DevfsRule((ushort)(id >> 16), (ushort)id)
        {
            Pattern = conditions.HasFlag(DevfsConditions.Pattern)
                ? FixedText.Read(bytes.Slice(DevfsRuleLayout.Pattern, DevfsRuleLayout.LongestPattern))
                : null,
            DriverFlags = conditions.HasFlag(DevfsConditions.DriverFlags)
                ? BinaryPrimitives.ReadInt32LittleEndian(bytes[DevfsRuleLayout.DriverFlags..])
                : null,
            Visibility = actions.HasFlag(DevfsActions.Visibility)
                ? (DevfsVisibility)BinaryPrimitives.ReadInt32LittleEndian(bytes[DevfsRuleLayout.Visibility..])
                : DevfsVisibility.None,
            Owner = actions.HasFlag(DevfsActions.Owner) ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[DevfsRuleLayout.Owner..]) : null,
            Group = actions.HasFlag(DevfsActions.Group) ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[DevfsRuleLayout.Group..]) : null,
            Mode = actions.HasFlag(DevfsActions.Mode) ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[DevfsRuleLayout.Mode..]) : null,
            Include = actions.HasFlag(DevfsActions.Include)
                ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[DevfsRuleLayout.Include..])
                : null,
        };
    }

    private void WriteConditions(Span<byte> bytes)
    {
        DevfsConditions conditions = (Pattern is null ? 0 : DevfsConditions.Pattern)
            | (DriverFlags is null ? 0 : DevfsConditions.DriverFlags);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[DevfsRuleLayout.Conditions..], (int)conditions);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[DevfsRuleLayout.DriverFlags..], DriverFlags ?? 0);
        if (Pattern is not null)
        {
            FixedText.Write(bytes.Slice(DevfsRuleLayout.Pattern, DevfsRuleLayout.LongestPattern), Pattern, "The pattern of a devfs rule");
        }
    }

    private void WriteActions(Span<byte> bytes)
    {
        DevfsActions actions = (Visibility == DevfsVisibility.None ? 0 : DevfsActions.Visibility)
            | (Owner is null ? 0 : DevfsActions.Owner)
            | (Group is null ? 0 : DevfsActions.Group)
            | (Mode is null ? 0 : DevfsActions.Mode)
            | (Include is null ? 0 : DevfsActions.Include);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[DevfsRuleLayout.Actions..], (int)actions);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[DevfsRuleLayout.Visibility..], (int)Visibility);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[DevfsRuleLayout.Owner..], Owner ?? 0);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[DevfsRuleLayout.Group..], Group ?? 0);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[DevfsRuleLayout.Mode..], Mode ?? 0);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[DevfsRuleLayout.Include..], Include ?? 0);
    }
}
