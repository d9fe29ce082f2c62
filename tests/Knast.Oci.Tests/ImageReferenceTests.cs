using FsCheck;
using FsCheck.Fluent;

namespace Knast.Oci.Tests;

public sealed class ImageReferenceTests
{
    private const string Hash = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    [Theory]
    [InlineData("busybox", "docker.io/library/busybox:latest", "busybox:latest")]
    [InlineData("busybox:1.36", "docker.io/library/busybox:1.36", "busybox:1.36")]
    [InlineData("docker.io/busybox", "docker.io/library/busybox:latest", "busybox:latest")]
    [InlineData("index.docker.io/busybox", "docker.io/library/busybox:latest", "busybox:latest")]
    [InlineData("docker.io/library/busybox", "docker.io/library/busybox:latest", "busybox:latest")]
    [InlineData("freebsd/freebsd-runtime:15.0", "docker.io/freebsd/freebsd-runtime:15.0", "freebsd/freebsd-runtime:15.0")]
    [InlineData("ghcr.io/freebsd/freebsd-runtime:14.4p1", "ghcr.io/freebsd/freebsd-runtime:14.4p1", "ghcr.io/freebsd/freebsd-runtime:14.4p1")]
    [InlineData("localhost:5000/x:tag", "localhost:5000/x:tag", "localhost:5000/x:tag")]
    [InlineData("localhost/x", "localhost/x:latest", "localhost/x:latest")]
    [InlineData("localhost:5000", "docker.io/library/localhost:5000", "localhost:5000")]
    [InlineData("127.0.0.1:5000/a/b/c", "127.0.0.1:5000/a/b/c:latest", "127.0.0.1:5000/a/b/c:latest")]
    [InlineData("[::1]:5000/x", "[::1]:5000/x:latest", "[::1]:5000/x:latest")]
    [InlineData("[fd00::1]/x:y", "[fd00::1]/x:y", "[fd00::1]/x:y")]
    [InlineData("Foo/bar", "Foo/bar:latest", "Foo/bar:latest")]
    [InlineData("a__b/c-d--e.f", "docker.io/a__b/c-d--e.f:latest", "a__b/c-d--e.f:latest")]
    [InlineData("busybox@" + Hash, "docker.io/library/busybox@" + Hash, "busybox@" + Hash)]
    [InlineData("busybox:1@" + Hash, "docker.io/library/busybox:1@" + Hash, "busybox:1@" + Hash)]
    [InlineData("docker.io/localhost/x", "docker.io/localhost/x:latest", "docker.io/localhost/x:latest")]
    [InlineData("docker.io/a.b/c", "docker.io/a.b/c:latest", "docker.io/a.b/c:latest")]
    [InlineData("docker.io/library/a/b", "docker.io/library/a/b:latest", "library/a/b:latest")]
    public void A_reference_is_normalised(string text, string whole, string familiar)
    {
        var reference = ImageReference.Parse(text);
        Assert.Equal(whole, reference.ToString());
        Assert.Equal(familiar, reference.Familiar);
        Assert.Equal(reference, ImageReference.Parse(whole));
        Assert.Equal(reference, ImageReference.Parse(familiar));
    }

    [Fact]
    public void A_reference_has_its_parts()
    {
        var reference = ImageReference.Parse("localhost:5000/a/b:1@" + Hash);
        Assert.Equal("localhost:5000", reference.Domain);
        Assert.Equal("a/b", reference.Path);
        Assert.Equal("1", reference.Tag);
        Assert.Equal(Hash, reference.Digest.ToString());
        Assert.Equal("localhost:5000/a/b", reference.Name);
        Assert.Equal(Hash, reference.TagOrDigest);
        Assert.Equal("localhost:5000/a/b:2", reference.WithTag("2").ToString());
        Assert.Equal("busybox:latest@" + Hash, ImageReference.Parse("busybox").WithDigest(Digest.Parse(Hash)).Familiar);
        Assert.Throws<FormatException>(() => reference.WithTag("-x"));
    }

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("", "empty")]
    [InlineData("Busybox", "lower case: 'library/busybox'")]
    [InlineData("ghcr.io/Foo/bar", "lower case: 'foo/bar'")]
    [InlineData("https://ghcr.io/foo", "URL; leave 'https://' out")]
    [InlineData("a b", "white space")]
    [InlineData("a\n", "white space")]
    [InlineData("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "identifier")]
    [InlineData("a:", "1 to 128 characters, not 0")]
    [InlineData("a:.x", "The tag '.x'")]
    [InlineData("a:x!y", "The tag 'x!y'")]
    [InlineData("a@sha256:12", "64 hexadecimal digits, not 2")]
    [InlineData("a@", "empty")]
    [InlineData("a//b", "empty component")]
    [InlineData("/a", "empty component")]
    [InlineData("a/", "empty component")]
    [InlineData(":tag", "empty component")]
    [InlineData("a..b", "'a..b'")]
    [InlineData("a___b", "'a___b'")]
    [InlineData("-a", "'-a'")]
    [InlineData("a-", "'a-'")]
    [InlineData("../a", "'..'")]
    [InlineData("x.y/../a", "'..'")]
    [InlineData("localhost:port/a", "'port' is no port")]
    [InlineData("localhost:99999/a", "'99999' is no port")]
    [InlineData("-x.y/a", "'-x.y' is no host name")]
    [InlineData("::1/a", "is no host name")]
    public void What_is_no_reference_is_refused_with_its_reason(string? text, string reason)
    {
        Assert.False(ImageReference.TryParse(text, out var reference, out var error));
        Assert.Null(reference);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_names_and_tags_are_bounded()
    {
        Assert.True(ImageReference.TryParse("x/" + new string('a', 253), out _));
        Assert.False(ImageReference.TryParse("x/" + new string('a', 254), out _));
        Assert.True(ImageReference.TryParse("x:" + new string('a', 128), out _));
        Assert.False(ImageReference.TryParse("x:" + new string('a', 129), out _));
        Assert.False(ImageReference.TryParse(new string('/', 100_000), out _));
    }

    [Fact]
    public void Any_reference_of_the_grammar_comes_back() => Prop.ForAll(References().ToArbitrary(), text =>
    {
        var reference = ImageReference.Parse(text);
        return reference == ImageReference.Parse(reference.ToString()) && reference == ImageReference.Parse(reference.Familiar);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_or_refused() => Prop.ForAll(NearReferences().ToArbitrary(), text =>
        ImageReference.TryParse(text, out var reference, out var error)
            ? reference == ImageReference.Parse(reference.ToString())
            : error.Length > 0).QuickCheckThrowOnFailure();

    private static Gen<string> References() =>
        from domain in Gen.Elements("", "docker.io/", "localhost/", "ghcr.io/", "localhost:5000/", "10.0.0.1/", "[::1]:80/", "a-b.c:1/", "UP/")
        from components in Gen.ListOf(Gen.Elements("a", "0", "a.b", "a_b", "a__b", "a---b", "abc", "library", "localhost"))
        from tag in Gen.Elements("", ":latest", ":1.0", ":_x", ":A-b_c.d")
        from digest in Gen.Elements("", "@" + Hash)
        select domain + string.Join('/', components.Count == 0 ? ["x"] : components.Take(8)) + tag + digest;

    private static Gen<string> NearReferences() =>
        from pieces in Gen.ListOf(Gen.Elements(
            "a", "A", "0", ".", "..", "_", "-", "/", "//", ":", "::", "@", "[", "]", " ", "\n", "é", "%", "localhost", "docker.io", "library",
            "sha256:", Hash, "65536", "\0"))
        select string.Concat(pieces);
}
