using System.Text;
using Playbooks.Generated;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Steps;

/// <summary>In a real browser: a selector built around a value finds the element of that value, and no other.</summary>
public sealed class BindTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Seed = 20261;
    private const int RandomValues = 60;

    // Everything that ends, starts or escapes something in CSS, XPath, JavaScript regexes and Playwright's own engines.
    private const string Hostile = "\"'`\\/>< =[](){}|^$*+?.,:;#~!@%&-_0aZé中😀\t\n\u00a0";

    private static readonly string[] Chosen =
    [
        "plain", "two words", "O'Neil", "say \"hi\"", "a'b\"c`d", "\\", "\\\\", "a\\", "\\22 x", "]", "a >> b", ">>", "/x/i", "a/b", "1st", "-", "--x", "-1",
        "*", ".a", "#a", "a:b", "{b}", "$1", "(?:", "[x=\"y\"]", "text=a", "nth=0", "visible=true", "i", "x i", "é中😀", "a\u00a0b", "line\nbreak", "tab\there", "\u007f", "\u2028",
        "concat('a')", "%41", "&amp;", "<b>", "\ufeffx", "\u0001",
    ];

    public static TheoryData<string> Encodings() => new(
        "CssString in double quotes",
        "CssString in single quotes",
        "CssIdentifier as an id",
        "CssIdentifier as a class",
        "CssIdentifier as a value",
        "XPathString",
        "QuotedValue in role",
        "QuotedString in role",
        "QuotedString in single quotes in role",
        "RegexText in role",
        "QuotedString in text",
        "QuotedString in single quotes in text",
        "RegexText in text",
        "TextPattern in text",
        "CssString in has-text");

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Selector_around_a_value_finds_the_element_of_that_value_and_no_other(string encoding)
    {
        var values = Values(encoding).ToArray();
        await Page.SetContentAsync("<main></main>");
        await Page.EvaluateAsync(
            """
            values => {
              for (const [index, value] of values.entries()) {
                const button = document.createElement('button');
                button.setAttribute('data-index', String(index));
                button.setAttribute('data-v', value);
                button.setAttribute('aria-label', value);
                if (!/\s/.test(value)) { button.id = value; button.className = value; }
                button.textContent = value;
                document.querySelector('main').append(button);
              }
            }
            """,
            values);

        foreach (var (index, value) in values.Index())
        {
            var selector = Selector(encoding, value);
            string[] found;
            try
            {
                found = await Page.Locator(selector).EvaluateAllAsync<string[]>("elements => elements.map(element => element.dataset.index)");
            }
            catch (Microsoft.Playwright.PlaywrightException error)
            {
                throw new InvalidOperationException($"{Show(value)}: {selector} is no selector: {error.Message}");
            }

            var same = values.Index().Where(other => Matches(encoding, value, other.Item)).Select(other => other.Index.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.True(same.SequenceEqual(found), $"{Show(value)}: {selector} found [{string.Join(", ", found.Select(place => Show(values[int.Parse(place, System.Globalization.CultureInfo.InvariantCulture)])))}], not {index}");
        }
    }

    [Theory]
    [InlineData("a/b?c=d&e#f", "a%2Fb%3Fc%3Dd%26e%23f")]
    [InlineData("ü 100%", "%C3%BC%20100%25")]
    public void Url_encodes_everything_that_means_something_in_a_url(string value, string encoded) => Assert.Equal(encoded, Bind.Url(value));

    [Fact]
    public void Half_a_character_becomes_the_replacement_character_in_a_url() => Assert.Equal("a%EF%BF%BDb", Bind.Url("a\ud800b"));

    [Fact]
    public void Texts_are_invariant_and_nothing_where_unset()
    {
        Assert.Equal("-7", Bind.Int(-7));
        Assert.Equal("12.50", Bind.Decimal(12.50m));
        Assert.Equal("true", Bind.Bool(true));
        Assert.Equal("false", Bind.Bool(false));
        Assert.Equal("2024-01-31", Bind.Date(new DateOnly(2024, 1, 31)));
        Assert.Equal("pw", Bind.Secret(new Secret("pw")));
        Assert.Equal("a, b", Bind.Strings(["a", "b"]));
        Assert.Equal("1, 2", Bind.Ints([1, 2]));
        Assert.Equal("1.5, 2", Bind.Decimals([1.5m, 2m]));
        Assert.Equal(string.Empty, Bind.String(null) + Bind.Int(null) + Bind.Secret(null) + Bind.Strings(null));
    }

    [Fact]
    public void Injected_text_stands_in_for_what_the_playbook_says_only_where_it_is_set()
    {
        Assert.Equal("given", Bind.Injected("given", "written"));
        Assert.Equal(string.Empty, Bind.Injected(string.Empty, "written"));
        Assert.Equal("written", Bind.Injected(null, "written"));
    }

    private static string Selector(string encoding, string value) => encoding switch
    {
        "CssString in double quotes" => $"main >> [data-v=\"{Bind.CssString(value)}\"]",
        "CssString in single quotes" => $"[data-v='{Bind.CssString(value)}']",
        "CssIdentifier as an id" => $"#{Bind.CssIdentifier(value)}",
        "CssIdentifier as a class" => $"main > .{Bind.CssIdentifier(value)}",
        "CssIdentifier as a value" => $"[data-v={Bind.CssIdentifier(value)}]",
        "XPathString" => $"//button[@data-v={Bind.XPathString(value)}] >> visible=true",
        "QuotedValue in role" => $"role=button[name={Bind.QuotedValue(value)}s]",
        "QuotedString in role" => $"role=button[name=\"{Bind.QuotedString(value)}\"s]",
        "QuotedString in single quotes in role" => $"role=button[name='{Bind.QuotedString(value)}'s]",
        "RegexText in role" => $"role=button[name=/^{Bind.RegexText(value)}$/]",
        "QuotedString in text" => $"text=\"{Bind.QuotedString(value)}\"",
        "QuotedString in single quotes in text" => $"text='{Bind.QuotedString(value)}'",
        "RegexText in text" => $"text=/^{Bind.RegexText(value)}$/",
        "TextPattern in text" => $"text={Bind.TextPattern(value)}",
        _ => $"button:has-text(\"{Bind.CssString(value)}\")",
    };

    // Texts are compared with blanks collapsed, names too; some engines look for a part and ignore case.
    private static bool Matches(string encoding, string value, string other) => encoding switch
    {
        "TextPattern in text" or "CssString in has-text" => Collapse(other).Contains(Collapse(value), StringComparison.OrdinalIgnoreCase),
        _ when encoding.Contains("role", StringComparison.Ordinal) || encoding.Contains("text", StringComparison.Ordinal) => Collapse(value) == Collapse(other),
        _ => value == other,
    };

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Values(string encoding)
    {
        // A NUL cannot stand in a document; blanks at the ends and those that HTML itself collapses say nothing about encoding.
        var random = new Random(Seed);
        var values = Chosen.Concat(Enumerable.Range(0, RandomValues).Select(_ => Random(random))).Where(value => value == value.Trim()).Distinct();
        var needsOneWord = encoding is "CssIdentifier as an id" or "CssIdentifier as a class";
        var comparesCollapsed = encoding.Contains("role", StringComparison.Ordinal) || encoding.Contains("text", StringComparison.Ordinal);

        // Playwright writes what it has parsed anew and forgets the escape that a lone hyphen needs.
        return values.Where(value => value != "-" || !encoding.StartsWith("CssIdentifier", StringComparison.Ordinal))
            .Where(value => !needsOneWord || !value.Any(c => char.IsWhiteSpace(c) || c == '\ufeff'))
            .Where(value => !comparesCollapsed || (value == Collapse(value) && !value.Any(c => char.IsControl(c) || c is '\ufeff' or '\u2028')));
    }

    private static string Random(Random random)
    {
        var runes = Hostile.EnumerateRunes().ToArray();
        var text = new StringBuilder();
        for (var count = random.Next(1, 9); count > 0; count--)
        {
            text.Append(runes[random.Next(runes.Length)]);
        }

        return text.ToString();
    }

    private static string Show(string value) => System.Text.Json.JsonSerializer.Serialize(value);
}
