using System.Collections;
using System.Management.Automation;
using FsCheck;
using FsCheck.Fluent;
using Knast.PowerShell.Arguments;

namespace Knast.PowerShell.Tests.Arguments;

public sealed class NameValuePairsTests
{
    [Fact]
    public void Texts_hashtables_and_lists_of_both_are_read()
    {
        object input = new object[] { "A=1", new Hashtable { ["B"] = 2 }, PSObject.AsPSObject("C=x=y"), "", "D=" };
        Assert.Equal(
            new Dictionary<string, string> { ["A"] = "1", ["B"] = "2", ["C"] = "x=y", ["D"] = "" },
            NameValuePairs.Read(input));
    }

    [Fact]
    public void Numbers_are_written_as_everywhere() =>
        Assert.Equal("1.5", NameValuePairs.Read(new Hashtable { ["A"] = 1.5 })["A"]);

    [Theory]
    [InlineData("=x")]
    [InlineData("NAME")]
    [InlineData("A=\0")]
    [InlineData(7)]
    public void What_is_wrong_is_said(object input) =>
        Assert.Throws<ArgumentTransformationMetadataException>(() => NameValuePairs.Read(input));

    [Fact]
    public void A_name_alone_has_the_value_that_is_given_for_it() =>
        Assert.Equal("*", NameValuePairs.Read("app", bareValue: "*")["app"]);

    [Fact]
    public void What_is_written_as_pairs_is_read_back() => Prop.ForAll<Dictionary<Guid, int>>(pairs =>
        NameValuePairs.Read(pairs.Select(pair => $"{pair.Key}={pair.Value}")).Count == pairs.Count).QuickCheckThrowOnFailure();
}
