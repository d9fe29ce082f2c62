using FsCheck;
using FsCheck.Fluent;
using Knast.Native.FreeBsd.PacketFilter;

namespace Knast.Native.Tests.FreeBsd.PacketFilter;

/// <summary>Lists of names and values, as libnv packs them.</summary>
public sealed class NameValueListEncodingTests
{
    private static readonly Gen<NameValueList> s_lists = Lists(3);

    [Fact]
    public void APackedListHasTheseBytes()
    {
        var list = new NameValueList
        {
            { "n", 0x1122UL },
            { "t", "ab" },
            { "in", new NameValueList { { "b", true } } },
            { "ar", new NameValueList[] { new() { { "z", null } }, new() } },
        };
        Assert.Equal(
            string.Concat(
                "6c0000", "0000000000000000", "0101000000000000",
                "03", "0200", "0800000000000000", "0000000000000000", "6e00", "2211000000000000",
                "04", "0200", "0300000000000000", "0000000000000000", "7400", "616200",
                "05", "0300", "2900000000000000", "0000000000000000", "696e00",
                "6c0000", "0000000000000000", "a300000000000000",
                "02", "0200", "0100000000000000", "0000000000000000", "6200", "01",
                "ff", "0100", "0000000000000000", "0000000000000000", "00",
                "0b", "0300", "0000000000000000", "0200000000000000", "617200",
                "6c0000", "0000000000000000", "5000000000000000",
                "01", "0200", "0000000000000000", "0000000000000000", "7a00",
                "fe", "0100", "0000000000000000", "0000000000000000", "00",
                "6c0000", "0000000000000000", "1400000000000000",
                "fe", "0100", "0000000000000000", "0000000000000000", "00"),
            Convert.ToHexString(NameValueListEncoding.Encode(list)).ToLowerInvariant());
    }

    [Fact]
    public void WhatIsPackedIsUnpackedAgain() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(s_lists.ToArbitrary(), static list => AssertSame(list, NameValueListEncoding.Decode(NameValueListEncoding.Encode(list)))));

    [Fact]
    public void DamagedListsAreUnpackedOrRefused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5000),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed => Damage.ReadOrRefuse(
            NameValueListEncoding.Encode(Lists(2).Sample(1, 20).First()), seed, static bytes => NameValueListEncoding.Decode(bytes))));

    [Fact]
    public void NoiseIsRefused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes => Damage.ReadOrRefuse([0x6C, .. bytes], 1, static noise => NameValueListEncoding.Decode(noise))));

    [Fact]
    public void ListsNestedWithoutEndAreRefused()
    {
        var list = new NameValueList();
        for (int depth = 0; depth < 40; depth++)
        {
            list = new NameValueList { { "l", list } };
        }

        byte[] bytes = NameValueListEncoding.Encode(list);
        Assert.Contains("32 deep", Assert.Throws<InvalidDataException>(() => NameValueListEncoding.Decode(bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0x6D, "0x6c")]
    [InlineData(2, 0x80, "0x6c")]
    [InlineData(11, 0x22, "counts")]
    [InlineData(19, 0x0D, "type 13")]
    [InlineData(20, 0x00, "a name of 0 bytes")]
    [InlineData(22, 0x07, "8 bytes are wanted")]
    public void WhatTheKernelWouldNotPackIsRefused(int offset, byte value, string reason)
    {
        byte[] bytes = NameValueListEncoding.Encode(new NameValueList { { "n", 1UL } });
        bytes[offset] = value;
        if (offset == 22)
        {
            bytes = bytes[..^1];
            bytes[11]--;
        }

        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => NameValueListEncoding.Decode(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameTwiceIsRefused()
    {
        byte[] bytes = NameValueListEncoding.Encode(new NameValueList { { "a", 1UL }, { "b", 1UL } });
        bytes[19 + 29 + 19] = (byte)'a';
        Assert.Contains("\"a\" comes twice", Assert.Throws<InvalidDataException>(() => NameValueListEncoding.Decode(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AListTakesOnlyWhatTheWireTakes()
    {
        var list = new NameValueList { { "a", 1UL } };
        Assert.Throws<ArgumentException>(() => list.Add("a", 2UL));
        Assert.Throws<ArgumentException>(() => list.Add("b", 2));
        Assert.Throws<ArgumentException>(() => list.Add("c", Array.Empty<ulong>()));
        Assert.Throws<ArgumentException>(() => NameValueListEncoding.Encode(new NameValueList { { "d", "x\0y" } }));
        Assert.Equal((0UL, "", false), (list.Number("x"), list.Text("x"), list.Boolean("a")));
        Assert.Null(list.List("a"));
    }

    private static bool AssertSame(NameValueList expected, NameValueList actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach ((KeyValuePair<string, object?> left, KeyValuePair<string, object?> right) in expected.Zip(actual))
        {
            Assert.Equal(left.Key, right.Key);
            AssertSame(left.Value, right.Value);
        }

        return true;
    }

    private static void AssertSame(object? expected, object? actual)
    {
        switch (expected)
        {
            case NameValueList list:
                AssertSame(list, Assert.IsType<NameValueList>(actual));
                break;
            case NameValueList[] lists:
                foreach ((NameValueList left, NameValueList right) in lists.Zip(Assert.IsType<NameValueList[]>(actual)))
                {
                    AssertSame(left, right);
                }

                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }

    private static Gen<NameValueList> Lists(int depth) =>
        from values in Gen.ListOf(Values(depth))
        select Number(values);

    private static NameValueList Number(IEnumerable<object?> values)
    {
        var list = new NameValueList();
        foreach (object? value in values)
        {
            list.Add($"v{list.Count}", value);
        }

        return list;
    }

    private static Gen<object?> Values(int depth)
    {
        Gen<ulong> numbers = ArbMap.Default.GeneratorFor<ulong>();
        Gen<bool> truths = ArbMap.Default.GeneratorFor<bool>();
        Gen<string> texts = Gen.Elements("", "a", "knast/web", "ünï");
        Gen<object?>[] flat =
        [
            Gen.Constant<object?>(null),
            numbers.Select(static value => (object?)value),
            truths.Select(static value => (object?)value),
            texts.Select(static value => (object?)value),
            Gen.NonEmptyListOf(ArbMap.Default.GeneratorFor<byte>()).Select(static value => (object?)value.ToArray()),
            Gen.NonEmptyListOf(numbers).Select(static value => (object?)value.ToArray()),
            Gen.NonEmptyListOf(truths).Select(static value => (object?)value.ToArray()),
            Gen.NonEmptyListOf(texts).Select(static value => (object?)value.ToArray()),
        ];
        return depth == 0 ? Gen.OneOf(flat) : Gen.OneOf(
        [
            .. flat,
            Lists(depth - 1).Select(static value => (object?)value),
            Gen.Choose(1, 3).SelectMany(count => Gen.ArrayOf(Lists(depth - 1), count)).Select(static value => (object?)value),
        ]);
    }
}
