using Knast.Native.Kernel;
using Knast.Native.Remote;

namespace Knast.Native.Tests.Agent;

public sealed class KernelSelectionTests
{
    [Fact]
    public void AnAgentIsChosenByItsAddress()
    {
        using var agent = new AgentProcess();
        IKernel kernel = KernelSelection.Open(agent.Address.ToString(), agent.Token);
        Assert.IsType<AgentKernel>(kernel).Dispose();
    }

    [Fact]
    public void AKindThatWasRegisteredIsOpenedWithWhatFollowsTheColon()
    {
        IKernel local = LocalKernel.Open();
        string? given = null;
        KernelSelection.Register("same", text =>
        {
            given = text;
            return local;
        });
        Assert.Same(local, KernelSelection.Open("same:15.1:x", token: null));
        Assert.Equal("15.1:x", given);
    }

    [Theory]
    [InlineData("ftp:server")]
    [InlineData("tcp")]
    [InlineData("tcp://host")]
    [InlineData("tcp://host:0")]
    [InlineData("tcp://host:9000/path")]
    [InlineData("tcp://user@host:9000")]
    [InlineData("")]
    public void WhatNamesNoKernelIsRefused(string name)
    {
        FormatException error = Assert.Throws<FormatException>(() => KernelSelection.Open(name, "token"));
        Assert.Contains($"\"{name}\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("tcp://", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingTokenIsNamed() =>
        Assert.Contains(KernelSelection.TokenVariable, Assert.Throws<FormatException>(() => KernelSelection.Open("tcp://127.0.0.1:1", null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("tcp://127.0.0.1:9000", "127.0.0.1", 9000)]
    [InlineData("tcp://[::1]:80", "::1", 80)]
    [InlineData("tcp://bsd.example:65535/", "bsd.example", 65535)]
    public void AddressesAreRead(string text, string host, int port)
    {
        AgentAddress address = AgentAddress.Parse(text);
        Assert.Equal((host, port), (address.Host, address.Port));
        Assert.Equal(text.TrimEnd('/'), address.ToString());
    }
}
