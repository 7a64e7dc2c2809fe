using System.Globalization;
using Playbooks.Reports;
using Playbooks.Reports.Html;

namespace Playbooks.Server.Pages.Watching;

/// <summary>The playbook's text, line by line: lines of steps carry how their steps ended, and lead to them.</summary>
internal sealed class SourceLines
{
    private readonly string[] texts;
    private readonly Mark?[] marks;
    private readonly SortedSet<int> changed = [];

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The YAML; null: it is not known.</param>
    public SourceLines(string? text)
    {
        texts = text?.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n') ?? [];
        marks = new Mark?[texts.Length];
    }

    public bool IsEmpty => texts.Length == 0;

    /// <summary>An action of a step was written down.</summary>
    public void Add(ActionRecord action, Verdict verdict) => Put(action.Line, action.EndLine, new(verdict, $"step-{action.Path}", action.Path));

    /// <summary>A step is under way, and nothing of it was written down yet.</summary>
    public void Begin(string path, int line, int endLine) => Put(line, endLine, new(Verdict.Running, $"branch-{path}", path));

    /// <summary>All lines.</summary>
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

    /// <summary>The lines whose steps have come further since they were written last.</summary>
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
