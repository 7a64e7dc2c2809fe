using Playbooks.Language.Model;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Reads the headers of a request: PB0112 for a credential that is written in the file, PB0004 for a name or value that HTTP does not allow.</summary>
internal sealed class HeaderRules(TextBinder binder)
{
    private const string OtherNameCharacters = "!#$%&'*+-.^_`|~";

    // They follow from the body.
    private static readonly string[] Computed = ["content-length", "transfer-encoding"];

    /// <summary>Reads the headers.</summary>
    public EquatableArray<NamedText> Read(Slot slot)
    {
        var headers = new List<NamedText>();
        foreach (var header in slot.OwnKeys()?.InOrder ?? [])
        {
            CheckName(header);
            if (headers.Any(known => string.Equals(known.Key, header.Name, StringComparison.OrdinalIgnoreCase)))
            {
                header.Report(Rule.RepeatedKey, header.KeySpan, $"The header '{Values.Shorten(header.Name)}' is repeated; header names are case-insensitive. The first one is used.");
                header.Ignore();
            }
            else if (binder.Text(header, out var isSound) is { } text)
            {
                headers.Add(new(header.Name, text));
                if (isSound)
                {
                    CheckValue(header, text);
                }
            }
        }

        return headers.ToEquatableArray();
    }

    private static void CheckName(Slot header)
    {
        var name = header.Name;
        var problem = Computed.Contains(name.ToLowerInvariant()) ? $"The header '{name}' is derived from the body. Remove it."
            : name.Length == 0 ? "The name of a header is empty."
            : name.FirstOrDefault(character => !IsNameCharacter(character)) is not '\0' and var wrong ? $"'{Values.Shorten(name)}' is not a valid header name, because it contains {Describe(wrong)}."
            : null;
        if (problem is not null)
        {
            header.Report(Rule.WrongKind, header.KeySpan.Length == 0 ? header.ValueSpan : header.KeySpan, problem);
        }
    }

    private static void CheckValue(Slot header, BoundText text)
    {
        var literal = string.Concat(text.Parts.OfType<LiteralPart>().Select(part => part.Text));
        if (HeaderValue.Problem(literal) is { } problem)
        {
            header.Report(Rule.WrongKind, $"The value of the header '{Values.Shorten(header.Name)}' {problem}.");
        }
        else if (literal.Length > 0 && CredentialHeader.Is(header.Name) && text.InjectedFrom is null && text.Placeholders.All(placeholder => NameScope.BuiltIns.Contains(FreshValue.NameIn(placeholder.Name))))
        {
            header.Report(Rule.SecretInFile, $"The value of the header '{Values.Shorten(header.Name)}' does not belong in the file. Use a parameter with secret: true, such as \"{{token}}\".");
        }
    }

    private static bool IsNameCharacter(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || OtherNameCharacters.IndexOf(character) >= 0;

    private static string Describe(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) ? "whitespace" : $"'{character}'";
}
