namespace Playbooks.Language.Syntax.Text;

/// <summary>One reading of one text, from left to right.</summary>
internal sealed class TemplateReading(string value, TemplateKind kind, KnownNames known)
{
    private readonly List<TemplatePart> parts = [];
    private readonly List<SyntaxProblem> problems = [];
    private int literalStart;
    private int foreignEnd;
    private int index;

    private bool IsFailureMessage => kind == TemplateKind.FailureMessage;

    /// <summary>Reads the text.</summary>
    public TemplateSyntax Read()
    {
        while (index < value.Length)
        {
            switch (value[index])
            {
                case '$' or '{' when index >= foreignEnd && ForeignPlaceholder.At(value, index, kind, known) is { } foreign:
                    ReadForeign(foreign);
                    break;
                case '{' or '}' when NextIsTheSame():
                case '<' or '>' when IsFailureMessage && NextIsTheSame():
                    Take(2, (start, length) => new LiteralText(value[start].ToString(), start, length));
                    break;
                case '{' when index >= foreignEnd:
                    ReadBrace();
                    break;
                case '}' when IsFailureMessage && index >= foreignEnd:
                    Malformed(1, "'}' has no '{' before it; write '}}' for the character itself.");
                    break;
                case '<' when IsFailureMessage && index + 1 < value.Length && PlaceholderShape.IsIdentifierStart(value[index + 1]):
                    ReadAngle();
                    break;
                default:
                    index++;
                    break;
            }
        }

        EndLiteral(value.Length);
        return new(parts, problems);
    }

    private bool NextIsTheSame() => index + 1 < value.Length && value[index + 1] == value[index];

    /// <summary>
    /// Reports a placeholder of another tool. Its text still means what it says, for where it is switched off: braces are
    /// escapes, and the placeholder in <c>${name}</c> is bound.
    /// </summary>
    private void ReadForeign(ForeignPlaceholder foreign)
    {
        problems.Add(new(Rule.ForeignPlaceholder, index, foreign.Length, foreign.Message));
        foreignEnd = index + foreign.Length;
        var isDollar = value[index] == '$';
        if (isDollar && PlaceholderShape.At(value, index + 1, '}') is { } shape && known.Contains(shape.Name))
        {
            index++;
            ReadShape(shape);
        }
        else if (isDollar || !NextIsTheSame())
        {
            index++;
        }
    }

    private void ReadBrace()
    {
        if (FreshPlaceholder.At(value, index, '}', known) is { } fresh)
        {
            ReadFresh(fresh);
            return;
        }

        if (PlaceholderShape.At(value, index, '}') is { } shape)
        {
            ReadShape(shape);
            return;
        }

        var end = BraceEnd();
        var content = end < 0 ? string.Empty : value.Substring(index + 1, end - index - 1);
        if (IsFailureMessage)
        {
            MalformedBrace(end, content);
        }
        else if (end >= 0 && known.Misspelt(content) is { } meant)
        {
            Unknown(Rule.UndefinedPlaceholder, end + 1 - index, $"'{{{content}}}' is not a placeholder. Did you mean '{{{FreshPlaceholder.Written(meant, string.Empty)}}}'?");
        }
        else
        {
            index++;
        }
    }

    private void ReadFresh(FreshPlaceholder fresh)
    {
        if (fresh.Problem is { } problem)
        {
            problems.Add(new(problem.IsMisspelt ? UndefinedRule : Rule.UnknownFormat, problem.Start, problem.Length, problem.Message));
            TakeAsText(fresh.Length);
        }
        else
        {
            Take(fresh.Length, (start, length) => new Placeholder(fresh.Content, false, start, length));
        }
    }

    private Rule UndefinedRule => IsFailureMessage ? Rule.UndefinedInFailureMessage : Rule.UndefinedPlaceholder;

    private void ReadShape(PlaceholderShape shape)
    {
        if (known.Contains(shape.Name))
        {
            if (shape.Format is not (null or "raw"))
            {
                problems.Add(new(
                    Rule.UnknownFormat,
                    shape.FormatStart,
                    shape.Format.Length,
                    $"Unknown format '{shape.Format}' for '{shape.Name}'; the only valid format is 'raw', which turns off encoding."));
            }

            Take(shape.Length, (start, length) => new Placeholder(shape.Name, shape.Format == "raw", start, length));
        }
        else if (shape.Format is null || IsFailureMessage)
        {
            var open = value[index];
            var rule = UndefinedRule;
            var help = known.Nearest(shape.Name) is { } nearest
                ? $"Did you mean '{FreshPlaceholder.Written(nearest, string.Empty)}'?"
                : "No parameter, stored value, or built-in has that name. If this text is intended, "
                    + (open == '<' ? "write '<<'." : $"add the comment '# playbooks: disable {rule.Id}'.");
            Unknown(rule, shape.Length, $"Unknown placeholder '{shape.Name}'. {help}");
        }
        else
        {
            index++;
        }
    }

    private void ReadAngle()
    {
        if (FreshPlaceholder.At(value, index, '>', known) is { } fresh)
        {
            ReadFresh(fresh);
            return;
        }

        if (PlaceholderShape.At(value, index, '>') is { } shape)
        {
            ReadShape(shape);
            return;
        }

        var nameEnd = PlaceholderShape.IdentifierEnd(value, index + 1);
        var name = value.Substring(index + 1, nameEnd - index - 1);
        var meant = known.Resolve(name) is { } near ? $"'<{FreshPlaceholder.Written(near, ForeignPlaceholder.RestAt(value, nameEnd))}>', or " : string.Empty;
        Malformed(nameEnd - index, $"'<{name}' opens a placeholder that is not closed; write {meant}'<<' for the character itself.");
    }

    private void MalformedBrace(int end, string content)
    {
        if (end < 0)
        {
            var nameEnd = PlaceholderShape.IdentifierEnd(value, index + 1);
            var name = value.Substring(index + 1, nameEnd - index - 1);
            var near = known.Resolve(name) is { } meant ? $"'{{{FreshPlaceholder.Written(meant, ForeignPlaceholder.RestAt(value, nameEnd))}}}', or " : string.Empty;
            Malformed(nameEnd - index, $"'{{{name}' opens a placeholder that is not closed; write {near}'{{{{' for the character itself.");
        }
        else
        {
            var help = known.Misspelt(content.Trim().Replace(' ', '_')) is { } meant
                ? $"Did you mean '{{{FreshPlaceholder.Written(meant, string.Empty)}}}'?"
                : "A placeholder is a name in braces without spaces (write '{{' and '}}' for the characters themselves).";
            Malformed(end + 1 - index, $"Malformed placeholder. {help}");
        }
    }

    // Up to the next brace of either kind, so that every character is looked at once, however many braces there are.
    private int BraceEnd()
    {
        var end = index + 1;
        while (end < value.Length && value[end] is not ('{' or '}'))
        {
            end++;
        }

        return end < value.Length && value[end] == '}' ? end : -1;
    }

    private void Malformed(int length, string message) => Unknown(Rule.MalformedPlaceholder, length, message);

    // A malformed placeholder is a part of its own, so that other parsers skip it.
    private void Unknown(Rule rule, int length, string message)
    {
        problems.Add(new(rule, index, length, message));
        TakeAsText(length);
    }

    private void TakeAsText(int length) => Take(length, (start, taken) => new LiteralText(value.Substring(start, taken), start, taken));

    private void Take(int length, Func<int, int, TemplatePart> make)
    {
        EndLiteral(index);
        parts.Add(make(index, length));
        index += length;
        literalStart = index;
    }

    private void EndLiteral(int end)
    {
        if (end > literalStart)
        {
            parts.Add(new LiteralText(value.Substring(literalStart, end - literalStart), literalStart, end - literalStart));
        }
    }
}
