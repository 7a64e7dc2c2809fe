namespace Playbooks.Guarding.Stuck;

/// <summary>Notes that a playbook's own steps look stuck. They are never stopped, because an author may press one key ten times.</summary>
internal sealed class StuckNotes(Guardrails rules, Action<StuckVerdict> judged)
{
    private readonly StuckDetector detector = new(rules);
    private StuckVerdict last = StuckVerdict.None;

    /// <summary>Adds an attempt.</summary>
    /// <returns>A note for people, or null if there is none, or no new one.</returns>
    public string? Of(StuckAction action)
    {
        var verdict = detector.Add(action);
        judged(verdict);
        var isNew = verdict.Level != StuckLevel.None && verdict.Rule != last.Rule;
        last = verdict;
        return isNew ? $"{verdict.Sentence} ({verdict.Rule}; a recovery agent would be {(verdict.Level == StuckLevel.Stop ? "stopped" : "warned")})" : null;
    }
}
