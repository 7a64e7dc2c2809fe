namespace Playbooks.Language.Syntax.Yaml;

/// <summary>The cause of an unreadable text, where it is known.</summary>
/// <param name="Problem">PB0001 at the cause, with the line as it should read.</param>
/// <param name="Line">Zero-based line of the cause.</param>
/// <param name="Repaired">The whole text, as long as it was, in which the line can be read; null: that takes another length.</param>
/// <param name="Lost">Text that the repaired line no longer says.</param>
internal sealed record KnownCause(Finding Problem, int Line, string? Repaired, string Lost)
{
    private const int MostCandidates = 20;

    /// <summary>Finds the first line, up to the one where the parser stopped, that reads once a known mistake in it is corrected.</summary>
    public static KnownCause? Find(string text, SourceLines lines, Finding stopped, CancellationToken cancellationToken)
    {
        var candidates = 0;
        for (var line = 0; line <= stopped.Span.StartLine && candidates < MostCandidates; line++)
        {
            var start = lines.StartOf(line);
            var source = text.Substring(start, lines.StartOf(line + 1) - start).TrimEnd('\r', '\n');
            foreach (var fix in Fixes(source))
            {
                candidates++;
                var before = text.Substring(0, start);
                var after = text.Substring(start + source.Length);
                if (Stop(before + fix.Corrected, cancellationToken) is null
                    && (Stop(before + source, cancellationToken) is not null || (Stop(before + fix.Corrected + after, cancellationToken)?.Span.StartLine ?? int.MaxValue) > stopped.Span.StartLine))
                {
                    var at = start + fix.Index;
                    var problem = new Finding(Rule.UnreadableYaml, $"{fix.Reason} The line should read: {fix.Corrected.Trim()}", lines.Span(at, at + 1));
                    var repaired = fix.Repaired is null ? null : before + fix.Repaired + after;
                    return new(problem, line, repaired, fix.Lost);
                }
            }
        }

        return null;
    }

    /// <summary>The ways in which a line may be corrected, the likeliest first.</summary>
    private static IEnumerable<LineFix> Fixes(string line) =>
        ((LineFix?[])[CommentCut.Find(line), LookAlikeLine.Find(line)]).OfType<LineFix>().Concat(FullWidthSigns.Find(line));

    /// <summary>What stops the parser; null: nothing.</summary>
    private static Finding? Stop(string text, CancellationToken cancellationToken) =>
        YamlLoader.Load(text, new SourceLines(text), cancellationToken).Problem is { } problem && problem.Rule == Rule.UnreadableYaml ? problem : null;
}

/// <summary>A line with a known mistake.</summary>
/// <param name="Index">Index of the character that is the cause.</param>
/// <param name="Reason">A sentence about it.</param>
/// <param name="Corrected">The line as it should read.</param>
/// <param name="Repaired">A line of the same length that can be read; null: there is none.</param>
/// <param name="Lost">Text that the repaired line no longer says.</param>
internal sealed record LineFix(int Index, string Reason, string Corrected, string? Repaired, string Lost = "");
