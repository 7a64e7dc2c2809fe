namespace Playbooks;

/// <summary>Which runs keep their trace.</summary>
public enum TraceMode
{
    /// <summary>Those whose outcome is not <see cref="Outcome.Passed"/>.</summary>
    OnFailure,

    /// <summary>All.</summary>
    Always,

    /// <summary>None; nothing is traced.</summary>
    Never,
}
