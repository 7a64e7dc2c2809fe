using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Tests;

/// <summary>No text, however broken, may make the reader throw, or give a finding that lies outside the text.</summary>
/// <remarks>PLAYBOOKS_FUZZ_SECONDS makes the mutations go on for that long, from a seed of the moment, which a failure names.</remarks>
public sealed class FuzzTests
{
    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ": ", "- ", "#", " #x", "\"", "'", "|\n", ">\n", "\n", "\r\n", "\t", "  ", "*a", "&a ", "!x ", "---\n", "...\n", "%", "@", "`", "? ",
        "{order_id}", "<order_id>", "{{", "\\u0000", "\\ud83d", "\0", "\uFEFF", "\u2028", "\u0085", "\ud83d", "\ude00", "😀", "null", "~", "steps:", "id:",
        "action: click", "selector:", "verify:", "params:", "# playbooks: disable PB0104", "cases:", "with:", "inject_into: steps.0.selector", "store_as: a", "\"\\\n",
        "when: { url_contains: a }", "then:", "else:", "for_each: a", "in: \"{ids}\"", "repeat: { while: {}, at_most: 2 }", "attempt: { times: 2 }", "run: cases", "store: { a: b }",
        "code: a", "finally:", "optional: true", "default: 1", "auth: {", "capture:", "request: { url: / }", "cases_from: a.csv",
    ];

    [Fact]
    public void Any_text_can_be_read() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => AssertReadable(text ?? string.Empty)).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(7, 11));

    [Fact]
    public void Any_heap_of_fragments_can_be_read() =>
        Prop.ForAll(Gen.Elements(Fragments).ListOf().Select(string.Concat).ToArbitrary(), AssertReadable).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(7, 11));

    [Fact]
    public void Any_damage_to_a_good_playbook_can_be_read()
    {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("PLAYBOOKS_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        var seed = seconds > 0 ? Environment.TickCount : 20250101;
        var random = new System.Random(seed);
        var texts = Corpus.Names.Select(Corpus.Text).Where(text => text.Length < 6000).ToList();
        var end = TimeProvider.System.GetTimestamp();
        for (var round = 0; round < 1500 || TimeProvider.System.GetElapsedTime(end).TotalSeconds < seconds; round++)
        {
            var damaged = Damage(texts[random.Next(texts.Count)], random);
            try
            {
                AssertReadable(damaged);
            }
            catch (Exception exception)
            {
                throw new Xunit.Sdk.XunitException($"Seed {seed}, round {round}: {exception.Message}\n{exception.StackTrace}\n--- text:\n{damaged}");
            }
        }
    }

    [Fact]
    public void Cutting_a_playbook_anywhere_can_be_read()
    {
        var text = Corpus.Text("scalar_styles.playbook.yaml");
        for (var length = 0; length <= text.Length; length += 3)
        {
            AssertReadable(text[..length]);
        }
    }

    private static string Damage(string text, System.Random random)
    {
        var damaged = new StringBuilder(text);
        for (var i = random.Next(1, 5); i > 0 && damaged.Length > 0; i--)
        {
            var at = random.Next(damaged.Length);
            var length = Math.Min(random.Next(1, 20), damaged.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    damaged.Remove(at, length);
                    break;
                case 1:
                    damaged.Insert(at, Fragments[random.Next(Fragments.Length)]);
                    break;
                case 2:
                    damaged[at] = (char)random.Next(0, 0x180);
                    break;
                case 3:
                    damaged.Insert(random.Next(damaged.Length), damaged.ToString(at, length));
                    break;
                case 4:
                    damaged[at] = (char)(damaged[at] ^ (1 << random.Next(16)));
                    break;
                default:
                    damaged.Remove(at, length).Insert(at, Fragments[random.Next(Fragments.Length)]);
                    break;
            }
        }

        return damaged.ToString();
    }

    private static void AssertReadable(string text)
    {
        var file = PlaybookReader.Read("fuzz.playbook.yaml", text);
        foreach (var finding in file.Findings)
        {
            Assert.NotNull(Rule.Find(finding.Id));
            Assert.True(finding.Id != "PB0901", finding.Message);
            Assert.InRange(finding.Span.Start, 0, Math.Max(text.Length, 1));
            Assert.InRange(finding.Span.End, finding.Span.Start, Math.Max(text.Length, 1));
            Assert.NotEmpty(finding.Message);
        }

        Assert.Equal(file.Findings.Count, file.Findings.Distinct().Count() + Repeated(file));
        Assert.NotEmpty(file.Model.ClassName);
        Assert.Equal(file.Model.Parameters.Count, file.Model.Parameters.Select(parameter => parameter.PropertyName).Distinct().Count());
        Assert.Equal(file.Model.StoredValues.Count, file.Model.StoredValues.Select(value => value.PropertyName).Distinct().Count());
        Assert.Equal(file.Model.AllSteps().Count(), file.Model.AllSteps().Select(step => step.ClassName).Distinct().Count());
        AssertPlacesAreKnown(text);
    }

    /// <summary>Missing keys share a place, and say different things; nothing is said twice.</summary>
    private static int Repeated(PlaybookFile file) => file.Findings.Count - file.Findings.Distinct().Count() is var repeated and > 0
        ? throw new Xunit.Sdk.XunitException("Said twice: " + Markup.MarkupText.Describe(file.Findings) + repeated)
        : 0;

    /// <summary>The second reading of each scalar must agree with the parser's.</summary>
    private static void AssertPlacesAreKnown(string text)
    {
        var tree = YamlLoader.Load(text, new SourceLines(text), CancellationToken.None);
        if (tree.Root is not MappingNode)
        {
            // The parser trims the lines of a text block that is the whole file; nothing is ever reported inside it.
            return;
        }

        foreach (var scalar in tree.Scalars)
        {
            var trail = new ScalarTrail();
            ScalarDecoder.Decode(text, scalar, trail);
            Assert.True(trail.Text == scalar.Value, $"No places for {scalar.Style} <{scalar.Value}> at {scalar.Start}.");
        }
    }
}
