using Playbooks.Steps;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Steps;

public sealed class ScrollStepTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Tall = "<!doctype html><style>body { margin: 0; height: 9000px } #last { position: absolute; top: 8000px }</style><p id=last>Last</p>";

    [Fact]
    public async Task Page_has_scrolled_when_the_step_ends()
    {
        await Page.SetContentAsync(Tall);

        await ActAsync(new Scroll { Amount = 700 });
        Assert.Equal(700, await ScrolledAsync());

        await ActAsync(new Scroll { Amount = 300, Direction = ScrollDirection.Up });
        Assert.Equal(400, await ScrolledAsync());
    }

    [Fact]
    public async Task Page_that_scrolls_smoothly_has_come_to_rest_when_the_step_ends()
    {
        await Page.SetContentAsync("<style>html { scroll-behavior: smooth }</style>" + Tall);

        await ActAsync(new Scroll(new("#last")));

        var there = await ScrolledAsync();
        Assert.True(there > 7000);
        await Page.EvaluateAsync("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
        Assert.Equal(there, await ScrolledAsync());
    }

    [Fact]
    public async Task Page_that_scrolls_itself_when_the_wheel_turns_is_waited_for()
    {
        await Page.SetContentAsync(Tall + """
            <script>
              addEventListener('wheel', event => {
                event.preventDefault();
                let left = 20;
                const step = () => { scrollBy(0, 25); if (--left) requestAnimationFrame(step); };
                requestAnimationFrame(step);
              }, { passive: false });
            </script>
            """);

        await ActAsync(new Scroll());

        Assert.Equal(500, await ScrolledAsync());
    }

    [Fact]
    public async Task Element_with_a_scroll_bar_of_its_own_has_scrolled_when_the_step_ends()
    {
        await Page.SetContentAsync("<div id=box style='height: 200px; overflow: auto'><p style='height: 5000px'></div>");

        await ActAsync(new Scroll(new("#box")) { Direction = ScrollDirection.Down, Amount = 250 });

        Assert.Equal(250, await Page.EvaluateAsync<int>("document.querySelector('#box').scrollTop"));
    }

    [Theory]
    [InlineData("<p>Short</p>")]
    [InlineData("<iframe style='position: fixed; inset: 0; width: 100%; height: 100%' srcdoc='<p>Inside'></iframe>")]
    [InlineData("<div id=d style='width: 50px; overflow: auto; white-space: nowrap'>a long text that moves by itself</div><script>setInterval(() => d.scrollLeft = d.scrollLeft ? 0 : 9, 20)</script>")]
    public async Task Page_that_does_not_scroll_or_never_rests_is_no_failure(string html)
    {
        await Page.SetContentAsync(html);

        await ActAsync(new Scroll(), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Page_whose_clock_stands_still_scrolls_all_the_same()
    {
        await Page.Clock.InstallAsync();
        await Page.SetContentAsync(Tall);
        await Page.Clock.PauseAtAsync("2030-01-01");

        await ActAsync(new Scroll { Amount = 700 });

        Assert.Equal(700, await ScrolledAsync());
    }

    private Task<int> ScrolledAsync() => Page.EvaluateAsync<int>("Math.round(scrollY)");
}
