using System.Text;
using Knast.Native.Kernel;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Tests.LifeCycle;

/// <summary>Bad input: one clear error each, and nothing is left.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TestBundle _bundle = new();

    [Theory]
    [InlineData("{ not json")]
    [InlineData("[]")]
    [InlineData("{\"ociVersion\": 7}")]
    public void AConfigurationThatIsNoJson(string text)
    {
        File.WriteAllText(Path.Combine(_bundle.Bundle, "config.json"), text);
        KnastException error = Refused(() => Create());
        Assert.Equal("ConfigInvalid", error.ErrorId);
        Assert.Contains("config.json", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("")]
    [InlineData("-x")]
    [InlineData("a b")]
    public void ANameThatIsNone(string name)
    {
        _bundle.Write(TestBundle.Config("true"));
        KnastException error = Refused(() => Create(name));
        Assert.Equal("ContainerNameInvalid", error.ErrorId);
    }

    [Fact]
    public void ANameOf300Characters()
    {
        _bundle.Write(TestBundle.Config("true"));
        KnastException error = Refused(() => Create(new string('x', 300)));
        Assert.Contains("300 characters", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameThatIsTaken()
    {
        Container first = _bundle.Create(TestBundle.Config("true"), "web");
        KnastException error = Assert.Throws<KnastException>(() => Create("web"));
        Assert.Equal("ContainerExists", error.ErrorId);
        Assert.Equal([first.Id], _bundle.Engine.List().Select(container => container.Id));
    }

    [Fact]
    public void ACommandThatIsNotThere()
    {
        KnastException error = Refused(() => _bundle.Create(TestBundle.Config("nosuch")));
        Assert.Equal("exec: \"nosuch\": executable file not found in $PATH of the container.", error.Message);
    }

    [Fact]
    public void APathThatIsNotThere()
    {
        KnastException error = Refused(() => _bundle.Create(TestBundle.Config("/no/such")));
        Assert.Contains("no such file or directory", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/plain")]
    [InlineData("plain")]
    [InlineData("/bin")]
    public void ACommandThatMayNotBeExecuted(string command)
    {
        File.WriteAllText(Path.Combine(_bundle.Rootfs, "plain"), "text");
        File.WriteAllText(Path.Combine(_bundle.Rootfs, "bin", "plain"), "text");
        KnastException error = Refused(() => _bundle.Create(TestBundle.Config(command)));
        Assert.Contains("permission denied", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACommandOfAnotherFormatFailsAtStart()
    {
        string path = Path.Combine(_bundle.Rootfs, "bin", "strange");
        File.WriteAllBytes(path, [1, 2, 3, 4]);
        File.SetUnixFileMode(path, (UnixFileMode)0x1ED);
        Container container = _bundle.Create(TestBundle.Config("strange"));
        KnastException error = Assert.Throws<KnastException>(() => _bundle.Engine.Start(container.Id, TestContext.Current.CancellationToken));
        Assert.Contains("exec format error", error.Message, StringComparison.Ordinal);
        Assert.Equal(127, _bundle.Engine.Wait(container.Id, ContainerCondition.Stopped, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken).ExitCode);
    }

    [Fact]
    public void AWorkingDirectoryThatIsMissing()
    {
        RuntimeConfig config = TestBundle.Config("true");
        NativeException error = Assert.Throws<NativeException>(() => _bundle.Create(config with { Process = config.Process! with { Cwd = "/nowhere" } }));
        Assert.Equal("chdir(cwd=/nowhere): ENOENT (No such file or directory)", error.Message);
        _bundle.AssertNothingIsLeft();
    }

    [Fact]
    public void AMountStaysInTheRootWhereALinkPointsUp()
    {
        File.CreateSymbolicLink(Path.Combine(_bundle.Rootfs, "up"), "../../../../../../..");
        RuntimeConfig config = TestBundle.Config("sh", "-c", "ls -d /escape");
        config = config with { Mounts = [.. config.Mounts, new Mount { Destination = "/up/escape", Type = "tmpfs", Source = "tmpfs" }] };
        Assert.Equal("/escape", _bundle.Run(config));
        Assert.False(Directory.Exists("/escape"));
        Assert.True(Directory.Exists(Path.Combine(_bundle.Rootfs, "escape")));
        _bundle.AssertNothingIsLeft();
    }

    [Fact]
    public void AMountThatWouldLeaveTheRootThroughALink()
    {
        File.CreateSymbolicLink(Path.Combine(_bundle.Rootfs, "out"), _bundle.Base);
        RuntimeConfig config = TestBundle.Config("true");
        config = config with { Mounts = [.. config.Mounts, new Mount { Destination = "/out/escape", Type = "tmpfs", Source = "tmpfs" }] };
        NativeException error = Assert.Throws<NativeException>(() => _bundle.Create(config));
        Assert.StartsWith("openat2(/out/escape: /out leads nowhere in the root file system)", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_bundle.Base, "escape")));
        _bundle.AssertNothingIsLeft();
    }

    [Fact]
    public void ARootThatIsAFile()
    {
        RuntimeConfig config = TestBundle.Config("true");
        File.WriteAllText(Path.Combine(_bundle.Bundle, "file"), "");
        KnastException error = Refused(() => _bundle.Create(config with { Root = new RootFilesystem { Path = "file" } }));
        Assert.Contains("is a file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABundleThatIsNotThere()
    {
        KnastException error = Refused(() => _bundle.Engine.Create(new CreateRequest { Bundle = "/no/bundle" }, TestContext.Current.CancellationToken));
        Assert.Equal("BundleNotFound", error.ErrorId);
    }

    [Fact]
    public void AMountSourceThatIsNotThere()
    {
        RuntimeConfig config = TestBundle.Config("true");
        config = config with { Mounts = [.. config.Mounts, new Mount { Destination = "/x", Source = "/no/source", Type = "bind", Options = ["bind"] }] };
        Assert.Equal("MountSourceNotFound", Refused(() => _bundle.Create(config)).ErrorId);
    }

    [Fact]
    public void AFileSystemThatTheKernelDoesNotKnow()
    {
        RuntimeConfig config = TestBundle.Config("true");
        config = config with { Mounts = [.. config.Mounts, new Mount { Destination = "/x", Source = "x", Type = "nosuchfs" }] };
        NativeException error = Assert.Throws<NativeException>(() => _bundle.Create(config));
        Assert.Equal("fsopen(nosuchfs for /x): ENODEV (No such device)", error.Message);
        _bundle.AssertNothingIsLeft();
    }

    [Fact]
    public void WhatIsNotSupportedIsNamed()
    {
        RuntimeConfig config = TestBundle.Config("true");
        config = config with { Process = config.Process! with { Terminal = true } };
        KnastException error = Refused(() => _bundle.Create(config));
        Assert.Equal("NotSupported", error.ErrorId);
        Assert.StartsWith("/process/terminal", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RandomConfigurationsGiveErrorsAndNothingElse()
    {
        var random = new Random(3);
        byte[] valid = Oci.OciJson.Write(TestBundle.Config("true"));
        for (int round = 0; round < 60; round++)
        {
            byte[] mutated = [.. valid];
            for (int change = 0; change < 3; change++)
            {
                mutated[random.Next(mutated.Length)] = (byte)random.Next(32, 127);
            }

            File.WriteAllBytes(Path.Combine(_bundle.Bundle, "config.json"), mutated);
            try
            {
                Container created = Create();
                _bundle.Engine.Delete(created.Id, force: true, CancellationToken.None);
            }
            catch (Exception error) when (error is KnastException or NativeException)
            {
                Assert.NotEmpty(Encoding.UTF8.GetBytes(error.Message));
            }

            _bundle.AssertNothingIsLeft();
        }
    }

    public void Dispose() => _bundle.Dispose();

    private Container Create(string? name = null) =>
        _bundle.Engine.Create(new CreateRequest { Bundle = _bundle.Bundle, Name = name }, TestContext.Current.CancellationToken);

    private KnastException Refused(Action act)
    {
        KnastException error = Assert.Throws<KnastException>(act);
        _bundle.AssertNothingIsLeft();
        return error;
    }
}
