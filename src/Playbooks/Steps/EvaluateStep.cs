using Microsoft.Playwright;
using Playbooks.Running;
using Playbooks.Running.Resolution;

namespace Playbooks.Steps;

/// <summary>Runs JavaScript in the page; gives the JSON text of its result.</summary>
public abstract class EvaluateStep : Step<string>
{
    /// <summary>Makes the step that this describes.</summary>
    protected EvaluateStep(StepInfo info)
        : base(info)
    {
    }

    /// <summary>An expression or a function; never bound to values.</summary>
    public abstract string Script { get; }

    /// <summary>Handed to the function as its only argument, an object of texts.</summary>
    public virtual IReadOnlyDictionary<string, string> Args => new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string InputSummary => Script;

    internal override IEnumerable<(string Name, string? Text)> Inputs => [("script", Script), .. Args.Select(arg => ($"args.{arg.Key}", (string?)arg.Value))];

    internal override async Task<string> ReadAsync(StepContext context) =>
        await context.TryAsync("The script", RunAsync(context.Page)).ConfigureAwait(false);

    internal override string Parse(string text) => text;

    // The result becomes JSON in the page, so that dates, NaN and undefined read as JSON.stringify writes them.
    private async Task<string> RunAsync(IPage page)
    {
        var args = Args.ToDictionary(arg => arg.Key, arg => (object)arg.Value);
        await using var result = await page.EvaluateHandleAsync(Script, args).ConfigureAwait(false);

        // Without a second round trip, since a script that leaves the page gives nothing and takes the page with it.
        return result.ToString() is "undefined" or "null"
            ? "null"
            : await result.EvaluateAsync<string>("result => JSON.stringify(result) ?? 'null'").ConfigureAwait(false);
    }
}
