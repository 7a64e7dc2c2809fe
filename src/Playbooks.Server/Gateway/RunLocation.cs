

using Playbooks.RunFolder.Streaming;

namespace Playbooks.Server.Gateway;

/// <summary>Where a run is at work, and whether it could be reached there so far.</summary>
/// <param name="Worker">Who executes it.</param>
/// <param name="Mark">Is turned off by the first who cannot reach it; from then on only what is stored is told.</param>
internal sealed record RunLocation(IWorker Worker, LiveMark Mark);
