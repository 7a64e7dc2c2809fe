using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors;

/// <summary>Checks a selector as far as that can be done without a page, and encodes the values in it.</summary>
public static class SelectorParser
{
    private const int BrittleNthChildren = 3;

    /// <summary>Parses a selector. No text makes it throw.</summary>
    /// <param name="template">The selector, taken apart into text and placeholders.</param>
    /// <param name="isSelectorText">Whether a name is a parameter of the type selector_text.</param>
    public static SelectorSyntax Parse(TemplateSyntax template, Func<string, bool> isSelectorText)
    {
        var flat = new FlatTemplate(template);
        var edits = new SelectorEdits(flat, isSelectorText);
        var readings = new List<PartReading>();
        var fault = CurlyQuotes.Find(flat);
        foreach (var part in SelectorChain.Split(flat))
        {
            // Two captures are the only mistake that no part shows alone.
            if (part.Capture && readings.Any(reading => reading.Part.Capture))
            {
                fault ??= new(part.Start, "there is a second '*', but only one part can be marked");
            }

            var reading = PartReader.Read(part, edits);
            readings.Add(reading);
            fault ??= reading.Fault;
        }

        var problem = fault is null
            ? null
            : new SyntaxProblem(Rule.InvalidSelector, 0, flat.SourceLength, $"Invalid selector: at character {flat.Position(fault.Index)}, {fault.What}" + (fault.What.EndsWith("?", StringComparison.Ordinal) ? string.Empty : "."));
        return new(
            edits.Build(),
            problem,
            problem is null ? Brittle(readings) : null,
            string.Join(" >> ", readings.Select(reading => (reading.Part.Capture ? "*" : string.Empty) + reading.Canonical)));
    }

    private static string? Brittle(IReadOnlyList<PartReading> readings)
    {
        if (readings.Any(reading => reading.IsAbsolutePath))
        {
            return "Brittle selector: an XPath from the document's root breaks with every change around the element; "
                + "locate the element by its role, text, label, or test id.";
        }

        var count = readings.Sum(reading => reading.NthChildren);
        return count < BrittleNthChildren
            ? null
            : $"Brittle selector: {count} nth-child positions break with every change around the element; "
                + "locate the element by its role, text, label, or test id.";
    }
}
