using System.Text.RegularExpressions;
using Playbooks.Cli.Formatting;
using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Language;
using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Cli.LanguageServer.Features;

/// <summary>A change that removes a finding.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Edit">The change.</param>
internal sealed record Fix(string Title, TextEdit Edit)
{
    /// <summary>Gets whether it only switches the finding off.</summary>
    public bool IsSuppression { get; init; }
}

/// <summary>Derives fixes from findings: what a message suggests, and what follows from its rule.</summary>
/// <param name="document">The document.</param>
internal sealed partial class Fixes(DocumentText document)
{
    private string Text => document.Text;

    /// <summary>Returns the fixes of a finding, the most probable first. Each was tried: the finding is gone afterwards.</summary>
    public IEnumerable<Fix> Of(Finding finding) => Candidates(finding).OfType<Fix>().Where(fix => Removes(fix, finding)).Append(Disable(finding)).OfType<Fix>();

    private IEnumerable<Fix?> Candidates(Finding finding)
    {
        yield return Replace(finding, Suggestion().Match(finding.Message));
        yield return Replace(finding, WithoutQuotes().Match(finding.Message));
        yield return WriteInQuotes(finding);
        yield return AddMissingKey(finding);
        if (finding.Rule == Rule.UndefinedPlaceholder || finding.Rule == Rule.UndefinedInFailureMessage)
        {
            yield return AddParameter(finding);
            yield return EscapeBraces(finding);
        }

        if (finding.Rule == Rule.UnusedParameter)
        {
            yield return RemoveParameter(finding);
        }
    }

    /// <summary>Writes what the message suggests. Around a placeholder's name and inside quotes, the signs stay.</summary>
    private Fix? Replace(Finding finding, Match suggested)
    {
        if (!suggested.Success)
        {
            return null;
        }

        var meant = suggested.Groups["text"].Value;
        var written = Text[finding.Span.Start..finding.Span.End];
        var inner = meant.StartsWith('{') || suggested.Value.StartsWith("Write", StringComparison.Ordinal) ? null : Inner().Match(written);
        var (start, end) = inner is { Success: true } ? (finding.Span.Start + inner.Groups["text"].Index, finding.Span.Start + inner.Groups["text"].Index + inner.Groups["text"].Length) : (finding.Span.Start, finding.Span.End);
        return new($"Change to '{meant}'", new(start, end, meant));
    }

    // The message shows the whole line from its key on.
    private Fix? WriteInQuotes(Finding finding)
    {
        if (InQuotes().Match(finding.Message) is not { Success: true } shown)
        {
            return null;
        }

        var (key, line) = (shown.Groups["key"].Value + ":", document.Lines.LineOf(finding.Span.Start));
        var (start, end) = (document.Lines.StartOf(line), EndOf(line));
        var at = Text.IndexOf(key, start, end - start, StringComparison.Ordinal);
        return at < 0 ? null : new("Put the text in quotes", new(at, end, shown.Groups["line"].Value));
    }

    private Fix? AddMissingKey(Finding finding)
    {
        if (finding.Rule != Rule.MissingKey || MissingKey().Match(finding.Message) is not { Success: true } named)
        {
            return null;
        }

        var owner = document.Tree.Mappings.LastOrDefault(mapping => mapping.Definition?.Find(named.Groups["key"].Value) is not null
            && mapping.Node.Find(named.Groups["key"].Value) is null
            && mapping.Node.Entries.Count > 0
            && (mapping.Node.Entries[0].Key.Start == finding.Span.Start || IsBelow(mapping, finding.Span.Start)));
        if (owner?.Definition!.Find(named.Groups["key"].Value) is not { } key)
        {
            return null;
        }

        var first = owner.Node.Entries[0].Key.Start;
        var line = document.Lines.LineOf(first);
        var text = $"{key.Name}: {key.Example}";
        return Text[owner.Node.Start] == '{'
            ? new($"Add '{key.Name}'", new(first, first, text + ", "))
            : new($"Add '{key.Name}'", new(first, first, $"{text}\n{new string(' ', first - document.Lines.StartOf(line))}"));
    }

    // A mapping that is missing a key is reported at its own key.
    private static bool IsBelow(LocatedMapping mapping, int offset) =>
        mapping.Parent?.Node.Entries.Any(entry => entry.Key.Start == offset && entry.Value == mapping.Node) == true;

    private Fix? AddParameter(Finding finding)
    {
        if (Inner().Match(Text[finding.Span.Start..finding.Span.End]) is not { Success: true } name || document.Tree.Root is not MappingNode root)
        {
            return null;
        }

        var item = $"{{ {ParameterKeys.Name.Name}: {name.Groups["text"].Value} }}";
        var title = $"Add the parameter '{name.Groups["text"].Value}'";
        switch (root.Find(PlaybookKeys.Parameters.Name))
        {
            case SequenceNode { Items: [.., var last] } list when Text[list.Start] == '[':
                return new(title, new(last.End, last.End, ", " + item));
            case SequenceNode { Items: [.., var last] } list:
                // The first item begins behind the first dash, which all dashes are below.
                var column = list.Start - document.Lines.StartOf(document.Lines.LineOf(list.Start));
                var end = EndOf(document.Lines.LineOf(last.End - 1));
                return new(title, new(end, end, $"\n{new string(' ', column)}- {item}"));
            case null when root.Entries.FirstOrDefault(static entry => entry.Key is ScalarNode { Value: var key } && key == PlaybookKeys.Steps.Name) is { } steps:
                return new(title, new(steps.Key.Start, steps.Key.Start, $"{PlaybookKeys.Parameters.Name}:\n  - {item}\n"));
            default:
                return null;
        }
    }

    private Fix? EscapeBraces(Finding finding)
    {
        var written = Text[finding.Span.Start..finding.Span.End];
        return written.Length > 2 && written[0] is '{' or '<'
            ? new($"Write '{written}' as text", new(finding.Span.Start, finding.Span.End, $"{written[0]}{written}{written[^1]}"))
            : null;
    }

    private Fix? RemoveParameter(Finding finding)
    {
        var parameter = document.Tree.Mappings.FirstOrDefault(mapping => mapping.Key == PlaybookKeys.Parameters && mapping.Node.Start <= finding.Span.Start && finding.Span.Start < mapping.Node.End);
        if (parameter?.Parent?.Node is not { } root || root.Find(PlaybookKeys.Parameters.Name) is not SequenceNode list || Text[list.Start] == '[')
        {
            return null;
        }

        var first = document.Lines.LineOf(list.Items.Count == 1 ? root.Entries.First(entry => entry.Value == list).Key.Start : parameter.Node.Start);
        var last = document.Lines.LineOf(parameter.Node.End - 1);
        return new("Remove the parameter", new(document.Lines.StartOf(first), document.Lines.StartOf(last + 1), string.Empty));
    }

    private Fix? Disable(Finding finding)
    {
        if (!finding.Rule.CanBeSwitchedOff)
        {
            return null;
        }

        // Between the lines of a text, a comment would be a part of it.
        var text = document.Tree.Mappings.SelectMany(static mapping => mapping.Node.Entries)
            .LastOrDefault(entry => entry.Value is ScalarNode && entry.Value.Start <= finding.Span.Start && finding.Span.End <= entry.Value.End);
        var start = document.Lines.StartOf(text is null ? finding.Span.StartLine : document.Lines.LineOf(text.Key.Start));
        var indentation = Text[start..].TakeWhile(static character => character == ' ').Count();
        var fix = new Fix($"Disable {finding.Id} here", new(start, start, $"{new string(' ', indentation)}# playbooks: disable {finding.Id}\n")) { IsSuppression = true };
        return Removes(fix, finding) ? fix : null;
    }

    // Advice must not be another mistake. A finding that one file alone does not have cannot be tried on it.
    private bool Removes(Fix fix, Finding finding)
    {
        var changed = PlaybookReader.Read(document.Path, Text[..fix.Edit.Start] + fix.Edit.Text + Text[fix.Edit.End..]);
        return !document.Playbook.Findings.Contains(finding)
            || (changed.Findings.Count(other => other.Id == finding.Id) < document.Playbook.Findings.Count(other => other.Id == finding.Id)
                && changed.Findings.All(static other => other.Rule != Rule.UnreadableYaml));
    }

    private int EndOf(int line)
    {
        var end = document.Lines.StartOf(line + 1);
        while (end > document.Lines.StartOf(line) && Text[end - 1] is '\r' or '\n')
        {
            end--;
        }

        return end;
    }

    [GeneratedRegex("Did you mean '(?<text>[^']+)'\\?")]
    private static partial Regex Suggestion();

    [GeneratedRegex("Write it without quotes: (?<text>\\S+)$")]
    private static partial Regex WithoutQuotes();

    [GeneratedRegex("Put it in quotes: (?<line>(?<key>[A-Za-z_]+): .+)$")]
    private static partial Regex InQuotes();

    [GeneratedRegex("missing the required key '(?<key>[a-z_]+)'")]
    private static partial Regex MissingKey();

    [GeneratedRegex("^[{<\"'](?<text>[^{}<>\"']+)[}>\"']$")]
    private static partial Regex Inner();
}
