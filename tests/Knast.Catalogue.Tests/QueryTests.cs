using Knast.Catalogue.Writer;
using Knast.Runtime.State;

namespace Knast.Catalogue.Tests;

public sealed class QueryTests
{
    private static readonly CatalogueContainer Web1 = TruthDirectory.Container("1f00") with
    {
        Name = "web1",
        Created = DateTimeOffset.UnixEpoch.AddTicks(2),
        Labels = new Dictionary<string, string> { ["app"] = "shop", ["$x.y"] = "", [""] = "empty" },
    };

    private static readonly CatalogueContainer Web2 = TruthDirectory.Container("2f00") with
    {
        Name = "web2",
        Created = DateTimeOffset.UnixEpoch.AddTicks(1),
        Image = null,
        ImageId = null,
        Labels = new Dictionary<string, string> { ["app"] = "mail" },
    };

    private static readonly CatalogueContainer Database = TruthDirectory.Container("3f00") with { Name = "db", Created = DateTimeOffset.UnixEpoch.AddTicks(3) };

    [Theory]
    [InlineData("web*", new[] { "web2", "web1" })]
    [InlineData("WEB?", new[] { "web2", "web1" })]
    [InlineData("web[0-1]", new[] { "web1" })]
    [InlineData("web1", new[] { "web1" })]
    [InlineData("WEB1", new string[0])]
    [InlineData("[w", new string[0])]
    [InlineData("*", new[] { "web2", "web1", "db" })]
    public void Names_match_with_wildcards_and_come_oldest_first(string name, string[] expected) =>
        Assert.Equal(expected, Find(new CatalogueContainerQuery { Name = name }).Select(container => container.Name));

    [Fact]
    public void A_container_comes_back_as_it_was_saved()
    {
        CatalogueContainer found = Assert.Single(Find(new CatalogueContainerQuery { IdPrefix = "1f" }));
        Assert.Equal(Web1 with { Labels = found.Labels }, found);
        Assert.Equal(Web1.Labels, found.Labels);
    }

    [Fact]
    public void Labels_match_by_value_and_by_presence()
    {
        Assert.Equal(["web1"], Find(new CatalogueContainerQuery { Labels = new Dictionary<string, string?> { ["app"] = "shop" } }).Select(container => container.Name));
        Assert.Equal(["web2", "web1"], Find(new CatalogueContainerQuery { Labels = new Dictionary<string, string?> { ["app"] = null } }).Select(container => container.Name));
    }

    [Fact]
    public void Containers_of_an_image_are_found_by_its_id() =>
        Assert.Equal(["web1", "db"], Find(new CatalogueContainerQuery { ImageId = Web1.ImageId }).Select(container => container.Name));

    [Fact]
    public void What_is_removed_is_gone_and_what_is_saved_again_is_there_once()
    {
        using var folder = new CatalogueFolder();
        ICatalogue catalogue = folder.Open();
        catalogue.Save(Web1);
        catalogue.Save(Web1 with { Name = "renamed" });
        catalogue.Save(Web2);
        catalogue.RemoveContainer(Web2.Id);
        catalogue.RemoveContainer("unknown");
        Assert.Equal(["renamed"], catalogue.Find(new CatalogueContainerQuery()).Select(container => container.Name));
    }

    [Fact]
    public void Images_are_found_by_reference_id_and_label()
    {
        using var folder = new CatalogueFolder();
        ICatalogue catalogue = folder.Open();
        var image = new CatalogueImage
        {
            Digest = "sha256:d",
            Id = "sha256:i",
            References = ["docker.io/library/busybox:1", "docker.io/library/busybox:latest"],
            SizeBytes = 1L << 40,
            Labels = new Dictionary<string, string> { ["a"] = "b" },
        };
        catalogue.Save(image);
        catalogue.Save(new CatalogueImage { Digest = "sha256:e", Id = "sha256:j", Created = DateTimeOffset.UnixEpoch });

        CatalogueImage found = Assert.Single(catalogue.Find(new CatalogueImageQuery { Reference = "docker.io/library/busybox:l*" }));
        Assert.Equal(image.References, found.References);
        Assert.Equal(image.SizeBytes, found.SizeBytes);
        Assert.Equal("sha256:d", Assert.Single(catalogue.Find(new CatalogueImageQuery { Labels = new Dictionary<string, string?> { ["a"] = null } })).Digest);
        Assert.Equal(DateTimeOffset.UnixEpoch, Assert.Single(catalogue.Find(new CatalogueImageQuery { IdPrefix = "sha256:j" })).Created);
        catalogue.RemoveImage("sha256:d");
        Assert.Single(catalogue.Find(new CatalogueImageQuery()));
    }

    private static IReadOnlyList<CatalogueContainer> Find(CatalogueContainerQuery query)
    {
        using var folder = new CatalogueFolder();
        ICatalogue catalogue = folder.Open();
        foreach (CatalogueContainer container in (CatalogueContainer[])[Web1, Web2, Database])
            catalogue.Save(container);
        return catalogue.Find(query);
    }
}
