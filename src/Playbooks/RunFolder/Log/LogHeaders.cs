

using Playbooks.Guarding.Secrets;

namespace Playbooks.RunFolder.Log;

/// <summary>Turns what is known when a run starts into the first line of its log.</summary>
internal static class LogHeaders
{
    /// <summary>Creates the header.</summary>
    /// <param name="started">What runs.</param>
    /// <param name="caseName">The case that runs; null: none.</param>
    /// <param name="baseUrl">What relative URLs resolve against; null: nothing.</param>
    /// <param name="epoch">Which start of the run's id it is, from 1.</param>
    /// <param name="mask">Hides the run's secrets.</param>
    public static LogHeader Create(RunStarted started, string? caseName, string? baseUrl, int epoch, SecretMask mask) => new()
    {
        RunId = started.RunId.Text,
        OriginalId = started.RunId.Original,
        Playbook = started.Playbook.Id,
        PlaybookName = started.Playbook.Name,
        Epoch = epoch,
        Case = mask.ApplyTo(caseName),
        SourcePath = started.Playbook.Source.Path,
        StepCount = started.Playbook.Steps.Count,
        BaseUrl = mask.ApplyTo(baseUrl),
        Parameters = [.. mask.ApplyTo(started.Values).Select(static value => new NamedText(value.Name, value.Text))],
        StartedAt = started.StartedAt,
        ProcessId = Environment.ProcessId,
    };
}
