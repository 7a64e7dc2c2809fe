using Microsoft.Playwright;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Resolution;

public sealed class ElementActionTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Late_element_is_waited_for()
    {
        await Page.SetContentAsync("<p>Loading</p>");

        var clicking = ActAsync(new Click(new("#late")));
        await Page.EvaluateAsync("document.body.innerHTML = '<button id=late onclick=\"this.textContent = 1\">0</button>'");
        await clicking;

        Assert.Equal("1", await Page.Locator("#late").TextContentAsync());
    }

    [Fact]
    public async Task File_chooser_is_waited_for_until_the_limit_of_the_step()
    {
        await Page.SetContentAsync("<button id=idle>Choose</button>");
        var time = new ManualTime();
        var limit = TimeSpan.FromSeconds(2);
        var context = new Playbooks.Steps.StepContext
        {
            Page = Page,
            Deadline = new(time, limit),
            Time = time,
            Values = new(BaseUrl, "run"),
            SourceFolder = AppContext.BaseDirectory,
            Screenshots = new(Folder, Playbooks.Guarding.Secrets.SecretMask.None),
            StepNumber = 1,
            Resolver = new Playbooks.Resolution.SelectorResolver(time),
        };

        var uploading = new Upload(new("#idle"), typeof(ElementActionTests).Assembly.Location).ActAsync(context);
        await time.PassAsync(uploading, limit, soon: TimeSpan.FromMinutes(1));

        Assert.True(uploading.IsCompleted);
        Assert.Contains("the click opened no file chooser", (await Assert.ThrowsAsync<PlaybookException>(() => uploading)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_matches_are_waited_out_and_the_one_that_stays_is_clicked_once()
    {
        await Page.SetContentAsync("""
            <button id=a class=go onclick="window.clicks = [...window.clicks ?? [], this.id]">A</button>
            <button id=b class=go onclick="window.clicks = [...window.clicks ?? [], this.id]">B</button>
            """);

        var clicking = ActAsync(new Click(new(".go")));
        await Page.EvaluateAsync("document.getElementById('a').remove()");
        await clicking;

        Assert.Equal(["b"], await Page.EvaluateAsync<string[]>("window.clicks"));
    }

    [Fact]
    public async Task Two_matches_at_the_deadline_are_named_and_neither_is_clicked()
    {
        await Page.SetContentAsync("<button id=a onclick='window.clicked = true'>Save</button><button id=b onclick='window.clicked = true'>Save</button>");

        Assert.Equal(
            "text=Save still matches 2 elements after 300 ms, where exactly one is needed: button \"Save\" (#a), button \"Save\" (#b).",
            await FailAsync(new Click(new("text=Save"))));
        Assert.False(await Page.EvaluateAsync<bool>("!!window.clicked"));
    }

    [Fact]
    public async Task Navigation_that_a_click_starts_is_waited_for_until_its_document_is_read()
    {
        await ServeAsync("/", "<a href=/next>Next</a>");
        var release = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        await Page.RouteAsync("**/next", async route =>
        {
            asked.SetResult();
            await release.Task;
            await route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Next</title><script>window.isRead = true</script>" });
        });
        await Page.GotoAsync("http://app.test/");

        var clicking = ActAsync(new Click(new("a")));
        await asked.Task;
        Assert.False(clicking.IsCompleted);
        release.SetResult();
        await clicking;

        Assert.Equal("http://app.test/next", Page.Url);
        Assert.True(await Page.EvaluateAsync<bool>("window.isRead"));
    }

    [Fact]
    public async Task Navigation_that_does_not_end_is_told_apart_from_a_click_that_failed()
    {
        await ServeAsync("/", "<a href=/never>Next</a>");
        await Page.RouteAsync("**/never", _ => Task.CompletedTask);
        await Page.GotoAsync("http://app.test/");

        Assert.Equal(
            "Clicking a worked, but the navigation that it started did not finish within 2 s.",
            await FailAsync(new Click(new("a")), TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Click_that_reached_the_page_is_told_apart_from_an_element_that_is_not_there()
    {
        await Page.SetContentAsync("<button onclick=\"this.remove(); alert('wait')\">Pay</button>");
        IDialog? open = null;
        Page.Dialog += (_, dialog) => open = dialog;

        Assert.Equal("Clicking button did not finish within 2 s, although the page received the input.", await FailAsync(new Click(new("button")), TimeSpan.FromSeconds(2)));

        await open!.DismissAsync();
    }

    [Fact]
    public async Task Element_that_navigates_away_while_it_is_read_is_read_on_the_new_page()
    {
        await ServeAsync("/one", "<p>wait</p>");
        await ServeAsync("/two", "<p id=text>found</p>");
        await Page.GotoAsync("http://app.test/one");

        var reading = ActAsync(new Extract<string>(new("#text")));
        await Page.GotoAsync("http://app.test/two");

        Assert.Equal("found", await reading);
    }

    [Fact]
    public async Task Elements_in_open_shadow_roots_are_found()
    {
        await Page.SetContentAsync("<div id=host></div><script>document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<p id=inner>shade</p>'</script>");

        Assert.Equal("shade", await ActAsync(new Extract<string>(new("#inner"))));
    }

    [Fact]
    public async Task Page_that_is_closed_ends_the_wait_at_once()
    {
        await Page.SetContentAsync("<p>wait</p>");

        var clicking = FailAsync(new Click(new("#late")), Plenty);
        await Page.CloseAsync();

        Assert.Equal("Clicking #late failed: the page was closed or crashed.", await clicking);
    }

    [Fact]
    public async Task Cancelling_ends_an_action_at_once()
    {
        await Page.SetContentAsync("<p>wait</p>");
        using var stop = new CancellationTokenSource();

        var clicking = new Click(new("#late")).ActAsync(Context(Plenty, stop.Token));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => clicking);
    }

    [Theory]
    [InlineData("<button id=x disabled>Save</button>", "the element is disabled")]
    [InlineData("<style>@keyframes m { to { margin-left: 300px } }</style><button id=x style='animation: m 1s linear infinite alternate'>Save</button>", "the element does not stop moving")]
    [InlineData("<button id=x style='position: fixed; left: -500px'>Save</button>", "the element cannot be scrolled into view")]
    [InlineData("<button id=x>Save</button><div class=veil style='position: fixed; inset: 0'>Wait</div>", "the element is covered by <div class=\"veil\">Wait</div>")]
    public async Task What_keeps_an_element_from_being_clicked_is_said(string html, string obstacle)
    {
        await Page.SetContentAsync(html);

        Assert.Equal($"Clicking #x did not work within 2 s: {obstacle}.", await FailAsync(new Click(new("#x")), TimeSpan.FromSeconds(2)));
    }
}
