using Playbooks.Reports.Html;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Reports;

/// <summary>Texts of pages and authors are shown as they are, and are never more than texts.</summary>
public sealed class HostileTextTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    public static TheoryData<string, string> Texts => new()
    {
        { "</script><script>alert(1)</script>", "</script><script>alert(1)</script>" },
        { "</style></title></textarea><img src=x onerror=alert(1)>", "</style></title></textarea><img src=x onerror=alert(1)>" },
        { "\"'><b onclick=\"x\">&amp;&lt;", "\"'><b onclick=\"x\">&amp;&lt;" },
        { "-->]]><!--", "-->]]><!--" },
        { "emoji 🛒 and עברית", "emoji 🛒 and עברית" },
        { "nul \0 bell \a escape \u001b delete \u007f", "nul ␀ bell ␇ escape ␛ delete ␡" },
        { "admin\u202egpj.exe\u2066", "admin[U+202E]gpj.exe[U+2066]" },
        { "half \ud83d", "half \ud83d" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_stays_a_text_wherever_it_stands(string text, string shown)
    {
        var run = Everywhere(text);
        var plain = Everywhere("plain");

        var page = run.Page();

        Assert.Equal(plain.Page().All.Count(element => element is not null), page.All.Length);
        Assert.Equal(shown, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(shown, page.QuerySelector("#failure h2")!.TextContent);
        Assert.Equal(shown, page.QuerySelector(".steps .name")!.TextContent);
        Assert.Equal(shown, page.QuerySelector("#L1 code")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("td"), cell => cell.TextContent == shown);
    }

    [Fact]
    public void A_very_long_playbook_is_shown_whole()
    {
        var source = new string('x', 1024 * 1024) + "\n" + string.Concat(Enumerable.Repeat("- action: click\n", 20_000));
        var run = (new SampleRun(temp["run"]) with { Source = source }).Failed();

        var page = run.Page();

        Assert.Equal(1024 * 1024, page.QuerySelector("#L1 code")!.TextContent.Length);
        Assert.Equal("- action: click", page.QuerySelector("#L20001 code")!.TextContent);
    }

    [Fact]
    public void An_attribute_cannot_be_left()
    {
        var html = new HtmlText();

        html.Write($"""<a title="{"\" onclick=\"x"}">{"<"}</a>""");

        Assert.Equal("<a title=\"&quot; onclick=&quot;x\">&lt;</a>\n", html.ToString());
    }

    private StoredRun Everywhere(string text)
    {
        var sample = new SampleRun(temp["run"]) { Name = text, Case = text, Source = text + "\n", Notes = [new() { Topic = text, Message = text }], Problems = [text] };
        var failure = sample.Failure() with
        {
            Where = text,
            Message = text,
            Cause = text,
            Expectations = [new(text, text, text, false)],
            Candidates = [new(text, 0, 0, text, [text])],
            NearestNames = [text],
            Url = text,
            Title = text,
            Requests = [new(text, text, 404, text)],
            ConsoleErrors = [text],
            Values = [new(text, text)],
            Missing = [text],
            Source = new(text, new(1, 1, 1, 2), [new(1, text, true)]),
            Differences = [new(1, text, text, text, text)],
        };
        var action = SampleRun.Missed(1) with
        {
            Outcome = Outcome.Failed,
            Line = 1,
            EndLine = 1,
            Description = text,
            InputSummary = text,
            Input = new Dictionary<string, string> { [text] = text },
            Error = text,
            Cause = text,
            ResultText = text,
            StoreAs = text,
            SelectorUsed = text,
            SelectorPrimary = text,
            SelectorRank = 1,
            Url = text,
        };
        return sample.Ended(Outcome.Failed, [action], failure);
    }
}
