using System.Runtime.Loader;
using Knast.Images.Compression;

namespace Knast.Images.Tests.Compression;

public sealed class DependencyTests
{
    private const string AssemblyName = "Knast.Images.Decompressors";
    private const string TypeName = "Knast.Images.Decompressors.Decompressor";

    [Fact]
    public void ADependencyIsLoadedOnceIntoAContextOfItsOwn()
    {
        IDecompressor decompressor = DependencyLoader.Get<IDecompressor>(AssemblyName, TypeName);
        Assert.Same(decompressor, DependencyLoader.Get<IDecompressor>(AssemblyName, TypeName));
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(decompressor.GetType().Assembly)!;
        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(typeof(IDecompressor).Assembly));
        using Stream stream = decompressor.Open(CompressionFormat.Zstd, new MemoryStream());
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name == "ZstdSharp");
        Assert.Contains(context.Assemblies, assembly => assembly.GetName().Name == "ZstdSharp");
    }

    [Fact]
    public void ADependencyThatIsMissingIsNamed()
    {
        ImageException error = Assert.Throws<ImageException>(() => DependencyLoader.Get<IDecompressor>("Knast.Missing", "Knast.Missing.Type"));
        Assert.Equal(ImageErrorId.DependencyMissing, error.ErrorId);
        Assert.Contains("Knast.Missing.dll", error.Message, StringComparison.Ordinal);
        Assert.Contains("dependencies", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x1F, 0x8B, 8 }, CompressionFormat.Gzip)]
    [InlineData(new byte[] { 0x28, 0xB5, 0x2F, 0xFD }, CompressionFormat.Zstd)]
    [InlineData(new byte[] { 0x5A, 0x2A, 0x4D, 0x18 }, CompressionFormat.Zstd)]
    [InlineData(new byte[] { 0xFD, 0x37, 0x7A, 0x58, 0x5A, 0 }, CompressionFormat.Xz)]
    [InlineData(new byte[] { 0x42, 0x5A, 0x68, 0x39 }, CompressionFormat.Bzip2)]
    [InlineData(new byte[] { }, CompressionFormat.None)]
    [InlineData(new byte[] { 0x1F }, CompressionFormat.None)]
    [InlineData(new byte[] { 0x2E, 0x2F, 0, 0, 0, 0 }, CompressionFormat.None)]
    public void TheFirstBytesTellTheFormat(byte[] prefix, CompressionFormat expected) => Assert.Equal(expected, CompressionFormats.Detect(prefix));
}
