using Playbooks.Guarding.Secrets;

namespace Playbooks.RunFolder.Log;

/// <summary>Creates the first line of a log from what is known at the start of a run.</summary>
internal static class LogHeaders
{
    /// <summary>Creates the header.</summary>
    /// <param name="started">The run.</param>
    /// <param name="caseName">The name of the case, or null.</param>
    /// <param name="baseUrl">The URL that relative URLs resolve against, or null.</param>
    /// <param name="epoch">The epoch of the run: 1 for the first run with its id, 2 for the second, and so on.</param>
    /// <param name="mask">Masks the run's secrets.</param>
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
        Seed = started.Seed.Length == 0 ? null : mask.Apply(started.Seed),
        StartedAt = started.StartedAt,
        ProcessId = Environment.ProcessId,
    };
}
