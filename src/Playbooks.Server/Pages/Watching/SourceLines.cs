using System.Globalization;
using Playbooks.Reports;
using Playbooks.Reports.Html;

namespace Playbooks.Server.Pages.Watching;

/// <summary>Shows the text of the playbook line by line. The lines of steps show how their steps ended, and link to them.</summary>
internal sealed class SourceLines
{
    private readonly string[] texts;
    private readonly Mark?[] marks;
    private readonly SortedSet<int> changed = [];

    /// <summary>Splits a text into lines.</summary>
    /// <param name="text">The YAML, or null if it is unknown.</param>
    public SourceLines(string? text)
    {
        texts = text?.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n') ?? [];
        marks = new Mark?[texts.Length];
    }

    public bool IsEmpty => texts.Length == 0;

    /// <summary>Adds a recorded action of a step.</summary>
    public void Add(ActionRecord action, Verdict verdict) => Put(action.Line, action.EndLine, new(verdict, $"step-{action.Path}", action.Path));

    /// <summary>Marks a step as active before anything of it is recorded.</summary>
    /// <param name="place">The position of the step in the top-level list.</param>
    /// <param name="path">The address of the step.</param>
    /// <param name="line">The first line of the step.</param>
    /// <param name="endLine">The last line of the step.</param>
    public void Begin(int place, string path, int line, int endLine) => Put(line, endLine, new(Verdict.Running, $"branch-{place}", path));

    /// <summary>Writes all lines.</summary>
    public void Write(HtmlText html)
    {
        html.Markup("""<ol class="yaml marked" id="lines">""");
        for (var number = 1; number <= texts.Length; number++)
        {
            WriteLine(html, number);
        }

        html.Markup("</ol>\n");
        changed.Clear();
    }

    /// <summary>Writes the lines whose steps have changed since they were last written.</summary>
    public void WriteChanged(HtmlText html)
    {
        foreach (var number in changed)
        {
            WriteLine(html, number);
        }

        changed.Clear();
    }

    private void Put(int first, int last, Mark mark)
    {
        for (var number = Math.Max(1, first); first > 0 && number <= Math.Min(texts.Length, Math.Max(first, last)); number++)
        {
            marks[number - 1] = mark with { IsFirst = number == first };
            changed.Add(number);
        }
    }

    private void WriteLine(HtmlText html, int number)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        if (marks[number - 1] is not { } mark)
        {
            html.Write($"""<li id="L{id}"><code>{texts[number - 1]}</code></li>""");
            return;
        }

        html.Write($"""<li id="L{id}" class="of {mark.Verdict.Key()}" data-step="{mark.Path}"><code>{texts[number - 1]}</code>""");
        if (mark.IsFirst)
        {
            html.Write($"""<a class="back {mark.Verdict.Key()}" href="#{mark.Target}">step {mark.Path}: {(mark.Verdict == Verdict.Running ? "Running" : mark.Verdict.Word())}</a>""");
        }

        html.Markup("</li>\n");
    }

    private sealed record Mark(Verdict Verdict, string Target, string Path)
    {
        public bool IsFirst { get; init; }
    }
}
