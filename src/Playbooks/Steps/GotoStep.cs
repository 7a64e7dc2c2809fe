using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Opens a URL and waits until its document is read.</summary>
/// <param name="info">What is known of the step before its texts are bound.</param>
/// <param name="url">The URL; a relative one is resolved against the run's base URL.</param>
public class GotoStep(StepInfo info, string url) : Step(info)
{
    /// <summary>The URL; a relative one is resolved against the run's base URL.</summary>
    public string Url { get; } = url;

    /// <summary>Whether an HTTP status of 400 or more is fine.</summary>
    public bool AllowStatus { get; init; }

    /// <inheritdoc/>
    public override string InputSummary => Url;

    internal override IEnumerable<(string Name, string? Text)> Inputs => [("url", Url), ("allow_status", AllowStatus ? "true" : null)];

    internal override bool IsSafeToRepeat => true;

    internal override bool ChangesPage => true;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        context.CarryOut();
        await new Navigation(context.Page, context.Values.BaseUrl, context.Guard).OpenAsync(Url, AllowStatus, context.Deadline, context.CancellationToken).ConfigureAwait(false);
        return null;
    }
}
