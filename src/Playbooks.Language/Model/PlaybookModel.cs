namespace Playbooks.Language.Model;

/// <summary>What a playbook is.</summary>
public sealed record PlaybookModel
{
    /// <summary>The id; where there is none, or none that can be used, one made from the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the author wrote the id; if not, it is made of the file's name, and no other playbook is held against it.</summary>
    public bool HasId { get; init; } = true;

    /// <summary>The place of the id; in a file without one, the place of a finding about it.</summary>
    public required SourceSpan IdSpan { get; init; }

    /// <summary>Name of the generated class: PascalCase of the id, renamed by rule where that would not compile.</summary>
    public required string ClassName { get; init; }

    /// <summary>The name for people; the id where there is none.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in the author's words.</summary>
    public string? Description { get; init; }

    /// <summary>Tags; they become test traits.</summary>
    public EquatableArray<string> Tags { get; init; }

    /// <summary>What relative URLs resolve against, unless a run says otherwise.</summary>
    public BoundText? BaseUrl { get; init; }

    /// <summary>What is opened before the first step.</summary>
    public BoundText? StartUrl { get; init; }

    /// <summary>Whether a run must be logged in; null: only if credentials are supplied.</summary>
    public bool? AuthRequired { get; init; }

    /// <summary>How a run logs in; null: it does not.</summary>
    public LoginModel? Login { get; init; }

    /// <summary>The credentials that a run takes, by their names: for its login, and for HTTP authentication.</summary>
    public IEnumerable<CredentialModel> Credentials => (Login?.Credentials ?? [])
        .Concat(Browser?.HttpCredentials == true ? LoginModel.UsernameAndPassword : [])
        .GroupBy(static credential => credential.Name)
        .Select(static group => group.FirstOrDefault(static credential => credential.Required) ?? group.First());

    /// <summary>What is read from the session before the first step, in the order of the text.</summary>
    public EquatableArray<CaptureModel> Captures { get; init; }

    /// <summary>The declared parameters that can be typed, in their order; equal C# names were sorted out.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>What is captured and what steps store, in this order; equal C# names were sorted out.</summary>
    public EquatableArray<StoredValueModel> StoredValues { get; init; }

    /// <summary>The browser context of a run; null: the playbook says nothing of it.</summary>
    public BrowserModel? Browser { get; init; }

    /// <summary>The requests that are answered without the network.</summary>
    public EquatableArray<RouteModel> Routes { get; init; }

    /// <summary>The limits of a run.</summary>
    public GuardrailsModel Guardrails { get; init; } = new();

    /// <summary>The playbook's own tests, those of <see cref="CaseFile"/> last; those with findings are left out.</summary>
    public EquatableArray<CaseModel> Cases { get; init; }

    /// <summary>The file that more cases come from; null: none, or none that can be looked for.</summary>
    public CaseFileModel? CaseFile { get; init; }

    /// <summary>The steps, a tree; those that cannot be typed are left out. Whoever needs each of them asks <see cref="AllSteps"/>.</summary>
    public EquatableArray<StepModel> Steps { get; init; }

    /// <summary>The steps that run at the end whatever happened before; those that cannot be typed are left out.</summary>
    public EquatableArray<StepModel> Finally { get; init; }

    /// <summary>Every step of the tree in the order of the text, each before those inside it; those of <see cref="Finally"/> last.</summary>
    public IEnumerable<StepModel> AllSteps() => Steps.Concat(Finally).SelectMany(static step => step.SelfAndDescendants());

    /// <summary>The ids of the playbooks that it calls, without duplicates; the one that logs in is the first.</summary>
    public IEnumerable<string> Calls => new[] { Login?.Playbook }.Concat(AllSteps().OfType<RunStepModel>().Select(static step => step.Playbook))
        .OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The file's text, for evidence at run time.</summary>
    public required string SourceText { get; init; }

    /// <summary>Whether mistakes hide some of its parameters or stored values.</summary>
    public bool MayMissNames { get; init; }

    /// <summary>The secrets in cases, as values and as written in their files, without duplicates.</summary>
    public IEnumerable<string> CaseSecrets()
    {
        var secrets = new HashSet<string>(Parameters.Where(static parameter => parameter.Secret).Select(static parameter => parameter.Name), StringComparer.Ordinal);
        return Cases.SelectMany(static test => test.With)
            .Where(value => secrets.Contains(value.Name))
            .SelectMany(static value => value.Value.Items.Concat(value.Written))
            .Where(static text => text.Length > 0)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether the file has an error of its own: the generated bodies then throw. An error that the file switches off counts
    /// only where something had to be left out of the model for it.
    /// </summary>
    public bool HasErrors { get; init; }
}
