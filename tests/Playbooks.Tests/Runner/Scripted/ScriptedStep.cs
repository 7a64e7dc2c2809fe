using Microsoft.Playwright;
using Playbooks.Shared;
using Playbooks.Steps;
using Playbooks.Steps.Support;

namespace Playbooks.Tests.Runner.Scripted;

/// <summary>A step that does at each try what the test says; the last one again at every further try.</summary>
internal sealed class ScriptedStep(StepInfo info, params Func<IPage, Task>[] acts) : Step(info)
{
    private int acted;

    public string? Says
    {
        get => Description;
        init => Description = value;
    }

    public string? SaysOnFailure
    {
        get => FailureMessage;
        init => FailureMessage = value;
    }

    public StepVerification? Expects
    {
        get => Verify;
        init => Verify = value;
    }

    public SelectorChain? Chain { get; init; }

    public string? Summary { get; init; }

    /// <summary>Whether what it does may be done again after it worked.</summary>
    public bool IsSafe { get; init; } = true;

    /// <summary>How often it acted.</summary>
    public int Acted => acted;

    public override SelectorChain? Selector => Chain;

    public override string InputSummary => Summary ?? base.InputSummary;

    internal override ActionFacts Facts => ActionFacts.Click;

    internal override bool IsSafeToRepeat => IsSafe;

    internal override async Task<object?> ActAsync(StepContext context)
    {
        var turn = Interlocked.Increment(ref acted);
        if (acts.Length > 0)
        {
            await acts[Math.Min(turn, acts.Length) - 1](context.Page);
        }

        return null;
    }
}

/// <summary>A step that gives at each try what the test says.</summary>
internal sealed class ScriptedReading<T>(StepInfo info, params Func<StepContext, Task<T>>[] reads) : Step<T>(info)
    where T : notnull
{
    private int acted;

    public string? SaysOnFailure
    {
        get => FailureMessage;
        init => FailureMessage = value;
    }

    public StepVerification? Expects
    {
        get => Verify;
        init => Verify = value;
    }

    /// <summary>Whether what it does may be done again after it worked.</summary>
    public bool IsSafe { get; init; } = true;

    /// <summary>How often it read.</summary>
    public int Acted => acted;

    internal override ActionFacts Facts => ActionFacts.Extract;

    internal override bool IsSafeToRepeat => IsSafe;

    internal override bool ChecksPage => false;

    internal override Task<T> ReadAsync(StepContext context) => reads[Math.Min(Interlocked.Increment(ref acted), reads.Length) - 1](context);

    internal override T Parse(string text) => new ValueText(null).Parse<T>(text, "The text");
}
