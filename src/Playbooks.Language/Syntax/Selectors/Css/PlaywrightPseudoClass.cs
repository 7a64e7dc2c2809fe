using System.Globalization;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Selectors.Css;

/// <summary>Checks the arguments of the pseudo-classes that Playwright answers for.</summary>
internal static class PlaywrightPseudoClass
{
    /// <summary>What is wrong with the arguments; null: nothing.</summary>
    /// <param name="template">The selector.</param>
    /// <param name="name">The pseudo-class, in lower case.</param>
    /// <param name="place">Index of the name.</param>
    /// <param name="arguments">The arguments; none where there are no parentheses.</param>
    public static SelectorFault? Fault(FlatTemplate template, string name, int place, IReadOnlyList<CssArgument> arguments)
    {
        // An unquoted value can be any argument, or several.
        if (arguments.Any(argument => argument.Kind == CssArgumentKind.Selector && template.HasValue(argument.Start, argument.End)))
        {
            return null;
        }

        return name switch
        {
            "visible" or "scope" => arguments.Count == 0 ? null : new(place, $"':{name}' takes no argument"),
            "text" or "text-is" or "has-text" => Texts(name, place, arguments, 1),
            "text-matches" => Texts(name, place, arguments, 2) ?? Pattern(template, arguments[0]),
            "nth-match" => NthMatch(template, place, arguments),
            "left-of" or "right-of" or "above" or "below" or "near" => Layout(name, place, arguments),
            _ => Selectors(name, place, arguments, arguments.Count),
        };
    }

    private static SelectorFault? Texts(string name, int place, IReadOnlyList<CssArgument> arguments, int most)
    {
        var wrong = arguments.FirstOrDefault(argument => argument.Kind != CssArgumentKind.Text);
        return wrong is not null ? new(wrong.Start, $"quoted text is expected in ':{name}(…)'")
            : arguments.Count == 0 ? new(place, $"':{name}' needs quoted text: ':{name}(\"…\")'")
            : arguments.Count > most ? new(arguments[most].Start, $"')' is expected: ':{name}' takes no more than {most} text argument{(most == 1 ? string.Empty : "s")}")
            : null;
    }

    private static SelectorFault? Pattern(FlatTemplate template, CssArgument argument)
    {
        var start = argument.Start + 1;
        var end = argument.End - 1;

        // With a CSS escape in it, the pattern differs from what is written.
        return template.Text.IndexOf('\\', start, end - start) >= 0 ? null : JavaScriptRegex.Check(template, start, end);
    }

    private static SelectorFault? NthMatch(FlatTemplate template, int place, IReadOnlyList<CssArgument> arguments)
    {
        if (arguments.Count < 2)
        {
            return new(place, "':nth-match' needs a selector and a one-based position: ':nth-match(…, 1)'");
        }

        var last = arguments[arguments.Count - 1];
        var number = template.Text.Substring(last.Start, last.End - last.Start);
        var isPosition = last.Kind == CssArgumentKind.Number
            && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var position)
            && position >= 1;
        return isPosition
            ? Selectors("nth-match", place, arguments, arguments.Count - 1)
            : new(last.Start, "a one-based position is expected");
    }

    private static SelectorFault? Layout(string name, int place, IReadOnlyList<CssArgument> arguments)
    {
        var hasDistance = arguments.Count > 1 && arguments[arguments.Count - 1].Kind == CssArgumentKind.Number;
        return Selectors(name, place, arguments, arguments.Count - (hasDistance ? 1 : 0));
    }

    private static SelectorFault? Selectors(string name, int place, IReadOnlyList<CssArgument> arguments, int count)
    {
        var wrong = arguments.Take(count).FirstOrDefault(argument => argument.Kind != CssArgumentKind.Selector);
        return wrong is not null ? new(wrong.Start, $"a selector is expected in ':{name}(…)', not text or a number")
            : count == 0 ? new(place, $"':{name}' needs a selector: ':{name}(…)'")
            : null;
    }
}
