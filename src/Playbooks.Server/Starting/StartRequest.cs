namespace Playbooks.Server.Starting;

/// <summary>The request of <c>POST /runs</c> as sent, before it is validated against a playbook.</summary>
internal sealed record StartRequest
{
    /// <summary>Gets the id of the playbook. If null, <see cref="Directive"/> selects one.</summary>
    public string? Playbook { get; init; }

    /// <summary>Gets the description in words, which selects a playbook by its tags and its parameters by their patterns.</summary>
    public string? Directive { get; init; }

    /// <summary>Gets the invariant texts of the parameters by name. A list is a JSON array.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the id of the run. If null, a new id.</summary>
    public string? RunId { get; init; }

    /// <summary>Gets the URL that relative URLs resolve against. If null, that of the service or of the playbook.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Gets the values of secret parameters that <see cref="Parameters"/> omits, by name.</summary>
    public IReadOnlyDictionary<string, Secret> Credentials { get; init; } = new Dictionary<string, Secret>();

    /// <summary>Gets the time limit of the run in seconds, from 1 to 3600. If null, that of the service.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>Gets whether the browser shows its windows.</summary>
    public bool? Headed { get; init; }

    /// <summary>Gets what is recorded.</summary>
    public RecordingRequest? Recording { get; init; }

    /// <summary>Gets limits that apply in addition to those of the playbook, none of them wider. If null, only those of the playbook.</summary>
    public GuardrailRequest? Guardrails { get; init; }
}

/// <summary>Specifies what is recorded of a run.</summary>
/// <param name="Trace">Whether a trace is kept for every outcome. If null, for every outcome except passed.</param>
/// <param name="Screenshots">Whether every action takes a screenshot. If null, only failures.</param>
internal sealed record RecordingRequest(bool? Trace, bool? Screenshots);
