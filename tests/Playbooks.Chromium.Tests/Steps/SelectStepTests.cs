using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Steps;

public sealed class SelectStepTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Cities = "<select id=x><option value=''>Choose</option><option value=fr>Paris</option><option value=us>Pa\u00adris</option><option value=de disabled>Berlin</option><option value=at>Vienna</option></select>";

    [Theory]
    [InlineData("Paris", "#x has 2 options with label \"Paris\": \"Paris\" (value \"fr\", index 1), \"Pa\u00adris\" (value \"us\", index 2). Select one of them by value or by index.")]
    [InlineData("Berlin", "#x has an option with label \"Berlin\", but it is disabled; it has \"Choose\" (value \"\"), \"Paris\" (value \"fr\"), \"Pa\u00adris\" (value \"us\"), \"Berlin\" (value \"de\", disabled), \"Vienna\" (value \"at\").")]
    [InlineData("Rome", "#x has no option with label \"Rome\"; it has \"Choose\" (value \"\"), \"Paris\" (value \"fr\"), \"Pa\u00adris\" (value \"us\"), \"Berlin\" (value \"de\", disabled), \"Vienna\" (value \"at\").")]
    public async Task Label_that_means_no_one_option_fails_and_selects_nothing(string label, string message)
    {
        await Page.SetContentAsync(Cities);

        Assert.Equal(message, await FailAsync(new Select(new("#x"), label: label), TimeSpan.FromSeconds(3)));
        Assert.Equal("", await Page.Locator("#x").InputValueAsync());
    }

    [Fact]
    public async Task Disabled_option_is_said_to_be_disabled_however_it_is_named()
    {
        await Page.SetContentAsync("<select id=x><option>a</option><optgroup label=g disabled><option value=b>B</option></optgroup></select>");

        foreach (var step in new[] { new Select(new("#x"), value: "b"), new Select(new("#x"), label: "B"), new Select(new("#x"), index: 1) })
        {
            Assert.Contains(", but it is disabled; it has \"a\", \"B\" (value \"b\", disabled).", await FailAsync(step, TimeSpan.FromSeconds(1)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Equal_label_that_is_disabled_is_not_meant()
    {
        await Page.SetContentAsync("<select id=x><option>-</option><option value=old disabled>Plan</option><option value=new>Plan</option></select>");

        await ActAsync(new Select(new("#x"), label: "Plan"));

        Assert.Equal("new", await Page.Locator("#x").InputValueAsync());
    }

    [Fact]
    public async Task Options_that_come_late_are_waited_for_and_still_compared()
    {
        await Page.SetContentAsync("<select id=x><option>-</option></select>");

        var selecting = FailAsync(new Select(new("#x"), label: "Paris"), Plenty);
        await Page.EvaluateAsync("document.querySelector('#x').innerHTML = '<option>-</option><option value=fr>Paris</option><option value=us>Paris</option>'");

        Assert.StartsWith("#x has 2 options with label \"Paris\"", await selecting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Select_is_found_by_its_label_and_by_a_fallback()
    {
        await Page.SetContentAsync("<label id=l>City <select id=x><option>-</option><option>Paris</option></select></label>");

        await ActAsync(new Select(new("#l"), label: "Paris"));
        Assert.Equal("Paris", await Page.Locator("#x").InputValueAsync());

        Assert.StartsWith("#x has no option with value \"Rome\"", await FailAsync(new Select(new("#gone", "#x"), value: "Rome"), TimeSpan.FromSeconds(2)), StringComparison.Ordinal);
    }
}
