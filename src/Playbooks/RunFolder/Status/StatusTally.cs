namespace Playbooks.RunFolder.Status;

/// <summary>Computes the status of a run from the records of its log, both while the log is written and while it is read.</summary>
internal sealed class StatusTally
{
    private readonly LogHeader header;
    private readonly List<string> extracted = [];
    private readonly Dictionary<string, string> stored = [];
    private readonly List<LargeValue> large = [];
    private readonly HashSet<string> drifted = [];
    private DateTimeOffset last;
    private long inputTokens;
    private long outputTokens;
    private EndRecord? end;

    public StatusTally(LogHeader header)
    {
        this.header = header;
        last = header.StartedAt;
    }

    /// <summary>Gets the number of actions so far.</summary>
    public int Actions { get; private set; }

    /// <summary>Adds a record. Records must be added in the order of the log.</summary>
    public void Add(LogRecord record)
    {
        last = record.Timestamp > last ? record.Timestamp : last;
        switch (record)
        {
            case ActionRecord action:
                Add(action);
                break;
            case EndRecord ended:
                end = ended;
                large.AddRange(ended.Outputs.Where(output => output.File is not null && large.All(known => known.File != output.File)).Select(static output => new LargeValue(output.Name, output.File!, output.Length ?? 0)));
                break;
        }
    }

    /// <summary>Returns the status after the records so far. Properties that no record contains, such as artifacts, keep their defaults.</summary>
    public RunStatus ToStatus() => new()
    {
        RunId = header.RunId,
        Epoch = header.Epoch,
        Playbook = header.Playbook,
        PlaybookName = header.PlaybookName,
        Case = header.Case,
        Parameters = ByName(header.Parameters),
        Values = ByName(end?.Values ?? []),
        Seed = header.Seed,
        Status = end?.Status ?? (Actions == 0 ? RunState.Starting : RunState.Running),
        StartedAt = header.StartedAt,
        DurationMs = end?.DurationMs ?? (last - header.StartedAt).TotalMilliseconds,
        ActionCount = Actions,
        Result = end?.Outcome,
        FailedAsExpected = end?.FailedAsExpected,
        DriftedSteps = drifted.Count,
        Error = end?.Error,
        Outputs = end is null ? new(stored) : ByName(end.Outputs),
        ExtractedTexts = [.. extracted],
        LargeValues = [.. large],
        Tokens = new(inputTokens, outputTokens),
    };

    // A log that others wrote can contain a name twice.
    private static Dictionary<string, string> ByName(IReadOnlyList<NamedText> values)
    {
        var texts = new Dictionary<string, string>();
        foreach (var value in values)
        {
            texts[value.Name] = value.Text;
        }

        return texts;
    }

    private void Add(ActionRecord action)
    {
        Actions++;
        inputTokens += action.InputTokens;
        outputTokens += action.OutputTokens;
        if (action is { IsAttempt: true, SelectorRank: { } rank })
        {
            // The last attempt that found the element determines drift.
            _ = rank > 0 ? drifted.Add(action.Path) : drifted.Remove(action.Path);
        }

        if (action is { Success: true, ResultText: { } text })
        {
            extracted.Add(text);
            if (action.ResultFile is { } file)
            {
                large.Add(new(action.StoreAs ?? $"step-{action.Path}", file, action.ResultLength ?? 0));
            }

            if (action.StoreAs is { } name)
            {
                stored[name] = text;
            }
        }
    }
}
