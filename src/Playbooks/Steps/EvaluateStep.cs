using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>
/// Runs JavaScript in the page; outputs its result as JSON. A navigation that the script starts is waited for; where the page is left
/// before the script ends, the output is <c>null</c>.
/// </summary>
/// <param name="info">What is known of the step before its texts are bound.</param>
/// <param name="script">An expression or a function; never bound to values.</param>
public class EvaluateStep(StepInfo info, string script) : Step<string>(info)
{
    /// <summary>An expression or a function; never bound to values.</summary>
    public string Script { get; } = script;

    /// <summary>Handed to the function as its only argument, an object of texts.</summary>
    public IReadOnlyDictionary<string, string> Args { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string InputSummary => Script;

    internal override IEnumerable<(string Name, string? Text)> Inputs => [("script", Script), .. Args.Select(arg => ($"args.{arg.Key}", (string?)arg.Value))];

    internal override bool IsSafeToRepeat => false;

    internal override bool ChangesPage => true;

    internal override string ActionNoun => "script";

    internal override async Task<string> ReadAsync(StepContext context)
    {
        using var navigation = await ScriptNavigation.StartAsync(context.Page).ConfigureAwait(false);
        context.CarryOut();
        try
        {
            var json = await context.TryAsync("The script", RunAsync(context.Page)).ConfigureAwait(false);
            await navigation.WaitForDocumentAsync(context, "Running", "the script").ConfigureAwait(false);
            return json;
        }
        catch (PlaybookException failure) when (failure.InnerException is PlaywrightException thrown && !PlaywrightError.IsClosed(thrown) && !context.Deadline.HasPassed)
        {
            // A script that throws says itself that it failed.
            context.HasRefused = true;
            throw;
        }
    }

    internal override string Parse(string text) => text;

    private async Task<string> RunAsync(IPage page)
    {
        object[] given = [Script, Args.ToDictionary(arg => arg.Key, arg => (object)arg.Value)];
        try
        {
            var result = await page.EvaluateAsync<string?[]>(ScriptResult.Function, given).ConfigureAwait(false);
            return result[0] ?? throw new PlaybookException(ErrorCode.StepFailed, $"The script returns {result[1]}.");
        }
        catch (PlaywrightException error) when (PlaywrightError.IsTransient(error))
        {
            // The script left the page while it ran, and its result with it.
            return "null";
        }
    }
}
