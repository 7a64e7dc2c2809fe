using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Finds role, attributes and values in the body of <c>role=</c>, up to the first thing that is wrong.</summary>
internal sealed class RoleScan(FlatTemplate template, int start, int end)
{
    private static readonly string[] Operators = ["=", "*=", "^=", "$=", "|=", "~="];

    private readonly string text = template.Text;
    private readonly List<RoleAttribute> attributes = [];
    private int index = start;

    /// <summary>The role as written.</summary>
    public string Role => text.Substring(RoleStart, RoleEnd - RoleStart);

    /// <summary>Index of the role's first character.</summary>
    public int RoleStart { get; private set; } = start;

    /// <summary>Index after the role's last character.</summary>
    public int RoleEnd { get; private set; } = start;

    /// <summary>What is asked of the role.</summary>
    public IReadOnlyList<RoleAttribute> Attributes => attributes;

    /// <summary>What is wrong with the shape; null: nothing.</summary>
    public SelectorFault? Fault { get; private set; }

    private char Current => index < end ? text[index] : '\0';

    /// <summary>Reads the body.</summary>
    public void Run()
    {
        SkipBlanks();
        RoleStart = index;
        RoleEnd = SkipName();
        SkipBlanks();
        while (Current == '[' && Fault is null)
        {
            ReadAttribute();
            SkipBlanks();
        }

        if (index < end && !template.IsValue(index))
        {
            Expect("'[' or the end");
        }
    }

    private void ReadAttribute()
    {
        var open = index++;
        SkipBlanks();
        var (nameStart, nameEnd) = ReadAttributeName();
        var name = text.Substring(nameStart, nameEnd - nameStart);
        SkipBlanks();
        if (Fault is not null || Current == ']')
        {
            Close(open, new(name, nameStart, string.Empty, RoleValueKind.None, index, index));
            return;
        }

        var op = Array.Find(Operators, candidate => string.CompareOrdinal(text, index, candidate, 0, candidate.Length) == 0 && index + candidate.Length <= end);
        if (op is null)
        {
            Expect("']' or one of " + string.Join(" ", Operators));
            return;
        }

        index += op.Length;
        SkipBlanks();
        var (kind, from, to) = ReadValue();
        if (Fault is null)
        {
            SkipBlanks();
            if (kind is RoleValueKind.Pattern && op != "=")
            {
                Fault = new(from, "quoted text is expected, because a /pattern/ can be used only with '='");
                return;
            }

            Close(open, new(name, nameStart, op, kind, from, to));
        }
    }

    private (int Start, int End) ReadAttributeName()
    {
        if (Current is '"' or '\'')
        {
            return ReadQuoted();
        }

        var from = index;
        var to = SkipName();
        if (from == to)
        {
            Expect("an attribute's name");
        }

        return (from, to);
    }

    private (RoleValueKind Kind, int Start, int End) ReadValue()
    {
        if (Current is '"' or '\'')
        {
            var (from, to) = ReadQuoted();
            SkipBlanks();
            index += Current is 'i' or 'I' or 's' or 'S' ? 1 : 0;
            return (RoleValueKind.Quoted, from, to);
        }

        if (Current == '/')
        {
            var (from, to) = ReadPattern();
            return (RoleValueKind.Pattern, from, to);
        }

        var bare = index;
        while (index < end && (IsName(text[index]) || text[index] is '+' or '.'))
        {
            index++;
        }

        return (RoleValueKind.Bare, bare, index);
    }

    private (int Start, int End) ReadQuoted()
    {
        var open = index;
        for (index++; index < end && text[index] != text[open]; index++)
        {
            index += text[index] == '\\' ? 1 : 0;
        }

        if (index >= end)
        {
            index = end;
            Fault ??= new(open, $"quoted text has no closing {text[open]}");
            return (open + 1, end);
        }

        return (open + 1, index++);
    }

    private (int Start, int End) ReadPattern()
    {
        var open = index;
        var inClass = false;
        for (index++; index < end && (inClass || text[index] != '/'); index++)
        {
            inClass = text[index] == '[' || (inClass && text[index] != ']');
            index += text[index] == '\\' ? 1 : 0;
        }

        if (index >= end)
        {
            index = end;
            Fault ??= new(open, "a pattern has no closing /");
            return (open + 1, end);
        }

        var close = index++;
        var flags = index;
        while (index < end && char.IsLetter(text[index]) && !template.IsValue(index))
        {
            index++;
        }

        Fault ??= JavaScriptRegex.Check(template, open + 1, close) ?? JavaScriptRegex.CheckFlags(template, flags, index);
        return (open + 1, close);
    }

    private void Close(int open, RoleAttribute attribute)
    {
        if (Fault is not null)
        {
            return;
        }

        attributes.Add(attribute);

        if (Current != ']')
        {
            Expect(attribute.Kind == RoleValueKind.Bare && index < end
                ? "']' (text with spaces or punctuation needs quotes)"
                : $"']', to close '[' at character {template.Position(open)},");
            return;
        }

        index++;
    }

    private void Expect(string what) =>
        Fault ??= new(index, index < end ? $"{what} is expected, not '{text[index]}'" : $"{what} is expected, but the selector ends there");

    private int SkipName()
    {
        while (index < end && IsName(text[index]))
        {
            index++;
        }

        return index;
    }

    private void SkipBlanks()
    {
        while (index < end && char.IsWhiteSpace(text[index]))
        {
            index++;
        }
    }

    private static bool IsName(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or >= '\x80';
}
