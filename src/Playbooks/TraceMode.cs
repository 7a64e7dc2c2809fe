namespace Playbooks;

/// <summary>Specifies which runs keep their trace.</summary>
public enum TraceMode
{
    /// <summary>Runs whose outcome is not <see cref="Outcome.Passed"/>.</summary>
    OnFailure,

    /// <summary>All runs.</summary>
    Always,

    /// <summary>No run. Nothing is recorded.</summary>
    Never,
}
