using Knast.Catalogue;
using Knast.Catalogue.Writer;
using Knast.Runtime.State;

// usage: DIRECTORY PREFIX COUNT. Adds containers PREFIX-0, PREFIX-1 … to the truth and then to the catalogue, and says each when it is done.
string directory = args[0];
var truth = new TruthDirectory(Path.Combine(directory, "truth"));
ICatalogue catalogue = new LiteDbCatalogueProvider().Open(Path.Combine(directory, "catalogue"), truth);
for (int i = 0; i < int.Parse(args[2]); i++)
{
    CatalogueContainer container = TruthDirectory.Container($"{args[1]}-{i}");
    truth.Add(container);
    catalogue.Save(container);
    Console.WriteLine(container.Id);
}
