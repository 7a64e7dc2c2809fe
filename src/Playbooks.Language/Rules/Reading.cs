using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>What all rules share while one file is read: its text, its places, and what was found so far.</summary>
internal sealed class Reading(string path, string text, SourceLines lines, YamlTree tree)
{
    // Each costs a walk over its candidates, and nobody reads the hundredth.
    private const int MostSuggestions = 200;
    private const int MostTimeouts = 2;

    private readonly HashSet<YamlNode> unjudged = [];
    private int suggestions;
    private int timeouts;

    public string Path { get; } = path;

    public string Text { get; } = text;

    public SourceLines Lines { get; } = lines;

    public YamlTree Tree { get; } = tree;

    /// <summary>The playbooks that the file calls; null: nothing is known of the project, so calls are not judged.</summary>
    public Callees? Callees { get; init; }

    public List<Finding> Findings { get; } = [];

    /// <summary>Texts that are not checked because of another finding. Names in them still count as used.</summary>
    public List<ScalarNode> UnjudgedTexts { get; } = [];

    /// <summary>Comments that look like the rest of a text; names in them count as used as well.</summary>
    public List<string> CutTexts { get; } = [];

    /// <summary>Whether the file was read to its end; if not, what is missing proves nothing.</summary>
    public bool IsComplete => Tree.Problem is null;

    /// <summary>Whether another pattern may be matched. After a few timeouts none is, so that a build continues.</summary>
    public bool MayMatch => timeouts < MostTimeouts;

    /// <summary>Whether every misspelt word was compared with what may have been meant.</summary>
    public bool SuggestedAll => suggestions <= MostSuggestions;

    public void CountTimeout() => timeouts++;

    /// <summary>The candidate that was probably meant; null: none is near, or the file has had suggestions enough.</summary>
    public string? Suggest(string word, IEnumerable<string> candidates) =>
        suggestions++ < MostSuggestions ? NearestName.Find(word, candidates) : null;

    /// <summary>Whether a misspelled key was taken for a known one, so that its value is in no model.</summary>
    public bool HasGuesses { get; set; }

    public void Report(Rule rule, SourceSpan span, string message) => Findings.Add(new(rule, message, span));

    /// <summary>Findings whose messages are finished when the whole file is read.</summary>
    public List<PendingCorrection> Corrections { get; } = [];

    public void Report(Rule rule, SourceSpan span, string message, IReadOnlyList<Correction> choices)
    {
        Corrections.Add(new(Findings.Count, choices));
        Report(rule, span, message);
    }

    public SourceSpan Span(YamlNode node) => Lines.Span(node.Start, node.End);

    /// <summary>The span of a part of a scalar's value.</summary>
    public SourceSpan Span(ScalarNode node, int start, int length)
    {
        var (from, to) = node.Map(Text).Locate(start, length);
        return Lines.Span(from, to);
    }

    /// <summary>The node's source, shortened to one readable line.</summary>
    public string Excerpt(YamlNode node)
    {
        var source = Source(node);
        var line = source.IndexOfAny(['\r', '\n']);
        return line >= 0 ? source.Substring(0, line).TrimEnd() : source.Length > 200 ? source.Substring(0, 200) : source;
    }

    /// <summary>All of a node, as the file writes it.</summary>
    public string Source(YamlNode node) => Text.Substring(node.Start, Math.Min(node.End, Text.Length) - node.Start);

    /// <summary>Leaves a node and all below it unjudged.</summary>
    public void Ignore(YamlNode node)
    {
        if (!unjudged.Add(node))
        {
            return;
        }

        switch (node)
        {
            case ScalarNode scalar:
                UnjudgedTexts.Add(scalar);
                break;
            case SequenceNode sequence:
                sequence.Items.ForEach(Ignore);
                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    Ignore(entry.Key);
                    Ignore(entry.Value);
                }

                break;
        }
    }

    public bool IsUnjudged(YamlNode node) => unjudged.Contains(node);
}
