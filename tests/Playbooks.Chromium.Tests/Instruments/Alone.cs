using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Instruments;

/// <summary>Tests that listen to the whole process, or need that nobody does: they run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone : ICollectionFixture<Chromium>
{
    public const string Name = "Instruments";
}
