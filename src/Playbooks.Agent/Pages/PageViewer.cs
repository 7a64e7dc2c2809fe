using System.Globalization;
using System.Text;

namespace Playbooks.Agent.Pages;

/// <summary>Reads the page for the model: what the task needs, without instructions, within a number of tokens, and marked as page content.</summary>
/// <param name="page">The page.</param>
/// <param name="scope">What the task may see.</param>
/// <param name="tokens">The maximum number of tokens, by estimate.</param>
internal sealed class PageViewer(RecoveryPage page, TaskScope scope, int tokens)
{
    /// <summary>Reads the page.</summary>
    /// <param name="find">A text: only lines that contain it, and the ones around them, are shown. Null: all.</param>
    public async Task<PageView> ReadAsync(string? find = null)
    {
        var (snapshot, title) = (await page.ReadSnapshotAsync().ConfigureAwait(false), await page.ReadTitleAsync().ConfigureAwait(false));
        return Create(snapshot, title, page.Url, find);
    }

    /// <summary>Creates the view of a snapshot.</summary>
    internal PageView Create(string snapshot, string title, string url, string? find = null)
    {
        var shown = new Dictionary<string, PageLine>(StringComparer.Ordinal);
        var text = new StringBuilder();
        var state = new State(tokens);
        foreach (var line in PageLine.Parse(snapshot))
        {
            Write(line, text, shown, state, find);
        }

        if (state.Hidden > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"({state.Hidden} controls are not shown: the task does not need them)\n");
        }

        if (state.Cut > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"({state.Cut} more lines are not shown: use get_page with find to see the lines that contain a given text)\n");
        }

        var head = $"URL: {url}\nTitle: {InstructionFilter.Apply(title)}\n";
        return new(PageFence.Around(head + (text.Length == 0 ? "(nothing is shown)" : text.ToString()), url), shown);
    }

    private void Write(PageLine line, StringBuilder text, Dictionary<string, PageLine> shown, State state, string? find)
    {
        if (scope.WhyHidden(line.Role, $"{line.Name} {line.Text}".Trim(), line.Url) is not null)
        {
            state.Hidden++;
            return;
        }

        var clean = line with { Name = line.Name is { } name ? InstructionFilter.Apply(name) : null, Text = line.Text is { } content ? InstructionFilter.Apply(content) : null };
        if (find is null || Contains(line, find))
        {
            var written = clean.Write();
            if (state.TryTake(written))
            {
                text.Append(written).Append('\n');
                if (line.Reference is { } reference)
                {
                    shown[reference] = line;
                }
            }
        }

        foreach (var child in line.Children)
        {
            Write(child, text, shown, state, find);
        }
    }

    private static bool Contains(PageLine line, string text) =>
        (line.Name?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false)
        || (line.Text?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false)
        || line.Children.Exists(child => Contains(child, text));

    private sealed class State(int tokens)
    {
        private int left = tokens;

        public int Hidden { get; set; }

        public int Cut { get; private set; }

        public bool TryTake(string line)
        {
            var needed = TokenEstimate.From(line);
            if (Cut > 0 || needed > left)
            {
                Cut++;
                return false;
            }

            left -= needed;
            return true;
        }
    }
}
