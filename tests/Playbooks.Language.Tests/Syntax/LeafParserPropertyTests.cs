using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Keys;
using Playbooks.Language.Syntax.Names;
using Playbooks.Language.Syntax.Selectors;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Urls;
using Playbooks.Shared;

namespace Playbooks.Language.Tests.Syntax;

/// <summary>No text makes a leaf parser throw, and none loses a character of it.</summary>
public sealed class LeafParserPropertyTests
{
    // Far longer than any text that people write: what takes quadratic time would not end here.
    private const int Long = 1 << 17;

    private static readonly string[] Pieces =
    [
        "{", "}", "{{", "}}", "<", ">", ">>", "<<", "{order_id}", "{order_id:raw}", "{oder_id}", "{ order_id }", "<order_id>", "<order_id", "\"", "'", "`",
        "\\", "/", "//", "..", "[", "]", "(", ")", ":", "::", ":has-text(", ":is(", ":not(", ":nth-child(", ":text-matches(", "text=", "role=", "css=",
        "xpath=", "id=", "nth=", "*css=", "=", "|=", "|", ",", "#", ".", "*", "+", "~", "-", "--", "1", "2n+1", "a", "button", "name", "checked", "i", " ",
        "\t", "\n", "\r\n", "\0", "\uFEFF", "\u2028", "é", "🎉", "\uD800", "\uE0FF", "@", ";", "%", "&", "?", "http://", "https:", "data:", "/*", "*/", "url(", "<!--", "-->",
    ];

    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(2024, 11, 3000);

    private static Arbitrary<string> Texts =>
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

    public static TheoryData<string> Repeated => new(Pieces.Concat(["a>", "[a]", "{a}", "{a ", "<a", ":is(a", ":is(a,", "\"a", "a>>", "*css=a>>", "role=a[b]", "//a[", "((", "text=\"a", "\\\"", "/*a*/"]));

    [Fact]
    public void A_templates_parts_cover_its_text_and_problems_lie_within_it() => Prop.ForAll(Texts, text =>
    {
        AssertCovers(text, Templates.Text(text));
        AssertCovers(text, Templates.Message(text));
    }).Check(Fixed);

    [Fact]
    public void A_selectors_values_are_all_bound_and_its_problem_marks_the_whole() => Prop.ForAll(Texts, text =>
    {
        var template = Templates.Text(text);
        SelectorSyntax[] selectors = [SelectorParser.Parse(template, _ => true), SelectorParser.Parse(template, _ => false)];

        Assert.All(selectors, selector => Assert.Equal(template.Parts.OfType<Placeholder>().Count(), Values(selector.Parts)));
        Assert.All(selectors, selector => Assert.True(selector.Problem is null || (selector.Problem.Start == 0 && selector.Problem.Length == text.Length)));
    }).Check(Fixed);

    [Fact]
    public void A_selector_without_values_is_passed_on_as_it_is() => Prop.ForAll(Texts, text =>
    {
        var template = new TemplateSyntax(text.Length == 0 ? [] : [new LiteralText(text, 0, text.Length)], []);
        var selector = SelectorParser.Parse(template, _ => true);

        // Only a path with a single slash gets its engine's name.
        Assert.Equal(text.Replace("xpath=", string.Empty, StringComparison.Ordinal), Templates.Write(selector.Parts).Replace("xpath=", string.Empty, StringComparison.Ordinal));
    }).Check(Fixed);

    [Fact]
    public void A_urls_values_are_all_bound() => Prop.ForAll(Texts, text =>
    {
        var template = Templates.Text(text);

        Assert.Equal(template.Parts.OfType<Placeholder>().Count(), Values(UrlParser.Parse(template).Parts));
    }).Check(Fixed);

    [Fact]
    public void Every_name_is_an_identifier() => Prop.ForAll(Texts, text =>
    {
        KeyParser.Check(text);
        NearestName.Find(text, Pieces);
        string[] names = [CSharpNames.Pascal(text), CSharpNames.ClassName(text), CSharpNames.PropertyName(text), CSharpNames.MethodName(text, []), .. CSharpNames.ChoiceMembers([text, text])];

        Assert.All(names, name => Assert.Matches(@"\A[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}_]*\z", name));
        Assert.Equal(2, CSharpNames.ChoiceMembers([text, text]).Distinct().Count());
    }).Check(Fixed);

    [Theory]
    [MemberData(nameof(Repeated))]
    public void A_long_text_of_anything_is_read_in_one_sweep(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, Long / piece.Length).ToString();
        var template = Templates.Text(text);

        Templates.Message(text);
        TemplateParser.FindInScript(text, Templates.Names);
        UrlParser.Parse(template);
        KeyParser.Check(text);
        CSharpNames.Pascal(text);
        Assert.NotNull(SelectorParser.Parse(template, _ => true).Canonical);
        Assert.NotNull(SelectorParser.Parse(Templates.Text("text=" + text), _ => true).Canonical);
        Assert.NotNull(SelectorParser.Parse(Templates.Text("role=button" + text), _ => true).Canonical);
        Assert.NotNull(SelectorParser.Parse(Templates.Text("//" + text), _ => true).Canonical);
    }

    private static void AssertCovers(string text, TemplateSyntax template)
    {
        var at = 0;
        foreach (var part in template.Parts)
        {
            Assert.Equal(at, part.Start);
            Assert.True(part.Length > 0);
            at += part.Length;
        }

        Assert.Equal(text.Length, at);
        Assert.All(template.Problems, problem => Assert.InRange(problem.Start + problem.Length, problem.Start, text.Length));
    }

    private static int Values(IEnumerable<TextPart> parts) => parts.Sum(part => part switch
    {
        ValuePart => 1,
        EncodedPart encoded => Values(encoded.Parts),
        _ => 0,
    });
}
