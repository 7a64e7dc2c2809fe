using YamlDotNet.Core;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>A comment, from its <c>#</c> to the end of its line.</summary>
/// <param name="Start">Offset of the <c>#</c>.</param>
/// <param name="End">Offset just after its last character.</param>
/// <param name="OwnLine">Whether only whitespace precedes it on its line.</param>
internal sealed record Comment(int Start, int End, bool OwnLine);

/// <summary>Finds the comments of a text: every <c>#</c> after whitespace or at the start of a line, outside the scalars.</summary>
internal static class CommentFinder
{
    public static List<Comment> Find(string text, YamlTree tree, SourceLines lines)
    {
        var comments = new List<Comment>();
        var next = 0;
        var at = text.IndexOf('#');
        while (at >= 0 && at < tree.ReadUpTo)
        {
            while (next < tree.Scalars.Count && tree.Scalars[next].ScalarEnd <= at)
            {
                next++;
            }

            if (next < tree.Scalars.Count && IsInside(text, tree.Scalars[next], at, lines))
            {
                at = NextAfter(text, tree.Scalars[next].ScalarEnd);
                continue;
            }

            var end = lines.StartOf(lines.LineOf(at) + 1);
            while (end > at && text[end - 1] is '\r' or '\n')
            {
                end--;
            }

            var before = text.Substring(lines.StartOf(lines.LineOf(at)), at - lines.StartOf(lines.LineOf(at)));
            if (before.Length == 0 || before[before.Length - 1] is ' ' or '\t')
            {
                comments.Add(new(at, end, string.IsNullOrWhiteSpace(before)));
                at = NextAfter(text, end);
            }
            else
            {
                at = NextAfter(text, at + 1);
            }
        }

        return comments;
    }

    private static int NextAfter(string text, int at) => at >= text.Length ? -1 : text.IndexOf('#', at);

    private static bool IsInside(string text, ScalarNode scalar, int at, SourceLines lines)
    {
        if (at < scalar.Start || at >= scalar.ScalarEnd)
        {
            return false;
        }

        // The header line of a block scalar may end with a comment.
        return scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded) || lines.LineOf(at) > lines.LineOf(scalar.Start);
    }
}
