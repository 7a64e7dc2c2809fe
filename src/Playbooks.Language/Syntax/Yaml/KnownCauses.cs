using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>Finds the cause of an unreadable text by correcting one line after another, until the text can be read further.</summary>
/// <param name="compiles">Whether what a text says from one offset to another can be compiled.</param>
/// <param name="cancellationToken">Ends the search early.</param>
internal sealed class KnownCauses(Func<string, int, int, bool> compiles, CancellationToken cancellationToken)
{
    private const int MostCandidates = 20;
    private const int NearLines = 8;

    // Each candidate is read once or twice, so in a long file only the likeliest ones are tried.
    private int budget = 8_000_000;

    /// <summary>Finds the first line, up to the one where the parser stopped, that reads once a known mistake in it is corrected.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="stopped">What stopped the parser.</param>
    /// <param name="unclosed">Offset of the innermost bracket that was open then; -1: there was none.</param>
    public KnownCause? Find(string text, SourceLines lines, Finding stopped, int unclosed)
    {
        var candidates = 0;
        for (var line = 0; line <= stopped.Span.StartLine && candidates < MostCandidates; line++)
        {
            var source = lines.Text(text, line);
            foreach (var fix in CharacterFixes(source))
            {
                candidates++;
                if (IsReadOnceCorrected(text, lines, line, source, fix, stopped))
                {
                    return Cause(text, lines, line, fix, stopped, Compiles(text, lines, line, fix));
                }
            }
        }

        return Near(text, lines, stopped, unclosed);
    }

    /// <summary>Only the lines around the place where the parser stopped are corrected in ways that would fit many lines.</summary>
    private KnownCause? Near(string text, SourceLines lines, Finding stopped, int unclosed)
    {
        KnownCause? likely = null;
        var last = stopped.Span.StartLine;
        var near = Enumerable.Range(Math.Max(0, last - NearLines), Math.Min(last, NearLines) + 1).ToList();
        if (unclosed >= 0 && lines.LineOf(unclosed) < near[0])
        {
            near.Insert(0, lines.LineOf(unclosed));
        }

        foreach (var line in near)
        {
            var source = lines.Text(text, line);
            var fixes = SyntaxFixes(source, Whitespace.Skip(lines.Text(text, line + 1), 0) > Whitespace.Skip(source, 0))
                .Concat(((LineFix?[])[Indentation.FindFirstItem(text, lines, line, source), line == last ? Indentation.FindItem(text, lines, line, source) : null]).OfType<LineFix>())
                .Concat(line == last ? Indentation.Find(text, lines, line, source) : [])
                .Concat(Indentation.FindFirst(text, lines, line, source) is { } first ? [first] : [])
                .Concat(MissingSign.FindGuesses(source, unclosed >= 0));
            foreach (var fix in fixes)
            {
                if (!IsReadFurther(text, lines, line, source, fix, stopped))
                {
                    continue;
                }

                if (!fix.IsProofOnly && Compiles(text, lines, line, fix))
                {
                    return Cause(text, lines, line, fix, stopped, shows: true);
                }

                likely ??= fix.IsGuess ? null : Cause(text, lines, line, fix, stopped, shows: false);
            }
        }

        return likely;
    }

    /// <summary>Wrong characters are rare and certain, so every line is searched for them.</summary>
    private static IEnumerable<LineFix> CharacterFixes(string line) =>
        ((LineFix?[])[CommentCut.Find(line), LookAlikeLine.Find(line)]).OfType<LineFix>().Concat(FullWidthSigns.Find(line));

    // Quotes around the first line of a block of text would not close it.
    private static IEnumerable<LineFix> SyntaxFixes(string line, bool hasLinesBelow) =>
        MissingSign.Find(line).Concat(FlowBrackets.Find(line)).Concat(hasLinesBelow && LineValue.BeginsBlock(line) ? [] : UnquotedValue.Find(line));

    private bool IsReadOnceCorrected(string text, SourceLines lines, int line, string source, LineFix fix, Finding stopped)
    {
        var before = text.Substring(0, lines.StartOf(line));
        return Stop(before + fix.Corrected) is null
            && (Stop(before + source) is not null || (Stop(Correct(text, lines, line, fix.Corrected))?.Span.StartLine ?? int.MaxValue) > stopped.Span.StartLine);
    }

    /// <summary>Whether the parser comes further, or at least to a mistake of its own on the same line.</summary>
    private bool IsReadFurther(string text, SourceLines lines, int line, string source, LineFix fix, Finding stopped)
    {
        if (budget <= 0)
        {
            return false;
        }

        if (Stop(Correct(text, lines, line, fix.Corrected)) is not { } next || next.Span.StartLine > stopped.Span.StartLine)
        {
            return true;
        }

        var before = text.Substring(0, lines.StartOf(line));
        return line < stopped.Span.StartLine
            && next.Span.StartLine == stopped.Span.StartLine
            && next.Span.StartColumn > stopped.Span.StartColumn
            && Stop(before + source) is not null
            && Stop(before + fix.Corrected) is null;
    }

    private bool Compiles(string text, SourceLines lines, int line, LineFix fix)
    {
        // Only what the correction touches shows whether it helps; other mistakes of the line are the author's.
        budget -= text.Length * 2;
        var (source, corrected) = (lines.Text(text, line), fix.Corrected);
        var first = 0;
        while (first < source.Length && first < corrected.Length && source[first] == corrected[first])
        {
            first++;
        }

        var same = 0;
        while (same < source.Length - first && same < corrected.Length - first && source[source.Length - same - 1] == corrected[corrected.Length - same - 1])
        {
            same++;
        }

        var start = lines.StartOf(line);
        return fix.IsWholeLine
            ? compiles(Correct(text, lines, line, corrected), start, start + corrected.Length)
            : compiles(Correct(text, lines, line, corrected), start + first, start + corrected.Length - same);
    }

    private static KnownCause Cause(string text, SourceLines lines, int line, LineFix fix, Finding stopped, bool shows)
    {
        var at = lines.StartOf(line) + fix.Index;
        var span = fix.IsAtStop && stopped.Span.StartLine == line ? stopped.Span : lines.Span(at, Math.Min(at + 1, text.Length));
        return new(new(Rule.UnreadableYaml, fix.Message(shows), span), line, fix.Corrected, fix.Repaired, fix.Lost);
    }

    /// <summary>The text with another line in place of one.</summary>
    public static string Correct(string text, SourceLines lines, int line, string corrected)
    {
        var start = lines.StartOf(line);
        return text.Substring(0, start) + corrected + text.Substring(start + lines.Text(text, line).Length);
    }

    /// <summary>What stops the parser; null: nothing.</summary>
    private Finding? Stop(string text)
    {
        budget -= text.Length;
        return YamlLoader.Load(text, new SourceLines(text), cancellationToken).Problem is { } problem && problem.Rule == Rule.UnreadableYaml ? problem : null;
    }
}
