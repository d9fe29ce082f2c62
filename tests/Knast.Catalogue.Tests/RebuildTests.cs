using FsCheck;
using FsCheck.Fluent;
using Knast.Catalogue.Writer;

namespace Knast.Catalogue.Tests;

public sealed class RebuildTests
{
    [Fact]
    public void A_missing_catalogue_is_made_from_the_truth()
    {
        using var folder = new CatalogueFolder();
        folder.Truth.Add(TruthDirectory.Container("a"));
        Assert.Equal(["a"], folder.Ids());
        Assert.Equal(1, folder.Truth.TimesRead);
    }

    [Fact]
    public void A_sound_catalogue_is_not_made_anew()
    {
        using var folder = new CatalogueFolder();
        folder.Open().Save(TruthDirectory.Container("a"));
        int before = folder.Truth.TimesRead;
        Assert.Equal(["a"], folder.Ids());
        Assert.Equal(before, folder.Truth.TimesRead);
    }

    [Fact]
    public void Any_damage_to_the_database_leads_back_to_the_truth()
    {
        using var folder = new CatalogueFolder();
        foreach (string id in (string[])["a", "b", "c"])
        {
            folder.Truth.Add(TruthDirectory.Container(id));
            folder.Open().Save(TruthDirectory.Container(id));
        }

        Arbitrary<(int Position, byte Value)> damage = ArbMap.Default.ArbFor<int>().Generator
            .Zip(ArbMap.Default.ArbFor<byte>().Generator, (position, value) => (position & int.MaxValue, value)).ToArbitrary();
        Prop.ForAll(damage, hit =>
        {
            byte[] bytes = File.ReadAllBytes(folder.Database);
            bytes[hit.Position % bytes.Length] = hit.Value;
            File.WriteAllBytes(folder.Database, hit.Value % 3 == 0 ? bytes[..(hit.Position % bytes.Length)] : bytes);
            return folder.Ids().SequenceEqual(["a", "b", "c"]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_log_that_was_left_leads_back_to_the_truth()
    {
        using var folder = new CatalogueFolder();
        folder.Truth.Add(TruthDirectory.Container("a"));
        folder.Open().Rebuild();
        File.WriteAllText(folder.Database.Replace(".db", "-log.db", StringComparison.Ordinal), "half a page");
        Assert.Equal(["a"], folder.Ids());
    }

    [Fact]
    public void Rebuild_forgets_what_the_truth_does_not_know()
    {
        using var folder = new CatalogueFolder();
        folder.Open().Save(TruthDirectory.Container("ghost"));
        folder.Open().Rebuild();
        Assert.Empty(folder.Ids());
    }
}
