using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.Kernel;
using Knast.Native.Tests.Agent;
using static Knast.Native.FreeBsd.Jails.KnownJailParameters;
using static System.Net.Sockets.AddressFamily;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>jail_set, jail_get, jail_remove and what they refuse.</summary>
public sealed class JailFacadeTests : FreeBsdFacadeSuite
{
    private static readonly JailParameter s_persist = JailParameter.Flag("persist", true);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AJailIsMadeFoundAndRemoved(string name)
    {
        IKernel kernel = Open(name);
        int jid;
        using (var jail = new JailScope(kernel, "made", JailParameter.Text("host.hostname", "inside.example"), JailParameter.Number("children.max", 3)))
        {
            jid = jail.Id;
            JailValues values = JailGet.Invoke(
                kernel, JailKey.Name("made"), [Jid, Name, KnownJailParameters.Path, Parent, Dying, Persist, Hostname, ChildrenMaximum, ChildrenCurrent, EnforceStatfs]);
            Assert.Equal(jid, values.Jid);
            Assert.Equal((jid, "made", "/", 0), (values[Jid].AsNumber(), values[Name].AsText(), values[KnownJailParameters.Path].AsText(), values[Parent].AsNumber()));
            Assert.Equal((false, true, "inside.example"), (values[Dying].AsFlag(), values[Persist].AsFlag(), values[Hostname].AsText()));
            Assert.Equal((3, 0, 2), (values[ChildrenMaximum].AsNumber(), values[ChildrenCurrent].AsNumber(), values[EnforceStatfs].AsNumber()));
            Assert.Equal("made", JailGet.Invoke(kernel, jail.Key, [Name])[Name].AsText());
        }

        Assert.Null(JailGet.TryInvoke(kernel, JailKey.Id(jid), [Name]));
        Assert.False(JailRemove.Invoke(kernel, jid));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AllJailsAreListedByTheirIds(string name)
    {
        IKernel kernel = Open(name);
        Assert.Empty(JailGet.List(kernel, [Name]));
        using var first = new JailScope(kernel, "first");
        using var second = new JailScope(kernel, "second", JailParameter.Number("children.max", 1));
        using var inner = new JailScope(kernel, "second.inner");
        Assert.Equal(
            [(first.Id, "first", 0), (second.Id, "second", 0), (inner.Id, "second.inner", second.Id)],
            JailGet.List(kernel, [Name, Parent]).Select(static jail => (jail.Jid, jail[Name].AsText(), (int)jail[Parent].AsNumber())));
        Assert.Equal(1, JailGet.Invoke(kernel, second.Key, [ChildrenCurrent])[ChildrenCurrent].AsNumber());
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RemovingAJailRemovesThoseInside(string name)
    {
        IKernel kernel = Open(name);
        var outer = new JailScope(kernel, "outer", JailParameter.Number("children.max", 2));
        using var inner = new JailScope(kernel, "outer.inner");
        outer.Dispose();
        Assert.Null(JailGet.TryInvoke(kernel, inner.Key, [Name]));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ParametersOfEveryTypeAreSetAndRead(string name)
    {
        IKernel kernel = Open(name);
        IReadOnlyDictionary<string, JailParameterDefinition> catalogue = JailParameterCatalogue.Read(kernel);
        using var jail = new JailScope(
            kernel,
            "typed",
            JailParameter.Text("host.domainname", "example"),
            JailParameter.Number("securelevel", 1),
            JailParameter.LongNumber("host.hostid", 0x1234),
            JailParameter.Flag("allow.raw_sockets", true),
            JailParameter.Flag("allow.set_hostname", false),
            JailParameter.System("sysvshm", JailSystem.New),
            JailParameter.Addresses("ip4.addr", InterNetwork, [IPAddress.Parse("127.0.0.1"), IPAddress.Parse("10.99.0.7")]),
            JailParameter.Addresses("ip6.addr", InterNetworkV6, [IPAddress.Parse("fd00::7")]));
        JailParameterDefinition[] wanted =
        [
            .. ((string[])["host.domainname", "securelevel", "host.hostid", "allow.raw_sockets", "allow.set_hostname", "sysvshm", "sysvmsg", "ip4", "ip4.addr", "ip6.addr", "vnet"])
                .Select(parameter => catalogue[parameter]),
        ];
        JailValues values = JailGet.Invoke(kernel, jail.Key, wanted);
        Assert.Equal("example", values[catalogue["host.domainname"]].AsText());
        Assert.Equal(1, values[catalogue["securelevel"]].AsNumber());
        Assert.Equal(0x1234, values[catalogue["host.hostid"]].AsNumber());
        Assert.True(values[catalogue["allow.raw_sockets"]].AsFlag());
        Assert.False(values[catalogue["allow.set_hostname"]].AsFlag());
        Assert.Equal(JailSystem.New, values[catalogue["sysvshm"]].AsSystem());
        Assert.Equal(JailSystem.Disable, values[catalogue["sysvmsg"]].AsSystem());

        // One flag of the kernel means both: no addresses, and addresses of its own.
        Assert.Equal(JailSystem.Disable, values[catalogue["ip4"]].AsSystem());
        Assert.Equal(["127.0.0.1", "10.99.0.7"], values[catalogue["ip4.addr"]].AsAddresses().Select(static address => address.ToString()));
        Assert.Equal("fd00::7", Assert.Single(values[catalogue["ip6.addr"]].AsAddresses()).ToString());
        Assert.Equal(JailSystem.Inherit, values[catalogue["vnet"]].AsSystem());
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheCatalogueHasWhatThisKernelKnows(string name)
    {
        IKernel kernel = Open(name);
        IReadOnlyDictionary<string, JailParameterDefinition> catalogue = JailParameterCatalogue.Read(kernel);
        foreach (JailParameterDefinition known in (JailParameterDefinition[])
            [Jid, Name, KnownJailParameters.Path, Parent, Dying, Persist, Hostname, CpusetId, ChildrenCurrent, ChildrenMaximum, DevfsRuleset, EnforceStatfs, Addresses4, Addresses6, Vnet])
        {
            Assert.Equal(known, catalogue[known.Name]);
        }

        Assert.Equal(JailDescriptors.AreSupported(kernel.Target), catalogue.ContainsKey("meta"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AJailIsChanged(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "before");
        JailParameter id = JailParameter.Number("jid", jail.Id);
        Assert.Equal(jail.Id, JailSet.Invoke(
            kernel, [id, JailParameter.Text("name", "after"), JailParameter.Text("host.hostname", "changed")], JailFlags.Update));
        Assert.Equal("changed", JailGet.Invoke(kernel, JailKey.Name("after"), [Hostname])[Hostname].AsText());
        Assert.Null(JailGet.TryInvoke(kernel, JailKey.Name("before"), [Hostname]));
        AssertRefused(kernel, JailFlags.Update, ErrorCode.EINVAL, "path cannot be changed after creation", id, JailParameter.Text("path", "/tmp"));
        AssertRefused(kernel, JailFlags.Update, ErrorCode.EINVAL, "vnet cannot be changed after creation", id, JailParameter.System("vnet", JailSystem.New));

        // Without persist and processes a jail ends.
        JailSet.Invoke(kernel, [id, JailParameter.Flag("persist", false)], JailFlags.Update);
        Assert.Null(JailGet.TryInvoke(kernel, jail.Key, [Name]));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatCannotBeMadeIsRefusedInTheKernelsWords(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "taken");
        JailParameter path = JailParameter.Text("path", "/");
        AssertRefused(kernel, JailFlags.Create, ErrorCode.EEXIST, "jail \"taken\" already exists", JailParameter.Text("name", "taken"), path, s_persist);
        AssertRefused(kernel, JailFlags.Create, ErrorCode.EEXIST, $"jail {jail.Id} already exists", JailParameter.Number("jid", jail.Id), path, s_persist);
        AssertRefused(kernel, JailFlags.Create, ErrorCode.EINVAL, "new jail must persist or attach", JailParameter.Text("name", "a"), path);
        AssertRefused(kernel, JailFlags.Create, ErrorCode.EINVAL, "unknown parameter: no.such", JailParameter.Text("name", "a"), path, s_persist, JailParameter.Number("no.such", 1));
        AssertRefused(kernel, JailFlags.Create, ErrorCode.EINVAL, "name cannot be numeric (unless it is the jid)", JailParameter.Number("jid", 4711), JailParameter.Text("name", "12"), path, s_persist);
        AssertRefused(kernel, JailFlags.Create, ErrorCode.ENOENT, "jail \"nowhere\" not found", JailParameter.Text("name", "nowhere.a"), path, s_persist);
        AssertRefused(kernel, JailFlags.Create, ErrorCode.ENOENT, null, JailParameter.Text("name", "a"), JailParameter.Text("path", "/nonexistent"), s_persist);
        AssertRefused(kernel, JailFlags.Create, ErrorCode.ENOTDIR, null, JailParameter.Text("name", "a"), JailParameter.Text("path", "/bin/sh"), s_persist);
        AssertRefused(kernel, JailFlags.Create, ErrorCode.ENAMETOOLONG, null, JailParameter.Text("name", new string('n', 256)), path, s_persist);
        AssertRefused(kernel, JailFlags.Create, ErrorCode.EINVAL, null, JailParameter.Text("name", "a"), path, s_persist, JailParameter.Number("enforce_statfs", 7));
        AssertRefused(kernel, JailFlags.Create, ErrorCode.EINVAL, "vnet jails cannot have IP address restrictions",
            JailParameter.Text("name", "a"), path, s_persist, JailParameter.System("vnet", JailSystem.New), JailParameter.System("ip4", JailSystem.New));
        AssertRefused(kernel, JailFlags.Update, ErrorCode.ENOENT, "jail \"missing\" not found", JailParameter.Text("name", "missing"));
        AssertRefused(kernel, JailFlags.None, ErrorCode.EINVAL, "no valid operation (create or update)", JailParameter.Text("name", "taken"));
        Assert.Equal([jail.Id], JailGet.List(kernel, []).Select(static found => found.Jid));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatIsAskedWronglyIsRefused(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "asked");
        var unknown = new JailParameterDefinition("no.such", JailParameterKind.Number, 4, JailParameterAccess.ReadOnly);
        NativeException error = Assert.Throws<NativeException>(() => JailGet.Invoke(kernel, jail.Key, [unknown]));
        Assert.Equal((ErrorCode.EINVAL, "unknown parameter: no.such"), (error.Code, error.KernelMessage));
        Assert.Equal($"jail_get(jid={jail.Id}): EINVAL (unknown parameter: no.such)", error.Message);
        error = Assert.Throws<NativeException>(() => JailGet.Invoke(kernel, JailKey.Name("missing"), [Name]));
        Assert.Equal((ErrorCode.ENOENT, "jail \"missing\" not found"), (error.Code, error.KernelMessage));
        error = Assert.Throws<NativeException>(() => JailGet.Invoke(kernel, JailKey.After(jail.Id), [Name]));
        Assert.Equal((ErrorCode.ENOENT, $"no jail after {jail.Id}"), (error.Code, error.KernelMessage));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void MoreJailsThanAParentMayHaveAreMadeByTheHost(string name)
    {
        // children.max binds processes inside the jail, not the host.
        IKernel kernel = Open(name);
        using var outer = new JailScope(kernel, "outer", JailParameter.Number("children.max", 0));
        using var inner = new JailScope(kernel, "outer.inner");
        Assert.Equal(outer.Id, JailGet.Invoke(kernel, inner.Key, [Parent])[Parent].AsNumber());
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AJailWithAVnetHasNoAddressesToItself(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "vnet", JailParameter.System("vnet", JailSystem.New));
        Assert.Equal(JailSystem.New, JailGet.Invoke(kernel, jail.Key, [Vnet])[Vnet].AsSystem());
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ALongListOfAddressesIsRead(string name)
    {
        IKernel kernel = Open(name);
        IPAddress[] addresses = [.. Enumerable.Range(1, 250).Select(static i => new IPAddress([10, 7, 0, (byte)i])), .. Enumerable.Range(1, 250).Select(static i => new IPAddress([10, 8, 0, (byte)i]))];
        using var jail = new JailScope(kernel, "many", JailParameter.Addresses("ip4.addr", InterNetwork, addresses[..200]));
        Assert.Equal(200, JailGet.Invoke(kernel, jail.Key, [Addresses4])[Addresses4].AsAddresses().Count);
        NativeException error = Assert.Throws<NativeException>(() => JailSet.Invoke(
            kernel, [JailParameter.Number("jid", jail.Id), JailParameter.Addresses("ip4.addr", InterNetwork, addresses)], JailFlags.Update));
        Assert.Equal(ErrorCode.EINVAL, error.Code);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AJailThatIsHeldLingersAsDying(string name)
    {
        IKernel kernel = Open(name);
        var jail = new JailScope(kernel, "held", JailParameter.System("vnet", JailSystem.New));
        using (VnetSocket.Open(kernel, jail.Id, InternetFamily.IPv4))
        {
            jail.Dispose();
            Assert.Null(JailGet.TryInvoke(kernel, jail.Key, [Dying]));
            Assert.True(JailGet.Invoke(kernel, jail.Key, [Dying], JailFlags.Dying)[Dying].AsFlag());
            Assert.Equal([jail.Id], JailGet.List(kernel, [Name], JailFlags.Dying).Select(static found => found.Jid));
            Assert.Empty(JailGet.List(kernel, [Name]));
            using var same = new JailScope(kernel, "held");
            Assert.Equal(same.Id, JailGet.Invoke(kernel, JailKey.Name("held"), [Jid]).Jid);
        }

        jail.WaitUntilGone();
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AProcessHoldsItsJailUntilItIsKilled(string name)
    {
        IKernel kernel = Open(name);
        var jail = new JailScope(kernel, "busy");
        using (JailedProcess process = JailedProcess.Start(kernel, jail.Id))
        {
            JailSet.Invoke(kernel, [JailParameter.Number("jid", jail.Id), JailParameter.Flag("persist", false)], JailFlags.Update);
            Assert.NotNull(JailGet.TryInvoke(kernel, jail.Key, [Name]));
            jail.Dispose();
            Assert.Equal(9, process.WaitForSignal());
        }

        jail.WaitUntilGone();
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AnOpenDirectoryForbidsEntering(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "entered");
        using var directory = new RemoteDirectory(kernel);
        NativeException error = Assert.Throws<NativeException>(() => JailedProcess.Start(kernel, jail.Id, directory.Descriptor));
        Assert.Equal(("jail_attach", ErrorCode.EPERM), (error.Call, error.Code));
        error = Assert.Throws<NativeException>(() => JailedProcess.Start(kernel, jid: 9999));
        Assert.Equal(("jail_attach", ErrorCode.EINVAL), (error.Call, error.Code));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void DescriptorsOfJailsAreFifteens(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "described");
        if (!JailDescriptors.AreSupported(kernel.Target))
        {
            Assert.Throws<PlatformNotSupportedException>(() => JailGet.Open(kernel, jail.Key, isOwning: false));
            return;
        }

        using (KernelDescriptor watching = JailGet.Open(kernel, jail.Key, isOwning: false))
        {
            Assert.True(watching.Number >= 0);
        }

        Assert.NotNull(JailGet.TryInvoke(kernel, jail.Key, [Name]));
        using (JailGet.Open(kernel, jail.Key, isOwning: true))
        {
        }

        Assert.Null(JailGet.TryInvoke(kernel, jail.Key, [Name]));
        (int jid, KernelDescriptor descriptor) = JailSet.InvokeWithDescriptor(
            kernel, [JailParameter.Text("name", "owned"), JailParameter.Text("path", "/"), s_persist], JailFlags.Create | JailFlags.OwnDescriptor);
        Assert.Equal(jid, JailGet.Invoke(kernel, JailKey.Name("owned"), [Jid]).Jid);
        Assert.True(JailRemoveJd.Invoke(kernel, descriptor));
        Assert.Null(JailGet.TryInvoke(kernel, JailKey.Name("owned"), [Jid]));
        descriptor.Dispose();
    }

    private static void AssertRefused(IKernel kernel, JailFlags flags, ErrorCode code, string? message, params JailParameter[] parameters)
    {
        NativeException error = Assert.Throws<NativeException>(() => JailSet.Invoke(kernel, parameters, flags));
        Assert.Equal((code, message), (error.Code, error.KernelMessage));
    }
}
