using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>Reads <c># playbooks: disable PB0104</c>: on a line, on the line above, or before the first key for the whole file.</summary>
internal static class SuppressionRules
{
    public static Suppressions Read(Reading reading)
    {
        if (reading.Text.IndexOf("playbooks:", StringComparison.Ordinal) < 0)
        {
            return Suppressions.None;
        }

        var comments = CommentFinder.Find(reading.Text, reading.Tree, reading.Lines);
        var firstKey = reading.Tree.Root is MappingNode { Entries: { Count: > 0 } entries } ? entries[0].Key.Start : reading.Tree.Root?.Start ?? int.MaxValue;
        var nextLine = LinesBelow(reading, comments);
        var lastLine = LastLines(reading);
        var fileWide = new List<string>();
        var lines = new List<LineSuppression>();
        foreach (var comment in comments)
        {
            foreach (var id in Ids(reading, comment))
            {
                if (comment.OwnLine && comment.Start < firstKey)
                {
                    fileWide.Add(id);
                    continue;
                }

                var line = reading.Lines.LineOf(comment.Start);
                var first = comment.OwnLine ? nextLine[line] : line;
                lines.Add(new(line, id));

                // No comment fits between the lines of a text, so the one at its beginning is about all of them.
                for (var covered = first; covered <= (lastLine.TryGetValue(first, out var last) ? last : first); covered++)
                {
                    lines.Add(new(covered, id));
                }
            }
        }

        return new(fileWide.Distinct().ToEquatableArray(), lines.Distinct().ToEquatableArray());
    }

    /// <summary>A message that may advise a comment: within a text of several lines there is no place for one.</summary>
    public static string AtText(Slot slot, string message)
    {
        var span = slot.ValueSpan;
        return span.StartLine == span.EndLine || message.IndexOf("add the comment '", StringComparison.Ordinal) < 0
            ? message
            : message.Substring(0, message.Length - 1) + (slot.IsItem ? " on the line above the item." : " on the line above the key.");
    }

    /// <summary>For each line on which a text of several lines or its key begins, the last line of that text.</summary>
    private static Dictionary<int, int> LastLines(Reading reading)
    {
        var last = new Dictionary<int, int>();
        var open = new Stack<YamlNode>();
        open.Push(reading.Tree.Root ?? new MappingNode(0));
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case MappingNode mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        open.Push(entry.Value);
                        if (entry.Value is ScalarNode text)
                        {
                            Add(entry.Key.Start, text);
                        }
                    }

                    break;
                case SequenceNode sequence:
                    sequence.Items.ForEach(open.Push);
                    break;
                case ScalarNode text:
                    Add(text.Start, text);
                    break;
            }
        }

        return last;

        void Add(int start, ScalarNode text)
        {
            var (first, end) = (reading.Lines.LineOf(start), reading.Lines.LineOf(Math.Max(text.Start, text.End - 1)));
            if (end > first)
            {
                last[first] = Math.Max(end, last.TryGetValue(first, out var other) ? other : end);
            }
        }
    }

    /// <summary>For each line that only contains a comment, the next line that does not: comments can follow each other.</summary>
    private static Dictionary<int, int> LinesBelow(Reading reading, List<Comment> comments)
    {
        var below = new Dictionary<int, int>();
        for (var i = comments.Count - 1; i >= 0; i--)
        {
            if (comments[i].OwnLine)
            {
                var line = reading.Lines.LineOf(comments[i].Start);
                below[line] = below.TryGetValue(line + 1, out var next) ? next : line + 1;
            }
        }

        return below;
    }

    private static List<string> Ids(Reading reading, Comment comment)
    {
        var found = new List<string>();
        var at = Skip(reading.Text, comment.Start + 1, comment.End, "playbooks:");
        at = at < 0 ? at : Skip(reading.Text, at, comment.End, "disable");
        if (at < 0 || (at < comment.End && !IsGap(reading.Text[at])))
        {
            return found;
        }

        var first = true;
        while (true)
        {
            var afterComma = false;
            while (at < comment.End && IsGap(reading.Text[at]))
            {
                afterComma |= reading.Text[at] == ',';
                at++;
            }

            var end = at;
            while (end < comment.End && char.IsLetterOrDigit(reading.Text[end]))
            {
                end++;
            }

            // Behind the ids a reason may follow.
            var word = reading.Text.Substring(at, end - at);
            if (word.Length == 0 || !(first || afterComma || word.StartsWith("PB", StringComparison.Ordinal)))
            {
                return found;
            }

            Take(reading, word, at, end, found);
            first = false;
            at = end;
        }
    }

    private static void Take(Reading reading, string word, int start, int end, List<string> found)
    {
        if (Rule.Find(word) is { } rule)
        {
            if (rule.CanBeSwitchedOff)
            {
                found.Add(word);
            }

            return;
        }

        var nearest = reading.Suggest(word, Rule.All.Select(known => known.Id));
        reading.Report(Rule.UnknownKey, reading.Lines.Span(start, end), $"Unknown finding '{Values.Shorten(word)}'{Values.DidYouMean(nearest)}");
    }

    private static int Skip(string text, int at, int end, string word)
    {
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at + word.Length <= end && string.CompareOrdinal(text, at, word, 0, word.Length) == 0 ? at + word.Length : -1;
    }

    private static bool IsGap(char character) => character is ' ' or '\t' or ',';
}
