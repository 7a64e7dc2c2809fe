namespace Playbooks.Guarding.Egress;

/// <summary>What the egress proxy waits for and holds at most.</summary>
internal sealed record EgressLimits
{
    /// <summary>Connections of the browser at once; more wait until one ends.</summary>
    public int Connections { get; init; } = 512;

    /// <summary>Bytes of the first line and the headers of a request or answer.</summary>
    public int HeadBytes { get; init; } = 64 * 1024;

    /// <summary>Time for a request's head to arrive once its first byte has.</summary>
    public TimeSpan Head { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time for resolving a name and connecting.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time without a byte in either direction; as long as a page may hold a socket open in silence.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The same once one side has said that it sends no more.</summary>
    public TimeSpan HalfOpen { get; init; } = TimeSpan.FromSeconds(30);
}
