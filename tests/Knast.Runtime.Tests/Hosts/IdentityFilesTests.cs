using FsCheck;
using FsCheck.Fluent;
using Knast.Runtime.Hosts;

namespace Knast.Runtime.Tests.Hosts;

public sealed class IdentityFilesTests
{
    private const string Passwd = "root:x:0:0:root:/root:/bin/sh\nann:x:7:8::/home/ann:/bin/sh\n9:x:20:21::/nine:/bin/sh\nbroken\n";
    private const string Group = "root:x:0:\ncrew:x:8:\nteam:x:30:ann,root\nbroken:x\n";

    [Theory]
    [InlineData("", 0, 0, "0,30", "/root")]
    [InlineData("ann", 7, 8, "8,30", "/home/ann")]
    [InlineData("7", 7, 8, "8,30", "/home/ann")]
    [InlineData("9", 20, 21, "21", "/nine")]
    [InlineData("ann:team", 7, 30, "30", "/home/ann")]
    [InlineData("ann:99", 7, 99, "99", "/home/ann")]
    [InlineData("55", 55, 0, "0", "/")]
    [InlineData("55:crew", 55, 8, "8", "/")]
    public void AUserIsFoundByNameOrNumber(string user, uint uid, uint gid, string groups, string home)
    {
        ContainerIdentity found = IdentityFiles.Find(user, Passwd, Group);
        Assert.Equal((uid, gid, groups, home), (found.User.Uid, found.User.Gid, string.Join(',', found.User.AdditionalGids), found.Home));
    }

    [Theory]
    [InlineData("bob", "no user \"bob\" in /etc/passwd")]
    [InlineData("ann:gang", "no group \"gang\" in /etc/group")]
    [InlineData("-1", "no user \"-1\"")]
    public void WhoIsNotThereIsNamed(string user, string message) =>
        Assert.Contains(message, Assert.Throws<KnastException>(() => IdentityFiles.Find(user, Passwd, Group)).Message, StringComparison.Ordinal);

    [Fact]
    public void AnyTextGivesAnAnswerOrARefusal() => Prop.ForAll<string, string, string>((user, passwd, group) =>
    {
        try
        {
            return IdentityFiles.Find(user ?? "", passwd ?? "", group ?? "").User.AdditionalGids.Count > 0;
        }
        catch (KnastException error)
        {
            return error.ErrorId == "UserUnknown";
        }
    }).QuickCheckThrowOnFailure();
}
