namespace Knast.Runtime.State;

/// <summary>Opens catalogues. Implemented by an assembly with third-party dependencies, which is loaded when a catalogue is first needed.</summary>
public interface ICatalogueProvider
{
    /// <summary>The catalogue of a root. No file is touched before its first use.</summary>
    /// <param name="directory">Where its files are; made when needed.</param>
    /// <param name="source">What it is made from when it is missing or damaged.</param>
    ICatalogue Open(string directory, ICatalogueSource source);
}
