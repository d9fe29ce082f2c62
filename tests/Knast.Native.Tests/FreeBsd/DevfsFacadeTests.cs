using Knast.Native.Files;
using Knast.Native.FreeBsd.Devfs;
using Knast.Native.FreeBsd.Mounts;
using Knast.Native.Kernel;
using Knast.Native.Tests.Agent;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Rulesets of devfs and what they do to a mount.</summary>
public sealed class DevfsFacadeTests : FreeBsdFacadeSuite
{
    private const ushort Ruleset = 1000;

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RulesAreAddedListedAndDeleted(string name)
    {
        using var mount = new DevfsMount(Open(name));
        IKernel kernel = mount.Kernel;
        using var rules = new RulesetScope(kernel, mount.Root, Ruleset);
        Assert.Empty(DevfsRuleGetNext.List(kernel, mount.Root, Ruleset));
        DevfsRuleAdd.Invoke(kernel, mount.Root, new DevfsRule(Ruleset, 0) { Visibility = DevfsVisibility.Hide });
        DevfsRuleAdd.Invoke(kernel, mount.Root, new DevfsRule(Ruleset, 0) { Pattern = "null", Visibility = DevfsVisibility.Unhide, Mode = 0x1B6 });
        DevfsRuleAdd.Invoke(kernel, mount.Root, new DevfsRule(Ruleset, 150) { Pattern = "zero", Owner = 7, Group = 8 });
        Assert.Equal(
            [
                new DevfsRule(Ruleset, 100) { Visibility = DevfsVisibility.Hide },
                new DevfsRule(Ruleset, 150) { Pattern = "zero", Owner = 7, Group = 8 },
                new DevfsRule(Ruleset, 200) { Pattern = "null", Visibility = DevfsVisibility.Unhide, Mode = 0x1B6 },
            ],
            DevfsRuleGetNext.List(kernel, mount.Root, Ruleset));
        Assert.Contains(Ruleset, DevfsRulesetGetNext.List(kernel, mount.Root));
        AssertFails(ErrorCode.EEXIST, () => DevfsRuleAdd.Invoke(kernel, mount.Root, new DevfsRule(Ruleset, 150) { Visibility = DevfsVisibility.Hide }));
        DevfsRuleDelete.Invoke(kernel, mount.Root, Ruleset, 150);
        AssertFails(ErrorCode.ENOENT, () => DevfsRuleDelete.Invoke(kernel, mount.Root, Ruleset, 150));
        DevfsRuleDelete.Invoke(kernel, mount.Root, Ruleset, 100);
        DevfsRuleDelete.Invoke(kernel, mount.Root, Ruleset, 200);
        Assert.DoesNotContain(Ruleset, DevfsRulesetGetNext.List(kernel, mount.Root));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AMountShowsWhatItsRulesetLeaves(string name)
    {
        using var any = new DevfsMount(Open(name));
        IKernel kernel = any.Kernel;
        using var rules = new RulesetScope(kernel, any.Root, Ruleset);
        DevfsRuleAdd.Invoke(kernel, any.Root, new DevfsRule(Ruleset, 100) { Visibility = DevfsVisibility.Hide });
        foreach (string shown in (string[])["null", "zero", "fd", "fd/*"])
        {
            DevfsRuleAdd.Invoke(kernel, any.Root, new DevfsRule(Ruleset, 0) { Pattern = shown, Visibility = DevfsVisibility.Unhide });
        }

        using var mount = new DevfsMount(kernel, Ruleset, "-shown");
        Assert.Equal(["fd", "null", "zero"], mount.List());
        AssertFails(ErrorCode.ENOENT, () => mount.Files.Open(mount.Root, "console", FileOpenFlags.PathOnly));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RulesAreAppliedToAMountThatIsThere(string name)
    {
        using var mount = new DevfsMount(Open(name));
        IKernel kernel = mount.Kernel;
        using var rules = new RulesetScope(kernel, mount.Root, Ruleset);
        Assert.Contains("zero", mount.List());
        DevfsRuleApply.Invoke(kernel, mount.Root, new DevfsRule(0, 0) { Pattern = "zero", Visibility = DevfsVisibility.Hide });
        Assert.DoesNotContain("zero", mount.List());
        DevfsRuleAdd.Invoke(kernel, mount.Root, new DevfsRule(Ruleset, 10) { Pattern = "zero", Visibility = DevfsVisibility.Unhide, Mode = 0x124 });
        DevfsRulesetApply.Invoke(kernel, mount.Root, Ruleset);
        Assert.Equal(0x124u, mount.Files.GetStatus(mount.Root, "zero")!.Value.Mode & 0x1FF);
        DevfsRuleAdd.Invoke(kernel, mount.Root, new DevfsRule(Ruleset, 20) { Pattern = "null", Owner = 55 });
        DevfsRuleApplyId.Invoke(kernel, mount.Root, Ruleset, 20);
        Assert.Equal(55u, mount.Files.GetStatus(mount.Root, "null")!.Value.Owner);
        AssertFails(ErrorCode.ENOENT, () => DevfsRuleApplyId.Invoke(kernel, mount.Root, Ruleset, 30));
        AssertFails(ErrorCode.ESRCH, () => DevfsRulesetApply.Invoke(kernel, mount.Root, 999));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatMakesNoSenseIsRefused(string name)
    {
        using var mount = new DevfsMount(Open(name));
        IKernel kernel = mount.Kernel;
        AssertFails(ErrorCode.EIO, () => DevfsRuleAdd.Invoke(kernel, mount.Root, new DevfsRule(0, 0) { Visibility = DevfsVisibility.Hide }));
        AssertFails(ErrorCode.ESRCH, () => DevfsRuleAdd.Invoke(kernel, mount.Root, new DevfsRule(Ruleset, 0) { Include = 999 }));
        using var elsewhere = new RemoteDirectory(kernel, "-elsewhere");
        AssertFails(ErrorCode.ENOTTY, () => DevfsRulesetApply.Invoke(kernel, elsewhere.Descriptor, 1));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ARulesetThatIsUsedIsMade(string name)
    {
        using var mount = new DevfsMount(Open(name));
        DevfsRulesetUse.Invoke(mount.Kernel, mount.Root, 998);
        Assert.Contains((ushort)998, DevfsRulesetGetNext.List(mount.Kernel, mount.Root));
        DevfsRulesetUse.Invoke(mount.Kernel, mount.Root, 0);
        Assert.DoesNotContain((ushort)998, DevfsRulesetGetNext.List(mount.Kernel, mount.Root));
    }

    private static void AssertFails(ErrorCode code, Action action) => Assert.Equal(code, Assert.Throws<NativeException>(action).Code);

    private sealed class RulesetScope(IKernel kernel, KernelDescriptor devfs, ushort ruleset) : IDisposable
    {
        public void Dispose()
        {
            foreach (DevfsRule rule in DevfsRuleGetNext.List(kernel, devfs, ruleset))
            {
                DevfsRuleDelete.Invoke(kernel, devfs, ruleset, rule.Number);
            }
        }
    }

    private sealed class DevfsMount : IDisposable
    {
        private readonly RemoteDirectory _directory;
        private readonly MountScope _mount;

        public DevfsMount(IKernel kernel, int ruleset = 0, string suffix = "")
        {
            Kernel = kernel;
            _directory = new RemoteDirectory(kernel, suffix);
            _mount = new MountScope(kernel, Mount.Devfs(_directory.Path, ruleset));
            Root = Files.OpenHostDirectory(_directory.Path);
        }

        public IKernel Kernel { get; }

        public KernelDescriptor Root { get; }

        public FileCalls Files => _directory.Files;

        public List<string> List()
        {
            var names = new List<string>();
            using KernelDescriptor again = Files.OpenHostDirectory(_directory.Path);
            DirectoryReader reader = Files.ReadDirectory(again);
            while (reader.MoveNext())
            {
                names.Add(System.Text.Encoding.UTF8.GetString(reader.Name));
            }

            names.Sort(StringComparer.Ordinal);
            return names;
        }

        public void Dispose()
        {
            Root.Dispose();
            _mount.Dispose();
            _directory.Dispose();
        }
    }
}
