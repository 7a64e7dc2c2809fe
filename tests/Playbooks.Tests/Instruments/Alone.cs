namespace Playbooks.Tests.Instruments;

/// <summary>Tests that need that nobody listens to the process: they run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Instruments";
}
