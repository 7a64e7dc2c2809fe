using Playbooks.Server.Streaming;

namespace Playbooks.Server.Gateway;

/// <summary>The worker that executes a run, and whether it has been reachable so far.</summary>
/// <param name="Worker">The worker.</param>
/// <param name="Mark">Deactivated when the worker cannot be reached; from then on, only stored data is served.</param>
internal sealed record RunLocation(IWorker Worker, LiveMark Mark);
