using Knast.Native.Kernel;

namespace Knast.Native.Tests.Files;

/// <summary>The file facades on this machine's kernel.</summary>
public sealed class FileCallsTests() : FileCallsSuite(LocalKernel.Open());
