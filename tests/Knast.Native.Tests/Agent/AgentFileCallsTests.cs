using Knast.Native.Tests.Files;

namespace Knast.Native.Tests.Agent;

/// <summary>The file facades through an agent.</summary>
public sealed class AgentFileCallsTests(AgentFixture fixture) : FileCallsSuite(fixture.Kernel), IClassFixture<AgentFixture>;
