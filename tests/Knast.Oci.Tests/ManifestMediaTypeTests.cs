using System.Text;
using Knast.Oci.ImageSpec;

namespace Knast.Oci.Tests;

public sealed class ManifestMediaTypeTests
{
    [Theory]
    [InlineData("image/spec-index.json", MediaTypes.ImageIndex)]
    [InlineData("image/umoci-index.json", MediaTypes.ImageIndex)]
    [InlineData("image/umoci-manifest.json", MediaTypes.ImageManifest)]
    [InlineData("image/buildah-docker-manifest.json", MediaTypes.DockerManifest)]
    public void Real_documents_are_told_apart(string name, string mediaType) => Assert.Equal(mediaType, ManifestMediaType.Detect(Fixture.Bytes(name)));

    [Theory]
    [InlineData("""{"manifests":[],"layers":[]}""")]
    [InlineData("""{"Manifests":[],"CONFIG":{}}""")]
    [InlineData("""{"mediaType":"application/vnd.oci.image.index.v1+json","layers":[]}""")]
    [InlineData("""{"mediaType":"application/vnd.docker.distribution.manifest.v2+json","manifests":[]}""")]
    [InlineData("""{"a":{"manifests":[]}}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    public void Ambiguous_and_other_documents_are_refused(string json)
    {
        var fault = Assert.Throws<OciDocumentException>(() => ManifestMediaType.Detect(Encoding.UTF8.GetBytes(json), "x"));
        Assert.StartsWith("x: ", fault.Message, StringComparison.Ordinal);
    }
}
