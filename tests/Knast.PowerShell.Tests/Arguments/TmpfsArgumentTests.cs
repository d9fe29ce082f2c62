using Knast.Oci.RuntimeSpec;
using Knast.PowerShell.Arguments;
using Knast.Runtime;

namespace Knast.PowerShell.Tests.Arguments;

public sealed class TmpfsArgumentTests
{
    [Theory]
    [InlineData("/run", "nosuid,nodev,noexec")]
    [InlineData("/run:size=64MB,mode=1777", "nosuid,nodev,noexec,size=67108864,mode=1777")]
    [InlineData("/run:exec", "nosuid,nodev,exec")]
    [InlineData("/run:nosuid,size=50%", "nodev,noexec,nosuid,size=50%")]
    public void Options_follow_the_defaults(string text, string options)
    {
        Mount mount = TmpfsArgument.Parse(text);
        Assert.Equal(("tmpfs", "/run", options), (mount.Type, mount.Destination, string.Join(',', mount.Options)));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("")]
    [InlineData("/run:size=many")]
    public void What_is_wrong_is_said(string text) =>
        Assert.Equal("TmpfsInvalid", Assert.Throws<KnastException>(() => TmpfsArgument.Parse(text)).ErrorId);
}
