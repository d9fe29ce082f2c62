using Knast.Oci.RuntimeSpec;
using Knast.PowerShell.Arguments;
using Knast.Runtime;

namespace Knast.PowerShell.Tests.Arguments;

public sealed class ResourceLimitArgumentTests
{
    [Theory]
    [InlineData("nofile", "1024", 1024UL, 1024UL)]
    [InlineData("NoFile", "64:128", 64UL, 128UL)]
    [InlineData("RLIMIT_CORE", "0:unlimited", 0UL, ulong.MaxValue)]
    [InlineData("memlock", "64MB:-1", 64UL << 20, ulong.MaxValue)]
    public void Limits_are_read(string name, string value, ulong soft, ulong hard)
    {
        PosixRlimit limit = Assert.Single(ResourceLimitArgument.Parse(new Dictionary<string, string> { [name] = value }));
        Assert.StartsWith("RLIMIT_", limit.Type, StringComparison.Ordinal);
        Assert.Equal(limit.Type.ToUpperInvariant(), limit.Type);
        Assert.Equal((soft, hard), (limit.Soft, limit.Hard));
    }

    [Theory]
    [InlineData("many")]
    [InlineData("1:2:3")]
    [InlineData("2:1")]
    [InlineData("unlimited:1")]
    [InlineData("")]
    public void What_is_wrong_is_said(string value) => Assert.Equal(
        "ResourceLimitInvalid",
        Assert.Throws<KnastException>(() => ResourceLimitArgument.Parse(new Dictionary<string, string> { ["nofile"] = value })).ErrorId);
}
