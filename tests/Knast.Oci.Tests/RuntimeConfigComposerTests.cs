using Knast.Oci.ImageSpec;
using Knast.Oci.RuntimeSpec;

namespace Knast.Oci.Tests;

public sealed class RuntimeConfigComposerTests
{
    private static readonly ImageConfig Image = Fixture.Read<ImageConfig>("image/umoci-config.json");

    [Fact]
    public void An_image_is_converted_as_umoci_converts_it()
    {
        var expected = Fixture.Read<RuntimeConfig>("runtime/umoci-unpack.json");
        var config = RuntimeConfigComposer.Compose(RuntimeConfigDefaults.ForLinux(), Image, new RuntimeOverrides());
        Assert.Equal(expected.Annotations.OrderBy(a => a.Key), config.Annotations.OrderBy(a => a.Key));
        Assert.Equal(expected.Process!.Args, config.Process!.Args);
        Assert.Equal(expected.Process.Cwd, config.Process.Cwd);
        Assert.Equal(expected.Process.Env.Where(e => !e.StartsWith("TERM=", StringComparison.Ordinal)), config.Process.Env);
        Assert.Empty(RuntimeConfigValidator.Validate(config, RuntimePlatform.Linux));
    }

    [Theory]
    [InlineData(null, null, "/bin/true hello")]
    [InlineData(null, "x y", "/bin/true x y")]
    [InlineData("/e", null, "/e")]
    [InlineData("/e f", "x", "/e f x")]
    [InlineData("", "x", "x")]
    public void Entrypoint_and_command_are_joined_as_docker_joins_them(string? entrypoint, string? command, string args)
    {
        var overrides = new RuntimeOverrides { Entrypoint = Words(entrypoint), Command = Words(command) };
        Assert.Equal(args.Split(' '), RuntimeConfigComposer.Compose(RuntimeConfigDefaults.ForLinux(), Image, overrides).Process!.Args);

        static string[]? Words(string? text) => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void Without_any_command_the_validator_says_so()
    {
        var config = RuntimeConfigComposer.Compose(RuntimeConfigDefaults.ForFreeBsd(), null, new RuntimeOverrides());
        Assert.Equal(["/process/args"], RuntimeConfigValidator.Validate(config, RuntimePlatform.FreeBsd).Select(v => v.Pointer));
    }

    [Fact]
    public void The_later_environment_wins_in_its_place()
    {
        var image = Image with { Config = new ExecutionParameters { Env = ["A=image", "B=image"] } };
        var overrides = new RuntimeOverrides { Env = ["B=user", "PATH=/bin", "C=user"] };
        Assert.Equal(
            ["PATH=/bin", "A=image", "B=user", "C=user"],
            RuntimeConfigComposer.Compose(RuntimeConfigDefaults.ForLinux(), image, overrides).Process!.Env);
    }

    [Fact]
    public void Labels_win_over_what_the_image_implies_and_the_user_over_labels()
    {
        var labels = new Dictionary<string, string> { [AnnotationKeys.Os] = "label", [AnnotationKeys.Author] = "label", ["x"] = "label" };
        var image = Image with { Config = new ExecutionParameters { Labels = labels } };
        var annotations = new Dictionary<string, string> { [AnnotationKeys.Author] = "user" };
        var config = RuntimeConfigComposer.Compose(RuntimeConfigDefaults.ForLinux(), image, new RuntimeOverrides { Annotations = annotations });
        Assert.Equal("label", config.Annotations[AnnotationKeys.Os]);
        Assert.Equal("user", config.Annotations[AnnotationKeys.Author]);
        Assert.Equal("label", config.Annotations["x"]);
        Assert.Equal("amd64", config.Annotations[AnnotationKeys.Architecture]);
    }

    [Fact]
    public void Everything_else_that_the_user_says_is_taken()
    {
        var config = RuntimeConfigComposer.Compose(RuntimeConfigDefaults.ForLinux(), Image, new RuntimeOverrides
        {
            User = new ContainerUser { Uid = 7, Gid = 8, AdditionalGids = [9] },
            WorkingDirectory = "/w",
            Hostname = "h",
            Terminal = true,
            RootPath = "/r",
            ReadonlyRoot = true,
            Mounts = [new Mount { Destination = "/dev/shm/", Type = "tmpfs" }, new Mount { Destination = "/data", Type = "tmpfs" }],
        });
        Assert.Equal(7u, config.Process!.User.Uid);
        Assert.Equal("/w", config.Process.Cwd);
        Assert.Equal("h", config.Hostname);
        Assert.True(config.Process.Terminal);
        Assert.Equal(new RootFilesystem { Path = "/r", Readonly = true }, config.Root);
        Assert.DoesNotContain(config.Mounts, m => m.Destination == "/dev/shm");
        Assert.Equal(["/dev/shm/", "/data"], config.Mounts.TakeLast(2).Select(m => m.Destination));
        Assert.Empty(RuntimeConfigValidator.Validate(config, RuntimePlatform.Linux));
    }

    [Fact]
    public void The_defaults_are_valid_with_a_command()
    {
        var overrides = new RuntimeOverrides { Command = ["/bin/sh"] };
        Assert.Empty(Validate(RuntimeConfigDefaults.ForLinux(), RuntimePlatform.Linux));
        Assert.Empty(Validate(RuntimeConfigDefaults.ForFreeBsd(), RuntimePlatform.FreeBsd));
        Assert.Empty(Validate(RuntimeConfigDefaults.ForLinuxOnFreeBsd(), RuntimePlatform.FreeBsd));

        IReadOnlyList<Violation> Validate(RuntimeConfig defaults, RuntimePlatform platform) =>
            RuntimeConfigValidator.ValidateDocument(OciJson.Write(RuntimeConfigComposer.Compose(defaults, null, overrides)), platform);
    }

    [Fact]
    public void The_default_on_linux_hides_at_least_what_runc_hides()
    {
        var runc = Fixture.Read<RuntimeConfig>("runtime/runc-spec.json");
        var ours = RuntimeConfigDefaults.ForLinux();
        Assert.Empty(runc.Linux!.MaskedPaths.Except(ours.Linux!.MaskedPaths));
        Assert.Empty(runc.Linux.ReadonlyPaths.Except(ours.Linux.ReadonlyPaths));
        Assert.Equal(runc.Mounts.Select(m => m.Destination), ours.Mounts.Select(m => m.Destination));
        Assert.Empty(runc.Linux.Namespaces.Except(ours.Linux.Namespaces));
        Assert.Equal(14, ours.Process!.Capabilities!.Bounding.Count);
        Assert.All(ours.Process.Capabilities.Bounding, name => Assert.NotNull(LinuxCapabilityNames.NumberOf(name)));
    }
}
