using FsCheck;
using FsCheck.Fluent;
using Knast.Oci.RuntimeSpec;
using Knast.PowerShell.Arguments;
using Knast.Runtime;

namespace Knast.PowerShell.Tests.Arguments;

public sealed class MountArgumentTests
{
    [Theory]
    [InlineData("/a:/b", "bind", "/a", "/b", "rbind")]
    [InlineData("/a:/b:ro", "bind", "/a", "/b", "rbind,ro")]
    [InlineData("/a:/b:ro,noexec", "bind", "/a", "/b", "rbind,ro,noexec")]
    [InlineData("./a:/b:bind", "bind", "/here/./a", "/b", "bind")]
    [InlineData("type=bind,source=/a,destination=/b,ro", "bind", "/a", "/b", "rbind,ro")]
    [InlineData("type=bind,src=/a,dst=/b,readonly=true", "bind", "/a", "/b", "rbind,ro")]
    [InlineData("source=/a,target=/b,readonly=false", "bind", "/a", "/b", "rbind")]
    [InlineData("type=tmpfs,destination=/t,size=64m", "tmpfs", "tmpfs", "/t", "size=64m")]
    [InlineData("type=proc,source=proc,destination=/p", "proc", "proc", "/p", "")]
    public void Mounts_are_read(string text, string type, string source, string destination, string options)
    {
        Mount mount = MountArgument.Parse(text, Resolve);
        Assert.Equal((type, source, destination, options), (mount.Type, mount.Source, mount.Destination, string.Join(',', mount.Options)));
    }

    [Theory]
    [InlineData("/a", "1 parts")]
    [InlineData("/a:/b:ro:x", "4 parts")]
    [InlineData("/a:b", "\"b\" is not an absolute path")]
    [InlineData(":/b", "no source")]
    [InlineData("data:/b", "./data")]
    [InlineData("type=volume,source=data,destination=/b", "volumes")]
    [InlineData("type=bind,source=/a", "is not an absolute path")]
    public void What_is_wrong_is_said(string text, string words)
    {
        KnastException error = Assert.Throws<KnastException>(() => MountArgument.Parse(text, Resolve));
        Assert.Equal("MountInvalid", error.ErrorId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_a_mount_to_an_absolute_path_or_refused() =>
        Prop.ForAll<string?[]>(parts => IsMountOrRefused(string.Join(':', parts)) && IsMountOrRefused("type=" + string.Join(',', parts)))
            .QuickCheckThrowOnFailure();

    private static bool IsMountOrRefused(string text)
    {
        try
        {
            return MountArgument.Parse(text, Resolve).Destination.StartsWith('/');
        }
        catch (KnastException e)
        {
            return e.ErrorId == "MountInvalid";
        }
    }

    private static string Resolve(string path) => Path.IsPathRooted(path) ? path : "/here/" + path;
}
