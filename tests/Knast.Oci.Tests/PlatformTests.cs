using FsCheck;
using FsCheck.Fluent;
using Knast.Oci.ImageSpec;

namespace Knast.Oci.Tests;

public sealed class PlatformTests
{
    [Theory]
    [InlineData("linux/amd64", "linux/amd64")]
    [InlineData("linux/arm64/v8", "linux/arm64/v8")]
    [InlineData("Linux/X86_64", "linux/amd64")]
    [InlineData("freebsd/aarch64", "freebsd/arm64")]
    [InlineData("linux/armhf", "linux/arm/v7")]
    [InlineData("macos/arm64", "darwin/arm64")]
    public void A_platform_is_read(string text, string whole) => Assert.Equal(whole, Platform.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("linux")]
    [InlineData("linux/")]
    [InlineData("/amd64")]
    [InlineData("linux/amd64/v1/x")]
    [InlineData("linux/am d64")]
    [InlineData("linux/amd64/")]
    public void What_is_no_platform_is_refused(string? text)
    {
        Assert.False(Platform.TryParse(text, out _, out var error));
        Assert.Contains("os/architecture", error, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Platform.Parse(text!));
    }

    [Theory]
    [InlineData("linux/amd64", "linux/amd64", true)]
    [InlineData("linux/amd64", "freebsd/amd64", false)]
    [InlineData("linux/arm64", "linux/amd64", false)]
    [InlineData("linux/arm64/v8", "linux/arm64", true)]
    [InlineData("linux/arm64", "linux/arm64/v8", true)]
    [InlineData("linux/arm64/v8", "linux/arm64/v8.2", true)]
    [InlineData("linux/arm64/v8.2", "linux/arm64", false)]
    [InlineData("linux/arm64/v9", "linux/arm64/v8", false)]
    [InlineData("linux/arm/v6", "linux/arm/v7", true)]
    [InlineData("linux/arm/v7", "linux/arm/v6", false)]
    [InlineData("linux/arm", "linux/arm/v7", true)]
    [InlineData("linux/arm", "linux/arm/v6", false)]
    [InlineData("linux/amd64/v3", "linux/amd64", false)]
    [InlineData("linux/amd64", "linux/amd64/v3", true)]
    [InlineData("linux/ppc64le/power9", "linux/ppc64le/power10", true)]
    [InlineData("linux/riscv64/rva20u64", "linux/riscv64/rva20u64", true)]
    [InlineData("linux/riscv64/other", "linux/riscv64", false)]
    public void Platforms_match(string image, string wanted, bool matches) =>
        Assert.Equal(matches, PlatformMatcher.Matches(Platform.Parse(image), Platform.Parse(wanted)));

    [Fact]
    public void Features_that_an_image_demands_must_be_there()
    {
        var image = Platform.Parse("linux/amd64") with { OsFeatures = ["erofs"] };
        Assert.False(PlatformMatcher.Matches(image, Platform.Parse("linux/amd64")));
        Assert.True(PlatformMatcher.Matches(image, image));
    }

    [Fact]
    public void A_version_of_the_system_that_is_wanted_excludes_others()
    {
        var wanted = Platform.Parse("freebsd/amd64") with { OsVersion = "15.0" };
        Assert.True(PlatformMatcher.Matches(Platform.Parse("freebsd/amd64"), wanted));
        Assert.True(PlatformMatcher.Matches(wanted, Platform.Parse("freebsd/amd64")));
        Assert.False(PlatformMatcher.Matches(wanted with { OsVersion = "14.3" }, wanted));
    }

    [Fact]
    public void The_best_manifest_comes_first_and_those_without_a_platform_last()
    {
        Descriptor[] manifests =
        [
            new() { MediaType = "none" },
            new() { MediaType = "v6", Platform = Platform.Parse("linux/arm/v6") },
            new() { MediaType = "attestation", Platform = Platform.Parse("unknown/unknown") },
            new() { MediaType = "v7", Platform = Platform.Parse("linux/arm/v7") },
            new() { MediaType = "v7 again", Platform = Platform.Parse("linux/arm/v7") },
            new() { MediaType = "v8", Platform = Platform.Parse("linux/arm/v8") },
        ];
        Assert.Equal(["v7", "v7 again", "v6", "none"], PlatformMatcher.Select(manifests, Platform.Parse("linux/arm/v7")).Select(m => m.MediaType));
        Assert.Equal(["none"], PlatformMatcher.Select(manifests, Platform.Parse("freebsd/amd64")).Select(m => m.MediaType));
    }

    [Fact]
    public void Any_text_is_read_or_refused() => Prop.ForAll<string>(text =>
        !Platform.TryParse(text, out var platform) || Platform.Parse(platform.ToString()) == platform).QuickCheckThrowOnFailure();
}
