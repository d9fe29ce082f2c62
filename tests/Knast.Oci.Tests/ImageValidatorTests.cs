using System.Text;
using Knast.Oci.ImageSpec;

namespace Knast.Oci.Tests;

public sealed class ImageValidatorTests
{
    [Theory]
    [InlineData("image/spec-index.json")]
    [InlineData("image/spec-index-nested.json")]
    [InlineData("image/spec-layout-index.json")]
    [InlineData("image/umoci-index.json")]
    [InlineData("image/buildah-index.json")]
    public void Valid_indexes_have_no_violation(string name) => Assert.Empty(ImageValidator.Validate(Fixture.Read<ImageIndex>(name)));

    [Theory]
    [InlineData("image/spec-manifest.json")]
    [InlineData("image/umoci-manifest.json")]
    [InlineData("image/buildah-oci-manifest.json")]
    [InlineData("image/buildah-docker-manifest.json")]
    public void Valid_manifests_have_no_violation(string name) => Assert.Empty(ImageValidator.Validate(Fixture.Read<ImageManifest>(name)));

    [Theory]
    [InlineData("image/umoci-config.json", "image/umoci-manifest.json")]
    [InlineData("image/buildah-oci-config.json", "image/buildah-oci-manifest.json")]
    [InlineData("image/buildah-docker-config.json", "image/buildah-docker-manifest.json")]
    public void Valid_configurations_fit_their_manifests(string config, string manifest) =>
        Assert.Empty(ImageValidator.Validate(Fixture.Read<ImageConfig>(config), Fixture.Read<ImageManifest>(manifest)));

    [Theory]
    [InlineData("""{"schemaVersion":1}""", "/schemaVersion")]
    [InlineData("""{"schemaVersion":null}""", "/schemaVersion")]
    [InlineData("""{"mediaType":"application/vnd.oci.image.index.v1+json"}""", "/mediaType")]
    [InlineData("""{"artifactType":"x"}""", "/artifactType")]
    [InlineData("""{"config":null}""", "/config")]
    [InlineData("""{"config":{"mediaType":"application/vnd.oci.empty.v1+json"}}""", "/artifactType")]
    [InlineData("""{"config":{"mediaType":null}}""", "/config/mediaType")]
    [InlineData("""{"config":{"digest":null}}""", "/config/digest")]
    [InlineData("""{"config":{"size":-1}}""", "/config/size")]
    [InlineData("""{"config":{"urls":["not a uri"]}}""", "/config/urls/0")]
    [InlineData("""{"config":{"data":"e30="}}""", "/config/data")]
    [InlineData("""{"config":{"data":"e30=","size":2}}""", "/config/data")]
    [InlineData("""{"config":{"annotations":{"":"x"}}}""", "/config/annotations/")]
    [InlineData("""{"config":{"platform":{"os":"linux"}}}""", "/config/platform/architecture")]
    [InlineData("""{"config":{"platform":{"architecture":"amd64"}}}""", "/config/platform/os")]
    [InlineData("""{"layers":[{"mediaType":"no type","digest":"blake3:00"}]}""", "/layers/0/mediaType")]
    [InlineData("""{"subject":{"size":-1}}""", "/subject/size")]
    [InlineData("""{"annotations":{"":"x"}}""", "/annotations/")]
    public void One_breach_of_a_manifest_is_one_violation(string patch, string pointer)
    {
        var bytes = MergePatch.Apply(Fixture.Bytes("image/spec-manifest.json"), patch);
        Assert.Equal([pointer], ImageValidator.Validate(OciJson.Read<ImageManifest>(bytes)).Select(v => v.Pointer));
    }

    [Theory]
    [InlineData("""{"schemaVersion":3}""", "/schemaVersion")]
    [InlineData("""{"mediaType":"text/plain"}""", "/mediaType")]
    [InlineData("""{"manifests":[{}]}""", "/manifests/0/mediaType,/manifests/0/digest")]
    public void Breaches_of_an_index_are_found(string patch, string pointers)
    {
        var bytes = MergePatch.Apply(Fixture.Bytes("image/spec-index.json"), patch);
        Assert.Equal(pointers.Split(','), ImageValidator.Validate(OciJson.Read<ImageIndex>(bytes)).Select(v => v.Pointer));
    }

    [Theory]
    [InlineData("""{"architecture":null}""", "/architecture")]
    [InlineData("""{"os":""}""", "/os")]
    [InlineData("""{"created":"today"}""", "/created")]
    [InlineData("""{"rootfs":null,"history":null}""", "/rootfs")]
    [InlineData("""{"rootfs":{"type":"tree"}}""", "/rootfs/type")]
    [InlineData("""{"rootfs":{"diff_ids":[]}}""", "/history")]
    [InlineData("""{"history":[{"created":"x"}]}""", "/history/0/created")]
    [InlineData("""{"config":{"Env":["A"]}}""", "/config/Env/0")]
    [InlineData("""{"config":{"ExposedPorts":{"a/tcp":{}}}}""", "/config/ExposedPorts/a~1tcp")]
    [InlineData("""{"config":{"ExposedPorts":{"80/icmp":{}}}}""", "/config/ExposedPorts/80~1icmp")]
    [InlineData("""{"config":{"Labels":{"":"x"}}}""", "/config/Labels/")]
    public void One_breach_of_a_configuration_is_one_violation(string patch, string pointer)
    {
        var bytes = MergePatch.Apply(Fixture.Bytes("image/spec-config.json"), patch);
        Assert.Equal([pointer], ImageValidator.Validate(OciJson.Read<ImageConfig>(bytes)).Select(v => v.Pointer));
    }

    [Fact]
    public void The_number_of_layers_must_be_that_of_the_manifest()
    {
        var violations = ImageValidator.Validate(
            Fixture.Read<ImageConfig>("image/umoci-config.json"), Fixture.Read<ImageManifest>("image/spec-manifest.json"));
        Assert.Equal(["/rootfs/diff_ids"], violations.Select(v => v.Pointer));
    }

    [Theory]
    [InlineData("""{"imageLayoutVersion":"1.0.0"}""", 0)]
    [InlineData("""{"imageLayoutVersion":"2.0.0"}""", 1)]
    [InlineData("{}", 1)]
    public void A_layout_has_its_version(string json, int violations) =>
        Assert.Equal(violations, ImageValidator.Validate(OciJson.Read<ImageLayout>(Encoding.UTF8.GetBytes(json))).Count);

    [Fact]
    public void The_empty_descriptor_is_valid()
    {
        var manifest = OciJson.Read<ImageManifest>(Encoding.UTF8.GetBytes(
            """
            {"schemaVersion":2,"artifactType":"application/vnd.example+type","layers":[],"config":{"mediaType":"application/vnd.oci.empty.v1+json",
            "digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","size":2,"data":"e30="}}
            """));
        Assert.Empty(ImageValidator.Validate(manifest));
    }

    [Theory]
    [InlineData(MediaTypes.ImageLayer, LayerCompression.None)]
    [InlineData(MediaTypes.DockerLayerGzip, LayerCompression.Gzip)]
    [InlineData(MediaTypes.ImageLayerZstd, LayerCompression.Zstd)]
    [InlineData("application/vnd.oci.image.layer.v1.tar+gzip; charset=x", LayerCompression.Gzip)]
    [InlineData(MediaTypes.ImageConfig, null)]
    [InlineData(null, null)]
    public void Layers_are_known_by_their_media_types(string? mediaType, LayerCompression? compression)
    {
        Assert.Equal(compression, MediaTypes.LayerCompressionOf(mediaType));
        Assert.Equal(compression is not null, MediaTypes.IsLayer(mediaType));
    }
}
