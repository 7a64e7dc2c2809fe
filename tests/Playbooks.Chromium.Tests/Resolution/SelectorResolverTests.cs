using Playbooks.Browsing;
using Playbooks.Resolution;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Resolution;

/// <summary>Time is the test's own here: what is measured is how much of it the resolver lets pass.</summary>
public sealed class SelectorResolverTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan QuietWindow = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(800);

    private readonly ManualTime time = new();

    private SelectorResolver? resolver;

    private SelectorResolver Resolver => resolver ??= new(time);

    [Fact]
    public async Task Primary_that_is_there_is_taken_without_any_time_passing()
    {
        await Page.SetContentAsync("<button id=new>Save</button><button id=old>Save</button>");

        var found = await ResolveAsync(new("#new", "#old"));

        Assert.Equal(("#new", 0, TimeSpan.Zero), (found.Selector, found.Rank, time.Elapsed));
    }

    [Fact]
    public async Task Stale_primary_costs_a_tenth_of_a_second_on_a_quiet_page()
    {
        await Page.SetContentAsync("<button id=old>Save</button>");

        var found = ResolveAsync(new("#new", "#gone", "#old"));
        await time.PassAsync(found, Longest);

        Assert.Equal(("#old", 2), ((await found).Selector, (await found).Rank));
        Assert.InRange(time.Elapsed, Quiet, TimeSpan.FromMilliseconds(199));
    }

    [Theory]
    [InlineData("document.getElementById('box').append('more')")]
    [InlineData("document.getElementById('box').title += 'more'")]
    [InlineData("document.getElementById('box').firstChild.data += 'more'")]
    [InlineData("document.getElementById('host').shadowRoot.append('more')")]
    [InlineData("document.getElementById('frame').contentDocument.body.append('more')")]
    public async Task Fallback_is_not_taken_while_the_page_changes(string change)
    {
        await Page.SetContentAsync("""
            <div id=box>text</div><div id=host></div><iframe id=frame srcdoc="<p>inner</p>"></iframe><button id=old>Save</button>
            <script>document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<p>shadow</p>'</script>
            """);

        var found = ResolveAsync(new("#new", "#old"));
        for (var count = 0; count < 10; count++)
        {
            await ChangeAsync(found, change);
            await time.PassAsync(found, TimeSpan.FromMilliseconds(70));
            Assert.False(found.IsCompleted, $"after {time.Elapsed}");
        }

        var stopped = time.Elapsed;
        await time.PassAsync(found, Longest);
        Assert.Equal("#old", (await found).Selector);
        Assert.InRange(time.Elapsed - stopped, TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(130));
    }

    [Fact]
    public async Task Fallback_is_taken_after_800_ms_on_a_page_that_never_rests()
    {
        await Page.SetContentAsync("<div id=box></div><button id=old>Save</button>");

        var found = ResolveAsync(new("#new", "#old"));
        while (!found.IsCompleted)
        {
            await ChangeAsync(found, "document.getElementById('box').append('more')");
            await time.PassAsync(found, TimeSpan.FromMilliseconds(70));
        }

        Assert.Equal("#old", (await found).Selector);
        Assert.InRange(time.Elapsed, Longest, Longest + TimeSpan.FromMilliseconds(70));
    }

    [Fact]
    public async Task Late_primary_wins_over_a_fallback_that_was_there_before()
    {
        await Page.SetContentAsync("<button id=old>Save</button>");

        var found = ResolveAsync(new("#new", "#old"));
        await time.PassAsync(found, TimeSpan.FromMilliseconds(90));
        await ChangeAsync(found, "document.body.insertAdjacentHTML('beforeend', '<button id=new>Save</button>')");
        await time.PassAsync(found, Longest);

        Assert.Equal(("#new", 0), ((await found).Selector, (await found).Rank));
        Assert.InRange(time.Elapsed, TimeSpan.FromMilliseconds(90), TimeSpan.FromMilliseconds(120));
    }

    [Fact]
    public async Task Fallback_is_not_taken_while_a_fetch_is_under_way()
    {
        await ServeAsync("/", "<button id=old>Save</button>");
        var asked = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await Page.RouteAsync("**/slow", async route =>
        {
            asked.SetResult();
            await release.Task;
            await route.FulfillAsync(new() { Body = "done" });
        });
        Resolver.Watch(Page);
        await Page.GotoAsync("http://app.test/");
        await Page.EvaluateAsync("() => { fetch('/slow').then(answer => answer.text()) }");
        await asked.Task;

        var found = ResolveAsync(new("#new", "#old"));
        await time.PassAsync(found, TimeSpan.FromMilliseconds(500));
        Assert.False(found.IsCompleted);

        var noticed = Resolver.ActivityOf(Page).Next;
        release.SetResult();
        await noticed;
        await time.PassAsync(found, Longest, soon: QuietWindow);

        Assert.Equal("#old", (await found).Selector);
        Assert.InRange(time.Elapsed, TimeSpan.FromMilliseconds(600), TimeSpan.FromMilliseconds(650));
    }

    [Fact]
    public async Task Image_under_way_does_not_hold_a_fallback_back()
    {
        await ServeAsync("/", "<img src=/slow.png><button id=old>Save</button>");
        var asked = new TaskCompletionSource();
        await Page.RouteAsync("**/slow.png", _ => Task.FromResult(asked.TrySetResult()));
        Resolver.Watch(Page);
        await Page.GotoAsync("http://app.test/", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded });
        await asked.Task;

        var found = ResolveAsync(new("#new", "#old"));
        await time.PassAsync(found, Longest);

        Assert.Equal("#old", (await found).Selector);
        Assert.InRange(time.Elapsed, Quiet, TimeSpan.FromMilliseconds(199));
    }

    [Fact]
    public async Task Navigation_in_the_middle_is_waited_through()
    {
        await ServeAsync("/one", "<button id=old>Save</button>");
        await ServeAsync("/two", "<button id=new>Save</button>");
        await Page.GotoAsync("http://app.test/one");

        var found = ResolveAsync(new("#new", "#old"));
        await time.PassAsync(found, TimeSpan.FromMilliseconds(50));
        await Page.GotoAsync("http://app.test/two");
        await time.PassAsync(found, Longest);

        Assert.Equal("#new", (await found).Selector);
    }

    [Fact]
    public async Task Earlier_fallback_goes_before_a_later_one()
    {
        await Page.SetContentAsync("<button id=a>A</button><button id=b>B</button>");

        var found = ResolveAsync(new("#new", "#b", "#a"));
        await time.PassAsync(found, Longest);

        Assert.Equal(("#b", 1), ((await found).Selector, (await found).Rank));
    }

    [Fact]
    public async Task Hidden_matches_are_ignored_where_visible_ones_count()
    {
        await Page.SetContentAsync("<button hidden>Save</button><button id=shown>Save</button>");

        var found = await ResolveAsync(new("text=Save", "#other"));

        Assert.Equal("shown", await found.Locator.GetAttributeAsync("id"));
    }

    [Fact]
    public async Task Several_matches_of_the_primary_do_not_fall_through_and_are_named()
    {
        await Page.SetContentAsync("<button id=a>Save</button><button class='big red'>Save all</button><button id=old>Old</button>");

        var found = ResolveAsync(new("text=Save", "#old"), TimeSpan.FromSeconds(2));
        await time.PassAsync(found, TimeSpan.FromSeconds(3));
        var error = await Assert.ThrowsAsync<SelectorException>(() => found);

        Assert.Equal(
            "text=Save still matches 2 elements after 2 s, where exactly one is needed: button \"Save\" (#a), button \"Save all\" (button.big.red:nth-of-type(2)).",
            error.Message);
        Assert.Equal([("text=Save", 2, 2), ("#old", 1, 1)], error.Candidates.Select(candidate => (candidate.Selector, candidate.Matches, candidate.Visible)));
    }

    [Fact]
    public async Task Several_matches_of_a_fallback_do_not_fall_through_to_the_next()
    {
        await Page.SetContentAsync("<button id=a>Save</button><button id=b>Save</button><i id=c>c</i>");

        var found = ResolveAsync(new("#new", "button", "#c"), TimeSpan.FromSeconds(2));
        await time.PassAsync(found, TimeSpan.FromSeconds(3));
        var error = await Assert.ThrowsAsync<SelectorException>(() => found);

        Assert.StartsWith("button still matches 2 elements after 2 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_matches_of_which_one_stays_are_waited_for()
    {
        await Page.SetContentAsync("<button id=a>Save</button><button id=b>Save</button>");

        var found = ResolveAsync(new("text=Save", "#old"));
        await time.PassAsync(found, TimeSpan.FromMilliseconds(1500));
        Assert.False(found.IsCompleted);
        await ChangeAsync(found, "document.getElementById('a').remove()");
        await time.PassAsync(found, Longest);

        Assert.Equal("b", await (await found).Locator.GetAttributeAsync("id"));
    }

    [Fact]
    public async Task Nothing_found_lists_each_selector_with_the_reason_and_the_closest_names()
    {
        await Page.SetContentAsync("""
            <button id=x>Cancel order</button><a href=/>Orders</a><button hidden id=cancel-order>Cancel</button><p class=note hidden>1</p><p class=note hidden>2</p>
            """);

        var found = ResolveAsync(new("#cancelOrder", "#cancel-order", ".note"), TimeSpan.FromSeconds(2));
        await time.PassAsync(found, TimeSpan.FromSeconds(3));
        var error = await Assert.ThrowsAsync<SelectorException>(() => found);

        Assert.Equal(
            "No visible element for any of 3 selectors within 2 s: #cancelOrder: no element matches; #cancel-order: 1 element matches, but it is not visible; .note: 2 elements match, but none is visible.",
            error.Message);
        Assert.Equal(["button \"Cancel order\"", "link \"Orders\""], error.Nearest);
    }

    [Fact]
    public async Task Page_that_never_changes_is_looked_at_to_the_end()
    {
        await Page.SetContentAsync("<p>nothing</p>");

        var found = ResolveAsync(new("#new"), TimeSpan.FromSeconds(30));
        await time.PassAsync(found, TimeSpan.FromSeconds(31));

        Assert.StartsWith("No visible element for #new within 30 s", (await Assert.ThrowsAsync<SelectorException>(() => found)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_no_selector_fails_at_once()
    {
        await Page.SetContentAsync("<button id=old>Save</button>");

        var error = await Assert.ThrowsAsync<PlaybookException>(() => ResolveAsync(new("#new[", "#old")));

        Assert.Equal("Looking for #new[ failed: Unexpected token \"\" while parsing css selector \"#new[\". Did you mean to CSS.escape it?", error.Message);
        Assert.Equal(TimeSpan.Zero, time.Elapsed);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait()
    {
        await Page.SetContentAsync("<p>nothing</p>");
        using var stop = new CancellationTokenSource();

        var found = Resolver.ResolveAsync(Page, new("#new", "#old"), ElementRequirement.Visible, new(time, Plenty), stop.Token);
        await time.PassAsync(found, Longest);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => found);
    }

    private Task<ResolvedElement> ResolveAsync(SelectorChain chain, TimeSpan? limit = null) =>
        Resolver.ResolveAsync(Page, chain, ElementRequirement.Visible, new Deadline(time, limit ?? TimeSpan.FromMinutes(1)), CancellationToken.None);

    /// <summary>Changes the page, and waits until that was noticed; what was found notices nothing any more.</summary>
    private async Task ChangeAsync(Task found, string script)
    {
        var noticed = Resolver.ActivityOf(Page).Next;
        await Page.EvaluateAsync(script);
        await Task.WhenAny(found, noticed);
    }
}
