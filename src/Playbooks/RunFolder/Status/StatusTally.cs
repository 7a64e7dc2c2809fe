namespace Playbooks.RunFolder.Status;

/// <summary>Adds a log's records up to the run's status: for the one who writes the log as for the one who reads it.</summary>
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

    /// <summary>How many actions there were.</summary>
    public int Actions { get; private set; }

    /// <summary>Counts a record; records come in the log's order.</summary>
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

    /// <summary>The status after the records so far. What no record says, such as artifacts, is left at its default.</summary>
    public RunStatus ToStatus() => new()
    {
        RunId = header.RunId,
        Epoch = header.Epoch,
        Playbook = header.Playbook,
        PlaybookName = header.PlaybookName,
        Case = header.Case,
        Parameters = ByName(header.Parameters),
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

    // A log that others wrote may name one twice.
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
        if (action is { IsTry: true, SelectorRank: { } rank })
        {
            // The last attempt that found the element counts.
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
