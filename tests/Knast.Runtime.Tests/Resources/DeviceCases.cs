using FsCheck;
using FsCheck.Fluent;
using Knast.Runtime.Hosts.Linux.Resources;

namespace Knast.Runtime.Tests.Resources;

/// <summary>Random rules and uses, from few numbers so that they meet.</summary>
internal static class DeviceCases
{
    private static readonly DeviceKind[] Kinds = [DeviceKind.Block, DeviceKind.Character];

    private static readonly uint?[] Numbers = [null, 0, 1, 2, uint.MaxValue];

    public static Arbitrary<DeviceRule[]> Rules { get; } = Gen.ArrayOf(
        from isAllowed in ArbMap.Default.GeneratorFor<bool>()
        from isAboutAll in Gen.Frequency((1, Gen.Constant(true)), (9, Gen.Constant(false)))
        from kind in Gen.Elements(Kinds)
        from major in Gen.Elements(Numbers)
        from minor in Gen.Elements(Numbers)
        from access in Gen.Choose(1, 7)
        select isAboutAll
            ? new DeviceRule(isAllowed, DeviceKind.Any, null, null, DeviceAccess.All, "/x")
            : new DeviceRule(isAllowed, kind, major, minor, (DeviceAccess)access, "/x")).ToArbitrary();

    /// <summary>Every use of every device that the rules can tell apart, and of one that they do not name.</summary>
    public static IEnumerable<(DeviceKind Kind, uint Major, uint Minor, DeviceAccess Access)> Uses =>
        from kind in Kinds
        from major in new uint[] { 0, 1, 2, 9, uint.MaxValue }
        from minor in new uint[] { 0, 1, 2, 9, uint.MaxValue }
        from access in Enumerable.Range(1, 7)
        select (kind, major, minor, (DeviceAccess)access);
}
