namespace Playbooks.Server.Starting;

/// <summary>What a client asks for with <c>POST /runs</c>, as it was written; whether it fits a playbook is another question.</summary>
internal sealed record StartRequest
{
    /// <summary>The playbook's id; null: <see cref="Directive"/> picks one.</summary>
    public string? Playbook { get; init; }

    /// <summary>What is wanted in words; a playbook is picked by its tags, its parameters are found by their patterns.</summary>
    public string? Directive { get; init; }

    /// <summary>The parameters' invariant texts by name; a list as a JSON array.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The caller's name for the run; null: a fresh one.</summary>
    public string? RunId { get; init; }

    /// <summary>What relative URLs resolve against; null: what the service or the playbook says.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Values of secret parameters that <see cref="Parameters"/> leaves out, by name.</summary>
    public IReadOnlyDictionary<string, Secret> Credentials { get; init; } = new Dictionary<string, Secret>();

    /// <summary>Time for the run, 1 to 3600 s; null: the service's.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>Whether the browser shows its windows.</summary>
    public bool? Headed { get; init; }

    /// <summary>What is recorded.</summary>
    public RecordingRequest? Recording { get; init; }

    /// <summary>Limits beside those of the playbook, none of them wider; null: the playbook's.</summary>
    public GuardrailRequest? Guardrails { get; init; }
}

/// <summary>What is recorded of a run.</summary>
/// <param name="Trace">Whether a trace is kept however the run ends; null: of a run that did not plainly pass.</param>
/// <param name="Screenshots">Whether there is a screenshot of each action; null: of failures.</param>
internal sealed record RecordingRequest(bool? Trace, bool? Screenshots);
