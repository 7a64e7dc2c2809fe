using Playbooks.Resolution;
using Playbooks.Steps;
using Playbooks.Steps.Support;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Steps;

public sealed class ReadingTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("<input id=x value=9>", ExtractMode.Text, "#x (<input>) has a value but no text: write mode: value to read it.")]
    [InlineData("<input id=x type=checkbox checked>", ExtractMode.Text, "#x (<input>) has a value but no text: write mode: value to read it.")]
    [InlineData("<input id=x type=hidden value=9>", ExtractMode.Text, "#x (<input>) has a value but no text: write mode: value to read it.")]
    [InlineData("<textarea id=x>9</textarea>", ExtractMode.Text, "#x (<textarea>) has a value but no text: write mode: value to read it.")]
    [InlineData("<select id=x><option>9</select>", ExtractMode.Text, "#x (<select>) has a value but no text: write mode: value to read it.")]
    [InlineData("<progress id=x value=9 max=10>90 %</progress>", ExtractMode.Text, "#x (<progress>) has a value but no text: write mode: value to read it.")]
    [InlineData("<input id=x value=9>", ExtractMode.Html, "#x (<input>) has a value but no markup: write mode: value to read it.")]
    [InlineData("<textarea id=x>9</textarea>", ExtractMode.Html, "#x (<textarea>) has a value but no markup: write mode: value to read it.")]
    [InlineData("<img id=x alt=9>", ExtractMode.Text, "#x (<img>) has no text: write mode: attribute and attribute: alt to read its alternative text.")]
    [InlineData("<button id=x>Save</button>", ExtractMode.Value, "#x (<button>) has no value: it is not a form field.")]
    [InlineData("<li id=x>Save", ExtractMode.Value, "#x (<li>) has no value: it is not a form field.")]
    public async Task What_is_not_read_by_a_mode_names_the_one_that_reads_it(string html, ExtractMode mode, string message)
    {
        await Page.SetContentAsync(html);

        Assert.Equal(message, await FailAsync(new Extract<string>(new("#x"), mode), Plenty));
    }

    [Theory]
    [InlineData("<input id=x value=9>", ExtractMode.Value, "9")]
    [InlineData("<textarea id=x>9</textarea>", ExtractMode.Value, "9")]
    [InlineData("<select id=x><option value=9>Nine</select>", ExtractMode.Value, "9")]
    [InlineData("<input id=x type=submit value=Save>", ExtractMode.Text, "Save")]
    [InlineData("<div id=x contenteditable>9</div>", ExtractMode.Text, "9")]
    [InlineData("<label id=x>Name <input value=9></label>", ExtractMode.Text, "Name")]
    [InlineData("<output id=x>9</output>", ExtractMode.Text, "9")]
    [InlineData("<p id=x></p>", ExtractMode.Text, "")]
    [InlineData("<select id=x><option>9</option></select>", ExtractMode.Html, "<option>9</option>")]
    [InlineData("<button id=x value=9>Save</button>", ExtractMode.Value, "9")]
    public async Task What_a_mode_reads_is_read(string html, ExtractMode mode, string text)
    {
        await Page.SetContentAsync(html);

        Assert.Equal(text, await ActAsync(new Extract<string>(new("#x"), mode)));
    }

    [Theory]
    [InlineData("#typo", "Nothing was counted, because the frame #typo was not found.")]
    [InlineData("#empty", null)]
    public async Task Elements_are_counted_only_in_a_frame_that_exists(string frame, string? problem)
    {
        await Page.SetContentAsync("<iframe id=empty srcdoc='<p>Empty</p>'></iframe>");
        var count = new Extract<int>(new(FrameSelector.Compose([frame], "tr")), ExtractMode.Count);

        if (problem is null)
        {
            Assert.Equal(0, await ActAsync(count));
        }
        else
        {
            Assert.Equal(problem, await FailAsync(count, Plenty));
        }
    }

    [Theory]
    [InlineData("<div id=x></div>", "textContent", ExtractMode.Text)]
    [InlineData("<textarea id=x></textarea>", "value", ExtractMode.Value)]
    public async Task A_long_text_is_read_whole(string html, string property, ExtractMode mode)
    {
        // One character lies across the end of the first part.
        var text = new string('a', LongText.LongestWhole - 1) + "\U0001F600" + new string('b', LongText.LongestWhole);
        await Page.SetContentAsync(html);
        await Page.EvaluateAsync("([property, text]) => { document.querySelector('#x')[property] = text; }", new[] { property, text });

        var read = Assert.IsType<string>(await ActAsync(new Extract<string>(new("#x"), mode)));
        Assert.Equal(text.Length, read.Length);
        Assert.True(text == read, "As long as the text, and not the text.");
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("undefined", "null")]
    [InlineData("'null'", "\"null\"")]
    [InlineData("'undefined'", "\"undefined\"")]
    [InlineData("''", "\"\"")]
    [InlineData("10n", "10")]
    [InlineData("() => ({ a: [12345678901234567890n], b: undefined, c: 'null' })", "{\"a\":[12345678901234567890],\"c\":\"null\"}")]
    [InlineData("new Date(0)", "\"1970-01-01T00:00:00.000Z\"")]
    [InlineData("new URL('http://app.test/')", "\"http://app.test/\"")]
    [InlineData("function () { return [1, 0.5, true] } // with a remark", "[1,0.5,true]")]
    [InlineData("const a = 2; a * 3;", "6")]
    [InlineData("async () => 'later'", "\"later\"")]
    public async Task Result_of_a_script_is_exact_as_JSON(string script, string json) => Assert.Equal(json, await ActAsync(new Evaluate(script)));

    [Theory]
    [InlineData("NaN", "NaN, which JSON cannot hold; return String(value) or null instead")]
    [InlineData("() => ({ prices: [1, 1 / 0] })", "Infinity at .prices[1], which JSON cannot hold; return String(value) or null instead")]
    [InlineData("() => ({ at: new Date(NaN) })", "an invalid Date at .at, which JSON cannot hold; return null instead")]
    [InlineData("new Map([[1, 2]])", "a Map, which JSON cannot hold; return Object.fromEntries(map) instead")]
    [InlineData("() => [new Set([1])]", "a Set at [0], which JSON cannot hold; return [...set] instead")]
    [InlineData("document.body", "a node (body), which JSON cannot hold; return its textContent instead")]
    [InlineData("document.querySelectorAll('p')", "a NodeList, which JSON cannot hold; return [...elements] with what you need from each instead")]
    [InlineData("() => new Error('no')", "an Error, which JSON cannot hold; return its message instead")]
    [InlineData("window", "a Window, which JSON cannot hold; return what you need from it instead")]
    [InlineData("() => { const a = {}; a.a = a; return a }", "an object that contains itself, which JSON cannot hold")]
    [InlineData("() => () => 1", "a function, which JSON cannot hold")]
    public async Task Result_that_JSON_cannot_hold_fails_and_says_where_it_is(string script, string problem) =>
        Assert.Equal($"The script returns {problem}.", await FailAsync(new Evaluate(script), Plenty));

    [Fact]
    public async Task Script_runs_where_the_page_forbids_scripts_from_text()
    {
        await Page.RouteAsync("http://app.test/", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Headers = new Dictionary<string, string> { ["content-security-policy"] = "script-src 'self'; require-trusted-types-for 'script'" },
            Body = "<p>Strict</p>",
        }));
        await Page.GotoAsync("http://app.test/");

        Assert.Equal("\"Strict 7\"", await ActAsync(new Evaluate("args => document.querySelector('p').textContent + ' ' + args.n") { Args = new Dictionary<string, string> { ["n"] = "7" } }));
    }
}
