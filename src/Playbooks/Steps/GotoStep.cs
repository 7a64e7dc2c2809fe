using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>Opens a URL and waits until its document is read.</summary>
public abstract class GotoStep : Step
{
    /// <summary>Makes the step that this describes.</summary>
    protected GotoStep(StepInfo info)
        : base(info)
    {
    }

    /// <summary>The URL; a relative one is resolved against the run's base URL.</summary>
    public abstract string Url { get; }

    /// <summary>Whether an HTTP status of 400 or more is fine.</summary>
    public virtual bool AllowStatus => false;

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
