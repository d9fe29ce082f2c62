using FsCheck;
using FsCheck.Fluent;
using Knast.Native.FreeBsd.Zfs;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Zfs;

/// <summary>Lists of names and values as ZFS packs them, and the requests that hold them.</summary>
public sealed class ZfsListEncodingTests
{
    private static readonly Gen<ZfsList> s_lists = Lists(3);

    [Fact]
    public void APackedListHasTheseBytes()
    {
        var list = new ZfsList
        {
            { "type", 2 },
            { "snaps", new ZfsList { { "tank@a", null } } },
            { "n", 5UL },
            { "children", new ZfsList[] { new() { { "s", "ab" } }, [] } },
        };
        Assert.Equal(
            string.Concat(
                "00010000", "00000000", "01000000",
                "20000000", "0500", "0000", "01000000", "05000000", "7479706500", "000000", "02000000", "00000000",
                "30000000", "0600", "0000", "01000000", "13000000", "736e61707300", "0000", "00000000", "01000000", "0000000000000000", "0000000000000000",
                "18000000", "0700", "0000", "00000000", "01000000", "74616e6b406100", "00", "00000000",
                "20000000", "0200", "0000", "01000000", "08000000", "6e00", "000000000000", "0500000000000000",
                "60000000", "0900", "0000", "02000000", "14000000", "6368696c6472656e00", "00000000000000",
                "0000000000000000", "0000000000000000",
                "00000000", "01000000", "0000000000000000", "0000000000000000",
                "00000000", "01000000", "0000000000000000", "0000000000000000",
                "20000000", "0200", "0000", "01000000", "09000000", "7300", "000000000000", "616200", "0000000000", "00000000",
                "00000000",
                "00000000"),
            Convert.ToHexStringLower(ZfsListEncoding.Encode(list)));
    }

    [Fact]
    public void WhatIsPackedIsUnpackedAgain() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(s_lists.ToArbitrary(), static list => AssertSame(list, ZfsListEncoding.Decode(ZfsListEncoding.Encode(list)))));

    [Fact]
    public void DamagedListsAreUnpackedOrRefused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5000),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed => Damage.ReadOrRefuse(
            ZfsListEncoding.Encode(Lists(2).Sample(1, 20).First()), seed, static bytes => ZfsListEncoding.Decode(bytes))));

    [Fact]
    public void AListTakesOnlyWhatZfsTakes()
    {
        var list = new ZfsList { { "a", 1UL } };
        Assert.Throws<ArgumentException>(() => list.Add("a", 2UL));
        Assert.Throws<ArgumentException>(() => list.Add("b", 2L));
        Assert.Equal((1UL, "", 0UL), (list.Number("a"), list.Text("a"), list.Number("x")));
    }

    [Fact]
    public void ARequestPointsToItsCommandAndThatToItsLists()
    {
        using SystemCall call = ZfsSnapshot.Compose(FreeBsdTargets.V13Amd64, 3, "tank/a@s");
        Assert.Equal(
            "ioctl(3, 0xc0185a23, b0)\nb0 inout 24 0:0f 16:b011\nb1 inout 4528 0:74616e6b 1032:64 1049:40\nb2 out 16384\n"
                + "b3 in 100 1:010000000000000100000030000000060000000100000013000000736e6170730000000000000001 60:200000000900000000000000"
                + "0100000074616e6b2f614073\nb0+8 -> b1\nb1+1040 -> b2\nb1+1024 -> b3",
            CallText.Describe(call));
        Assert.Throws<ArgumentOutOfRangeException>(() => ZfsSnapshot.Compose(FreeBsdTargets.V13Amd64, 3));
        Assert.Throws<ArgumentException>(() => ZfsDestroy.Compose(FreeBsdTargets.V13Amd64, 3, new string('d', 256)));
    }

    private static void AssertSame(ZfsList expected, ZfsList actual)
    {
        Assert.Equal(expected.Select(static pair => pair.Key), actual.Select(static pair => pair.Key));
        foreach ((KeyValuePair<string, object?> left, KeyValuePair<string, object?> right) in expected.Zip(actual))
        {
            switch (left.Value)
            {
                case ZfsList list:
                    AssertSame(list, Assert.IsType<ZfsList>(right.Value));
                    break;
                case ZfsList[] lists:
                    foreach ((ZfsList one, ZfsList other) in lists.Zip(Assert.IsType<ZfsList[]>(right.Value)))
                    {
                        AssertSame(one, other);
                    }

                    break;
                default:
                    Assert.Equal(left.Value, right.Value);
                    break;
            }
        }
    }

    private static Gen<ZfsList> Lists(int depth) =>
        from values in Gen.ListOf(Values(depth))
        select Number(values);

    private static ZfsList Number(IEnumerable<object?> values)
    {
        var list = new ZfsList();
        foreach (object? value in values)
        {
            list.Add($"value{list.Count}", value);
        }

        return list;
    }

    private static Gen<object?> Values(int depth)
    {
        Gen<object?>[] flat =
        [
            Gen.Constant<object?>(null),
            ArbMap.Default.GeneratorFor<bool>().Select(static value => (object?)value),
            ArbMap.Default.GeneratorFor<int>().Select(static value => (object?)value),
            ArbMap.Default.GeneratorFor<ulong>().Select(static value => (object?)value),
            Gen.Elements("", "a", "zroot/knast@base", "ünï").Select(static value => (object?)value),
            Gen.NonEmptyListOf(ArbMap.Default.GeneratorFor<ulong>()).Select(static value => (object?)value.ToArray()),
        ];
        return depth == 0 ? Gen.OneOf(flat) : Gen.OneOf(
        [
            .. flat,
            Lists(depth - 1).Select(static value => (object?)value),
            Gen.Choose(1, 3).SelectMany(count => Gen.ArrayOf(Lists(depth - 1), count)).Select(static value => (object?)value),
        ]);
    }
}
