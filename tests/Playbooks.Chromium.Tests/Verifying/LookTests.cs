using System.IO.Compression;
using System.Text.Json;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Browsing.Documents;
using Playbooks.Resolution;
using Playbooks.Steps;
using Playbooks.Tests.Browser;
using Playbooks.Texts;
using Playbooks.Verification;

namespace Playbooks.Tests.Verifying;

/// <summary>What looking at a page costs.</summary>
public sealed class LookTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Text_of_four_times_the_rows_takes_about_four_times_as_long()
    {
        var times = await Page.EvaluateAsync<double[]>($$"""
            () => {
              const visibleText = {{VisibleText.Function}};
              const measure = rows => {
                document.body.innerHTML = '<table>' + '<tr><td>row</td><td>value</td></tr>'.repeat(rows) + '</table>';
                visibleText(document.body);
                const start = performance.now();
                visibleText(document.body);
                return performance.now() - start;
              };
              return [measure(5000), measure(20000)];
            }
            """);

        // Squared, it would be sixteen.
        Assert.InRange(times[1] / times[0], 0, 9);
    }

    [Fact]
    public void A_long_line_is_compared_in_one_pass()
    {
        // Pair by pair against a list it would be ten thousand million comparisons.
        var line = string.Concat(Enumerable.Range(0, 100_000).Select(static number => (char)('a' + (number * 7 % 26))));

        Assert.InRange(Similarity.Measure(line, line[1..] + "b"), 0.99, 1);
    }

    [Fact]
    public async Task No_look_is_started_while_one_is_pending()
    {
        var slow = new Slow();
        var look = new ExpectationLook(slow, new PageActivity(Page, TimeProvider.System), TimeProvider.System);

        for (var asked = 0; asked < 5; asked++)
        {
            await look.AskAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            Assert.Equal("the page did not respond", look.Result!.Seen);
        }

        Assert.Equal(1, slow.Looks);
        slow.Answer.SetResult(slow.Met("there"));
        await look.AskAsync(Plenty, CancellationToken.None);
        Assert.True(look.IsMet);
    }

    // Looks by role are repeated, ever less often. On a busy machine, the short wait has time for none of them.
    public static TheoryData<string, int> Waits => new() { { "text", 0 }, { "css", 0 }, { "gone", 0 }, { "count", 0 }, { "value", 0 }, { "attribute", 0 }, { "role", 16 } };

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Waiting_longer_takes_no_more_snapshots_of_a_traced_page(string kind, int more)
    {
        await Page.SetContentAsync("<input id=q value=blue title=t><p>Order</p>");
        StepVerification wanted = kind switch
        {
            "text" => new() { TextOnPage = "Nowhere" },
            "css" => new() { ElementVisible = "#none" },
            "gone" => new() { ElementGone = "#q" },
            "count" => new() { Count = new("p") { Exactly = 2 } },
            "value" => new() { Value = new("#q", "red") },
            "attribute" => new() { Attribute = new("#q", "title") { ExactText = "u" } },
            _ => new() { ElementVisible = "role=button" },
        };

        var few = await SnapshotsAsync(() => VerifyAsync(wanted with { Timeout = TimeSpan.FromMilliseconds(200) }));
        var many = await SnapshotsAsync(() => VerifyAsync(wanted with { Timeout = TimeSpan.FromMilliseconds(1600) }));

        Assert.InRange(many - few, 0, more);
    }

    [Fact]
    public async Task A_traced_step_is_snapshotted_for_its_own_call_alone()
    {
        await ServeAsync("/", "<button id=go onclick=\"setTimeout(() => { document.getElementById('done').hidden = false }, 300)\">Go</button><p id=done hidden>Ready</p>");

        var calls = await SnapshottedAsync(async () =>
        {
            await ActAsync(new Goto("/"));
            await ActAsync(new Click(new("#go")));
            Assert.All(await VerifyAsync(new() { TextOnPage = "Ready", ElementVisible = "#done", Timeout = Plenty }), static one => Assert.True(one.IsMet));
            await ActAsync(new Extract<string>(new("#done")));
        });

        Assert.Equal(["goto", "goto", "click", "click", "click"], calls);
    }

    [Fact]
    public async Task What_steps_read_takes_no_snapshot()
    {
        await ServeAsync("/", "<select id=city><option>Berlin<option>Paris</select><p class=a>1</p><p class=a>2</p><input id=q value=blue>");
        await Page.GotoAsync("http://app.test/");

        var calls = await SnapshottedAsync(async () =>
        {
            await ActAsync(new Select(new("#city"), label: "Paris"));
            Assert.Equal(["1", "2"], (IReadOnlyList<string>?)await ActAsync(new Extract<IReadOnlyList<string>>(new(".a")) { All = true }));
            Assert.Equal(2, await ActAsync(new Extract<int>(new(".a"), ExtractMode.Count)));
            Assert.Equal("blue", await ActAsync(new Extract<string>(new("#q"), ExtractMode.Value)));
        });

        Assert.Equal(["selectOption"], calls.Distinct());
    }

    [Fact]
    public async Task A_custom_element_has_the_value_that_its_script_gives_it()
    {
        await Page.SetContentAsync("""
            <my-field id=f></my-field>
            <script>customElements.define('my-field', class extends HTMLElement { get value() { return 'blue' } })</script>
            """);

        Assert.Equal("blue", await ActAsync(new Extract<string>(new("#f"), ExtractMode.Value)));
        Assert.True(Assert.Single(await VerifyAsync(new() { Value = new("#f", "blue"), Timeout = Plenty })).IsMet);
    }

    [Fact]
    public async Task The_current_document_is_read_whatever_replaced_the_one_before()
    {
        await ServeAsync("/", "<p>1</p>");
        await Page.RouteAsync("http://other.test/", static route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>1</p><p>2</p>" }));
        using var documents = new PageDocuments(Page);
        var paragraphs = new PlainCss(documents, "p");

        await Page.GotoAsync("http://app.test/");
        Assert.Equal((1, 1), await paragraphs.CountAsync());
        await Page.GotoAsync("http://other.test/");
        Assert.Equal((2, 2), await paragraphs.CountAsync());
        await Page.GotoAsync("http://app.test/");
        Assert.Equal((1, 1), await paragraphs.CountAsync());
        await Page.EvaluateAsync("() => document.write('<p>1</p><p>2</p><p>3</p>')");
        Assert.Equal((3, 3), await paragraphs.CountAsync());
    }

    [Theory]
    [InlineData("http://app.test/next")]
    [InlineData("http://other.test/")]
    public async Task A_query_that_a_navigation_cuts_off_can_be_repeated(string next)
    {
        await ServeAsync("/", "<p>1</p>");
        await ServeAsync("/next", "<p>2</p>");
        await Page.RouteAsync("http://other.test/", static route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>3</p>" }));
        await Page.GotoAsync("http://app.test/");
        var session = new DocumentSession(await Page.Context.NewCDPSessionAsync(Page));

        var pending = session.EvaluateAsync(await session.MainFrameAsync(), "new Promise(() => {})");
        await Page.GotoAsync(next);

        var error = await Assert.ThrowsAsync<PlaywrightException>(() => pending);
        Assert.True(PlaywrightError.IsTransient(error), error.Message);
    }

    [Fact]
    public async Task Another_world_under_a_known_number_is_not_mistaken_for_our_own()
    {
        var session = new DocumentSession(await Page.Context.NewCDPSessionAsync(Page));
        var frame = await session.MainFrameAsync();
        await session.EvaluateAsync(frame, "globalThis.kept = 'kept'");

        // A world without the variable that marks ours looks like a foreign one.
        await session.EvaluateAsync(frame, "(Object.keys(globalThis).filter(name => name.startsWith('playbooks')).forEach(name => delete globalThis[name]), null)");

        Assert.Equal("kept", await session.EvaluateAsync(frame, "globalThis.kept"));
    }

    [Fact]
    public async Task A_fallback_is_found_without_a_snapshot()
    {
        await Page.SetContentAsync("<button id=old>Save</button>");

        var taken = await SnapshotsAsync(async () => Assert.Equal("#old", (await new SelectorResolver(TimeProvider.System).ResolveAsync(
            Page, new("#new", "#old"), ElementRequirement.Visible, new(TimeProvider.System, Plenty), CancellationToken.None)).Selector));

        Assert.Equal(0, taken);
    }

    [Theory]
    [InlineData("document.getElementById('late').hidden = false")]
    [InlineData("document.getElementById('fades').className = 'shown'")]
    [InlineData("document.getElementById('box').innerHTML = '<button>Late</button>'")]
    [InlineData("document.getElementById('host').shadowRoot.innerHTML = '<button>Late</button>'")]
    public async Task What_changes_is_noticed_whatever_way_it_changes(string change)
    {
        await Page.SetContentAsync("""
            <style>#fades { visibility: hidden; transition: visibility 0s .3s } #fades.shown { visibility: visible }</style>
            <button id=late hidden>Late</button><button id=fades>Late</button><div id=box></div><div id=host></div>
            <script>document.getElementById('host').attachShadow({ mode: 'open' })</script>
            """);
        var verifying = VerifyAsync(new() { ElementVisible = "role=button[name='Late']", Timeout = Plenty });

        await Page.EvaluateAsync($"() => {{ setTimeout(() => {{ {change} }}, 300) }}");

        Assert.True(Assert.Single(await verifying).IsMet);
    }

    [Theory]
    [InlineData("#a", "#a")]
    [InlineData(" css=.a > b ", ".a > b")]
    [InlineData("a[href='x=y']", "a[href='x=y']")]
    [InlineData("li:not(.done):first-child", "li:not(.done):first-child")]
    [InlineData("text=Save", null)]
    [InlineData("'Save'", null)]
    [InlineData("data-testid=a", null)]
    [InlineData("role=button[name='a']", null)]
    [InlineData("//a", null)]
    [InlineData("(//a)[1]", null)]
    [InlineData("..", null)]
    [InlineData("#a >> nth=1", null)]
    [InlineData("a:visible", null)]
    [InlineData("a:has-text('x')", null)]
    [InlineData(":text-is('x')", null)]
    [InlineData(":nth-match(a, 2)", null)]
    [InlineData("*css=a", null)]
    public void A_selector_that_the_browser_itself_reads_is_known(string selector, string? css) => Assert.Equal(css, PlainCss.CssOf(selector));

    [Theory]
    [InlineData("<p class=a>1</p><p class=a hidden>2</p><p class=a style='visibility: hidden'>3</p>", ".a")]
    [InlineData("<p class=a></p><p class=a style='display: contents'>2</p><i class=a style='display: contents'><b></b></i>", ".a")]
    [InlineData("<details><summary>s</summary><p class=a>1</p></details><div style='content-visibility: hidden'><p class=a>2</p></div>", ".a")]
    [InlineData("<p class=a style='opacity: 0'>1</p><input class=a type=hidden><svg class=a width=10 height=10></svg>", ".a")]
    [InlineData("<p id=1x>1</p>", "#1x")]
    public async Task Elements_are_counted_as_playwright_counts_them(string html, string selector)
    {
        await Page.SetContentAsync(html);
        using var documents = new PageDocuments(Page);

        var counted = await new PlainCss(documents, selector).CountAsync();
        if (selector == "#1x")
        {
            Assert.Null(counted);
            return;
        }

        Assert.Equal(
            (await Page.Locator(selector).CountAsync(), await Page.Locator(selector + " >> visible=true").CountAsync()),
            counted);
    }

    private Task<IReadOnlyList<ExpectationResult>> VerifyAsync(StepVerification verification) =>
        new Verifier(TimeProvider.System).VerifyAsync(Page, verification, CancellationToken.None);

    private async Task<int> SnapshotsAsync(Func<Task> work) => (await SnapshottedAsync(work)).Count;

    /// <summary>The calls that a traced page was snapshotted for, one for each snapshot.</summary>
    private async Task<IReadOnlyList<string>> SnapshottedAsync(Func<Task> work)
    {
        await Page.Context.Tracing.StartAsync(new() { Snapshots = true });
        await work();
        Directory.CreateDirectory(Folder.Root);
        var path = Path.Combine(Folder.Root, Guid.NewGuid() + ".zip");
        await Page.Context.Tracing.StopAsync(new() { Path = path });
        using var trace = ZipFile.OpenRead(path);
        var methods = new Dictionary<string, string>();
        var snapshots = new List<string>();
        foreach (var entry in trace.Entries.Where(static entry => entry.FullName.EndsWith(".trace", StringComparison.Ordinal)))
        {
            using var lines = new StreamReader(await entry.OpenAsync());
            while (await lines.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("{\"type\":\"before\"", StringComparison.Ordinal))
                {
                    using var call = JsonDocument.Parse(line);
                    methods[call.RootElement.GetProperty("callId").GetString()!] = call.RootElement.GetProperty("method").GetString()!;
                }
                else if (line.StartsWith("{\"type\":\"frame-snapshot\"", StringComparison.Ordinal))
                {
                    using var taken = JsonDocument.Parse(line);
                    snapshots.Add(taken.RootElement.GetProperty("snapshot").GetProperty("callId").GetString()!);
                }
            }
        }

        return [.. snapshots.Select(call => methods[call])];
    }

    private sealed class Slow : IExpectation
    {
        public TaskCompletionSource<ExpectationResult> Answer { get; } = new();

        public int Looks { get; private set; }

        public string Name => "slow";

        public string Expected => "an answer";

        public bool IsFree => true;

        public Task<ExpectationResult> LookAsync()
        {
            Looks++;
            return Answer.Task;
        }
    }
}
