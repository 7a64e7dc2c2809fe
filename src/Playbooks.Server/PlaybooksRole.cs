namespace Playbooks.Server;

/// <summary>What a process of the service does.</summary>
[Flags]
public enum PlaybooksRole
{
    /// <summary>Executes runs, and serves what they do and leave.</summary>
    Worker = 1,

    /// <summary>Is what clients and people talk to; reaches workers in its own process or over HTTP.</summary>
    Gateway = 2,

    /// <summary>Both in one process, the default.</summary>
    Both = Worker | Gateway,
}
