using System.Collections;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Knast.Shell.Cmdlets;

namespace Knast.Shell.Tests.Cmdlets;

public sealed class ObjectJsonTests
{
    [Fact]
    public void Strings_numbers_and_lists_come_back_as_they_were()
    {
        Prop.ForAll<string?, long, bool>((text, number, flag) =>
        {
            // A lone surrogate has no form in UTF-8.
            string safe = new([.. (text ?? "").Where(c => !char.IsSurrogate(c))]);
            object?[] value = [safe, number, flag, null];
            string json = new ObjectJsonWriter(depth: 2, compress: true, enumsAsStrings: false).Write(value);
            using var document = JsonDocument.Parse(json);
            var read = (object?[])ObjectJsonReader.Read(document.RootElement, asHashtable: false)!;
            return read.SequenceEqual(value);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_whole_real_number_stays_one()
    {
        Prop.ForAll<int>(number =>
        {
            string json = new ObjectJsonWriter(depth: 2, compress: true, enumsAsStrings: false).Write((double)number);
            using var document = JsonDocument.Parse(json);
            return ObjectJsonReader.Read(document.RootElement, asHashtable: false) is double real && real == number;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_lies_too_deep_is_cut_and_said_to_be()
    {
        var writer = new ObjectJsonWriter(depth: 0, compress: true, enumsAsStrings: false);
        string json = writer.Write(new Hashtable { ["a"] = new Hashtable { ["b"] = 1 } });
        Assert.True(writer.Truncated);
        Assert.Equal("{\"a\":\"System.Collections.Hashtable\"}", json);
    }
}
