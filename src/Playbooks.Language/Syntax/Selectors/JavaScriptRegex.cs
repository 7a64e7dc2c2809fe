using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Checks a JavaScript regular expression as far as possible without running it.</summary>
internal static class JavaScriptRegex
{
    private const string Flags = "dgimsuvy";

    /// <summary>What is wrong with a pattern; null: nothing that is seen here.</summary>
    public static SelectorFault? Check(FlatTemplate template, int start, int end)
    {
        var open = new Stack<int>();
        var classStart = -1;
        var repeats = false;
        for (var index = start; index < end; index++)
        {
            var character = template.Text[index];
            if (character == '\\')
            {
                if (++index == end)
                {
                    return new(end - 1, "a character is expected after '\\'");
                }
            }
            else if (classStart >= 0)
            {
                classStart = character == ']' ? -1 : classStart;
            }
            else if (character == '[')
            {
                classStart = index;
            }
            else if (character == '(')
            {
                open.Push(index);

                // What follows `(?` is the group's kind and no repetition.
                index += index + 1 < end && template.Text[index + 1] == '?' ? 1 : 0;
                repeats = false;
                continue;
            }
            else if (character == ')')
            {
                if (open.Count == 0)
                {
                    return new(index, "')' has no matching '(' (write '\\)' for the character itself)");
                }

                open.Pop();
            }
            else if (character is '*' or '+' or '?' && !repeats)
            {
                return new(index, $"'{character}' has nothing before it to repeat");
            }

            repeats = character != '|';
        }

        return classStart >= 0 ? new(classStart, "a character class has no closing ]")
            : open.Count > 0 ? new(open.Peek(), "a group has no closing )")
            : null;
    }

    /// <summary>What is wrong with the flags after the closing slash; null: nothing.</summary>
    public static SelectorFault? CheckFlags(FlatTemplate template, int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            var flag = template.Text[index];
            if (!template.IsValue(index) && (Flags.IndexOf(flag) < 0 || template.Text.IndexOf(flag, start, index - start) >= 0))
            {
                return new(index, $"a regular expression flag is expected (one of {Flags}, each at most once)");
            }
        }

        return null;
    }
}
