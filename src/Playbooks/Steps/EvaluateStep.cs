using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Steps.Support;

namespace Playbooks.Steps;

/// <summary>
/// Runs JavaScript in the page, and outputs its result as JSON. Waits for a navigation that the script starts. If the script leaves or closes
/// the page before it ends, the output is <c>null</c>.
/// </summary>
/// <param name="info">The description of the step as written.</param>
/// <param name="script">An expression or a function. Placeholders in it are not replaced.</param>
public class EvaluateStep(StepInfo info, string script) : Step<string>(info)
{
    /// <summary>Gets the expression or function. Placeholders in it are not replaced.</summary>
    public string Script { get; } = script;

    /// <summary>Gets the strings that are passed to the function as an object, its only argument.</summary>
    public IReadOnlyDictionary<string, string> Args { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string InputSummary => Script;

    internal override IEnumerable<(string Name, string? Text)> Inputs => [("script", Script), .. Args.Select(arg => ($"args.{arg.Key}", (string?)arg.Value))];

    internal override ActionFacts Facts => ActionFacts.Evaluate;

    internal override string ActionNoun => "script";

    internal override async Task<string> ReadAsync(StepContext context)
    {
        using var navigation = await ScriptNavigation.StartAsync(context.Page).ConfigureAwait(false);
        context.CarryOut();
        try
        {
            var json = await context.TryAsync("The script", RunAsync(context.Page, context.CancellationToken)).ConfigureAwait(false);
            await navigation.WaitForDocumentAsync(context, "Running", "the script").ConfigureAwait(false);
            return json;
        }
        catch (PlaybookException failure) when (failure.InnerException is PlaywrightException thrown && !PlaywrightError.IsClosed(thrown) && !context.Deadline.HasPassed)
        {
            // A script that throws reports its own failure.
            context.HasRefused = true;
            throw;
        }
    }

    internal override string Parse(string text) => text;

    private async Task<string> RunAsync(IPage page, CancellationToken cancellationToken)
    {
        object[] given = [Script, Args.ToDictionary(arg => arg.Key, arg => (object)arg.Value)];
        try
        {
            var result = await page.EvaluateAsync<string?[]>(ScriptResult.Function, given).ConfigureAwait(false);
            return result[0] ?? throw new PlaybookException(ErrorCode.StepFailed, $"The script returns {result[1]}.");
        }
        catch (PlaywrightException error) when (PlaywrightError.IsTransient(error))
        {
            // The script left the page before it ended, so its result is lost.
            return "null";
        }
        catch (PlaywrightException error) when (PlaywrightError.IsClosed(error))
        {
            if (!await ClosedPage.IsClosedAsync(page, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            // The script closed its own window.
            return "null";
        }
    }
}
