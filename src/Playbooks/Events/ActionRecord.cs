using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>One action on the page: a try of a step with its verify, the opening of the start page (step 0), or what a recovery agent did.</summary>
public sealed record ActionRecord : LogRecord
{
    /// <summary>The playbook itself, as <see cref="Tool"/>.</summary>
    internal const string PlaybookTool = "playbook";

    /// <summary>A recovery agent, as <see cref="Tool"/>.</summary>
    internal const string RecoveryTool = "recovery";

    /// <summary>The step's running number, from 1; 0: before the first step.</summary>
    public required int Step { get; init; }

    /// <summary>The step's address in the tree of steps, such as <c>3.then.1</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The author's id of the step; null: none.</summary>
    public string? StepId { get; init; }

    /// <summary>Who acted: <c>playbook</c>, or <c>recovery</c> for a recovery agent.</summary>
    public required string Tool { get; init; }

    /// <summary>Whether it is a try of the playbook itself; else a recovery agent was at work.</summary>
    internal bool IsTry => Tool == PlaybookTool;

    /// <summary>The action's name in the language.</summary>
    public required string Action { get; init; }

    /// <summary>The step's description, bound; null: none.</summary>
    public string? Description { get; init; }

    /// <summary>What was done with what, in one line.</summary>
    public string InputSummary { get; init; } = string.Empty;

    /// <summary>What the action was given, by the parameters' names; texts over 500 characters are cut and their full length is named.</summary>
    public IReadOnlyDictionary<string, string> Input { get; init; } = new Dictionary<string, string>();

    /// <summary>Which try of the step, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Whether the action was carried out in this attempt, or may have been; false where no element was found, and where an attempt only waited for what an earlier one had done.</summary>
    public bool Acted { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>Whether the try did what it should, its verify included.</summary>
    public required bool Success { get; init; }

    /// <summary>How the step ended; null: another try follows.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What the action gave, as invariant text; null: nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ResultText { get; init; }

    /// <summary>The file that holds all of <see cref="ResultText"/>, relative to the run's folder, where it is longer than 64 KiB; null: the text is whole, or the file could not be written.</summary>
    public string? ResultFile { get; init; }

    /// <summary>How many characters the whole text has, where <see cref="ResultText"/> holds its beginning; null: it is whole.</summary>
    public long? ResultLength { get; init; }

    /// <summary>The name under which that was stored; null: it was not.</summary>
    public string? StoreAs { get; init; }

    /// <summary>Whether there is a screenshot of it.</summary>
    public bool HasScreenshot { get; init; }

    /// <summary>The screenshot's file name in the folder <c>screenshots</c>; null: none.</summary>
    public string? Screenshot { get; init; }

    /// <summary>The selector that found the element; null: none did, or none was needed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? SelectorUsed { get; init; }

    /// <summary>Its place in the chain, 0 for the primary; null: see <see cref="SelectorUsed"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? SelectorRank { get; init; }

    /// <summary>The primary selector as the author wrote it; null: the step has none.</summary>
    public string? SelectorPrimary { get; init; }

    /// <summary>What a person is told of a step that failed for good; null: it did not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Error { get; init; }

    /// <summary>Why, for programs, such as <c>STEP_FAILED</c>; null: the try succeeded.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The technical cause of a failed try; null: it succeeded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Cause { get; init; }

    /// <summary>What became of each expectation of the step's verify.</summary>
    public IReadOnlyList<ExpectationResult> Expectations { get; init; } = [];

    /// <summary>What became of each selector where none gave exactly one element.</summary>
    public IReadOnlyList<SelectorCandidate> Candidates { get; init; } = [];

    /// <summary>The page's URL afterwards; null: there was no page to ask.</summary>
    public string? Url { get; init; }

    /// <summary>Tokens that models read.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens that models wrote.</summary>
    public long OutputTokens { get; init; }

    /// <summary>First line of the step in the YAML; 0: it has none.</summary>
    public int Line { get; init; }

    /// <summary>Column of the step's first character.</summary>
    public int Column { get; init; }

    /// <summary>Last line of the step in the YAML.</summary>
    public int EndLine { get; init; }
}
