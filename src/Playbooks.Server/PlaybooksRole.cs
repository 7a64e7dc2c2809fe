namespace Playbooks.Server;

/// <summary>Specifies the role of a process of the run service.</summary>
[Flags]
public enum PlaybooksRole
{
    /// <summary>Executes runs, and serves their events and evidence.</summary>
    Worker = 1,

    /// <summary>Serves clients and the web page, and uses workers in its own process or over HTTP.</summary>
    Gateway = 2,

    /// <summary>Combines both roles in one process. This is the default.</summary>
    Both = Worker | Gateway,
}
