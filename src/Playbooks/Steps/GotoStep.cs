using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Opens a URL and waits until its document is loaded.</summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="url">The URL. A relative URL is resolved against the base URL of the run.</param>
public class GotoStep(StepInfo info, string url) : Step(info)
{
    /// <summary>Gets the URL. A relative URL is resolved against the base URL of the run.</summary>
    public string Url { get; } = url;

    /// <summary>Gets whether an HTTP status of 400 or higher is accepted. The default is false.</summary>
    public bool AllowStatus { get; init; }

    /// <inheritdoc/>
    public override string InputSummary => Url;

    internal override IEnumerable<(string Name, string? Text)> Inputs => [("url", Url), ("allow_status", AllowStatus ? "true" : null)];

    internal override ActionFacts Facts => ActionFacts.Goto;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        context.CarryOut();
        await new Navigation(context.Page, context.Values.BaseUrl, context.Guard).OpenAsync(Url, AllowStatus, context.Deadline, context.CancellationToken).ConfigureAwait(false);
        return null;
    }
}
