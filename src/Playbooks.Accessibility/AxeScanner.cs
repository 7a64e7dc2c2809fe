using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Playbooks.Accessibility;

/// <summary>Checks the accessibility of pages with axe: all rules that are on by default, in the page and in its frames.</summary>
public sealed class AxeScanner : IAccessibilityScanner
{
    // A frame that has not loaded anything yet never answers.
    private static readonly TimeSpan FramePatience = TimeSpan.FromSeconds(2);

    // axe asks the frames by messages, and must be in each of them before. Frames without it are left out after a moment.
    private const string IsLoaded = "() => Boolean(globalThis.axe?.run)";
    private const string AcceptFrames = "() => axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })";

    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, { resultTypes: ['violations'] });
          const selector = part => Array.isArray(part) ? part.join(' >>> ') : part;
          return JSON.stringify(violations.map(one => ({
            rule: one.id,
            impact: one.impact ?? 'unknown',
            help: one.help,
            elements: one.nodes.map(node => node.target.map(selector).join(' >> ')),
          })));
        }
        """;

    private static readonly string[] Impacts = ["critical", "serious", "moderate", "minor"];

    private static readonly Lazy<string> Script = new(static () => new BundledAxeScriptProvider().GetScript());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AccessibilityViolation>> ScanAsync(IPage page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        await LoadAsync(page.MainFrame).WaitAsync(cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(page.Frames.Where(frame => frame != page.MainFrame && frame.Url.Length > 0).Select(frame => TryLoadAsync(frame, cancellationToken))).ConfigureAwait(false);
        var found = await page.EvaluateAsync<string>(Run).WaitAsync(cancellationToken).ConfigureAwait(false);
        return [.. JsonSerializer.Deserialize(found, ViolationJson.Default.AccessibilityViolationArray)!.OrderBy(static one => Rank(one.Impact))];
    }

    private static async Task LoadAsync(IFrame frame)
    {
        if (!await frame.EvaluateAsync<bool>(IsLoaded).ConfigureAwait(false))
        {
            await frame.EvaluateAsync(Script.Value).ConfigureAwait(false);
        }

        await frame.EvaluateAsync(AcceptFrames).ConfigureAwait(false);
    }

    private static async Task TryLoadAsync(IFrame frame, CancellationToken cancellationToken)
    {
        try
        {
            await LoadAsync(frame).WaitAsync(FramePatience, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // A frame that is gone, or does not answer, has nothing to check.
        }
    }

    private static int Rank(string impact) => Array.IndexOf(Impacts, impact) is var rank and >= 0 ? rank : Impacts.Length;
}
