namespace Playbooks.Guarding.Egress;

/// <summary>Defines the limits of the egress proxy.</summary>
internal sealed record EgressLimits
{
    /// <summary>Gets the maximum number of concurrent connections of the browser. Further connections wait until one ends.</summary>
    public int Connections { get; init; } = 512;

    /// <summary>Gets the maximum size of the first line and the headers of a request or a response, in bytes.</summary>
    public int HeadBytes { get; init; } = 64 * 1024;

    /// <summary>Gets the time limit for the head of a request, from its first byte.</summary>
    public TimeSpan Head { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets the time limit for resolving a name and connecting.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets the time limit without a byte in either direction, for example on a WebSocket that a page keeps open.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets the same time limit after one side has ended its direction.</summary>
    public TimeSpan HalfOpen { get; init; } = TimeSpan.FromSeconds(30);
}
