using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace Knast.Oci.Tests;

public sealed class DigestTests
{
    private const string OfEmptyObject = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    [Fact]
    public void A_digest_is_read_and_split()
    {
        var digest = Digest.Parse(OfEmptyObject);
        Assert.Equal("sha256", digest.Algorithm);
        Assert.Equal(OfEmptyObject[7..], digest.Hex);
        Assert.Equal(OfEmptyObject, digest.ToString());
        Assert.True(digest.IsSupported);
    }

    [Fact]
    public void Content_is_matched()
    {
        Assert.True(Digest.Parse(OfEmptyObject).Matches("{}"u8));
        Assert.False(Digest.Parse(OfEmptyObject).Matches("{ }"u8));
        Assert.True(Digest.FromHash(Digest.Sha512, SHA512.HashData("{}"u8)).Matches("{}"u8));
        Assert.Equal(Digest.Parse(OfEmptyObject), Digest.OfContent("{}"u8));
    }

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("", "empty")]
    [InlineData("sha256", "no colon")]
    [InlineData("sha256:", "64 hexadecimal digits, not 0")]
    [InlineData("sha256:abc", "64 hexadecimal digits, not 3")]
    [InlineData("sha256:44136FA355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "lower case")]
    [InlineData("SHA256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "cannot name an algorithm")]
    [InlineData("../..:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "cannot name an algorithm")]
    [InlineData("md5:d41d8cd98f00b204e9800998ecf8427e", "not supported")]
    [InlineData("sha512:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "128 hexadecimal digits, not 64")]
    [InlineData("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n", "not 65")]
    public void What_is_no_digest_is_refused_with_its_reason(string? text, string reason)
    {
        Assert.False(Digest.TryParse(text, out var digest, out var error));
        Assert.True(digest.IsEmpty);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Equal(error, Assert.Throws<FormatException>(() => Digest.Parse(text!)).Message);
    }

    [Theory]
    [InlineData("sha256")]
    [InlineData("sha512")]
    public void A_hash_of_the_wrong_length_is_refused(string algorithm) =>
        Assert.Throws<ArgumentException>(() => Digest.FromHash(algorithm, new byte[20]));

    [Fact]
    public void The_default_stands_for_none()
    {
        Assert.True(default(Digest).IsEmpty);
        Assert.Equal("", default(Digest).ToString());
        Assert.Equal("", default(Digest).Hex);
        Assert.False(default(Digest).Matches([]));
        Assert.Equal(default, default(Digest));
    }

    [Fact]
    public void Digests_of_any_content_come_back() => Prop.ForAll<byte[]>(content =>
    {
        var digest = Digest.OfContent(content);
        return Digest.Parse(digest.ToString()) == digest && digest.Matches(content);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_or_refused() => Prop.ForAll<string>(text =>
        Digest.TryParse(text, out var digest, out var error) ? digest.ToString() == text : error.Length > 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_digest_of_a_document_is_safe_as_two_path_components() => Prop.ForAll<string, string>((algorithm, encoded) =>
        !Digest.TryParseAny($"{algorithm}:{encoded}", out var digest, out _)
        || (Path.GetFileName(digest.Algorithm) == digest.Algorithm && Path.GetFileName(digest.Hex) == digest.Hex
            && digest.Hex is not ("" or "." or "..") && digest.Algorithm is not ("" or "." or ".."))).QuickCheckThrowOnFailure();
}
