using Playbooks.Language.Model;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Aria;
using Playbooks.Language.Syntax.Selectors;
using Playbooks.Language.Syntax.Text;
using Playbooks.Language.Syntax.Urls;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>Binds the texts of one step, or of the playbook itself: PB0101 to PB0103, PB0107 to PB0111, PB0113, PB0205 and PB0301 to PB0303.</summary>
/// <param name="reading">The file.</param>
/// <param name="scope">The names of the playbook.</param>
/// <param name="injections">What parameters put into the steps.</param>
/// <param name="place">The step; null: the playbook's own texts, where only parameters are known.</param>
internal sealed class TextBinder(Reading reading, NameScope scope, Injections injections, TextPlace? place)
{
    /// <summary>Binds a text.</summary>
    /// <param name="slot">Where it is due.</param>
    /// <param name="kind">Its grammar.</param>
    /// <param name="shown">Whether people see it, so it must not contain a secret.</param>
    public BoundText? Text(Slot slot, TemplateKind kind = TemplateKind.Text, bool shown = false) => Text(slot, kind, shown, out _);

    /// <summary>Binds a text that is checked further.</summary>
    /// <param name="slot">Where it is due.</param>
    /// <param name="isSound">Whether its placeholders are right, so that what it says can be judged.</param>
    /// <param name="shown">Whether people see it, so it must not contain a secret.</param>
    public BoundText? Text(Slot slot, out bool isSound, bool shown = false) => Text(slot, TemplateKind.Text, shown, out isSound);

    private BoundText? Text(Slot slot, TemplateKind kind, bool shown, out bool isSound)
    {
        isSound = false;
        if (slot.Text() is not { } scalar)
        {
            return null;
        }

        var template = Parse(slot, scalar, kind);
        isSound = template.Problems.Count == 0;
        if (shown)
        {
            RefuseSecrets(slot, scalar, template.Parts.OfType<Placeholder>());
        }

        return Bound(slot, scalar, template, Plain(template), shown);
    }

    /// <summary>Binds a URL; its syntax is checked, and where it leads is noted.</summary>
    /// <param name="slot">Where it is due.</param>
    /// <param name="isBase">Whether other URLs are resolved against it, so that it must be absolute.</param>
    public UrlText? Url(Slot slot, bool isBase = false)
    {
        if (slot.Text() is not { } scalar)
        {
            return null;
        }

        var template = Parse(slot, scalar, TemplateKind.Text);
        var url = UrlParser.Parse(TemplateHoles.In(template), isBase);
        if (url.Problem is { } problem)
        {
            slot.Report(Rule.InvalidUrl, LookAlikeRules.CurlyQuote("URL", scalar.Value) ?? problem.Message);
        }

        RefuseSecrets(slot, scalar, url.InPathOrQuery);
        // Where a finding is switched off, the other values are encoded all the same.
        var parts = template.Problems.Count == 0 ? url.Parts : UrlParser.Parse(template).Parts;
        var bound = Bound(slot, scalar, template, parts, shown: true);
        return new(bound, slot, url.Problem is null ? url.LiteralHost : null);
    }

    /// <summary>Binds a selector.</summary>
    /// <param name="slot">Where it is due.</param>
    /// <param name="earlier">The chain's selectors before this one, to find equal ones; null: it is not part of a chain.</param>
    public SelectorText? Selector(Slot slot, ISet<string>? earlier = null)
    {
        if (slot.Text() is not { } scalar)
        {
            return null;
        }

        var template = Parse(slot, scalar, TemplateKind.Text);
        var selector = SelectorParser.Parse(TemplateHoles.In(template), IsSelectorText);
        if (selector.Problem is { } problem)
        {
            slot.Report(Rule.InvalidSelector, problem.Message);
        }
        else if (selector.Brittle is { } brittle)
        {
            slot.Report(Rule.BrittleSelector, brittle);
        }

        if (earlier is not null && selector.Problem is null && template.Problems.Count == 0 && !earlier.Add(selector.Canonical))
        {
            slot.Report(Rule.RepeatedSelector, $"The selector '{Values.Shorten(scalar.Value)}' is repeated in this chain. The second one is never used.");
        }

        // Where a finding is switched off, the other values are encoded all the same.
        var parts = template.Problems.Count == 0 ? selector.Parts : SelectorParser.Parse(template, IsSelectorText).Parts;
        var bound = Bound(slot, scalar, template, parts, shown: false);
        return new(bound, slot, selector.Problem is null && template.Problems.Count == 0 ? selector.Canonical : null);
    }

    /// <summary>Binds an aria snapshot, whose syntax is checked: PB0801.</summary>
    public BoundText? AriaSnapshot(Slot slot)
    {
        if (Text(slot, out var isSound) is not { } text)
        {
            return null;
        }

        if (isSound && AriaSnapshotSyntax.FindProblem(text.Raw) is { } problem)
        {
            slot.Report(problem.Rule, reading.Span((ScalarNode)slot.Value, problem.Start, problem.Length), problem.Message);
        }

        return text;
    }

    /// <summary>Reads a whole number in the key's range, or the placeholder of one: PB0004 where its name is not an int.</summary>
    /// <param name="slot">Where it is due; null: nothing is written.</param>
    public NumberModel? Number(Slot? slot)
    {
        if (slot?.Value is not ScalarNode scalar || scalar.Value.IndexOf('{') < 0)
        {
            return slot?.Number() is { } number ? new(slot.Key, number) : null;
        }

        var template = Parse(slot, scalar, TemplateKind.Text);
        if (template.Problems.Count > 0)
        {
            return null;
        }

        if (template.Parts.Count != 1 || template.Parts[0] is not Placeholder placeholder)
        {
            slot.Report(Rule.WrongKind, $"'{slot.Name}' must be a whole number, or a placeholder for one with no text around it, not '{Values.Shorten(scalar.Value)}'.");
            return null;
        }

        if (IntPlaceholders.WhyUnfit(placeholder.Name, slot.Name, scope, place) is { } why)
        {
            slot.Report(Rule.WrongKind, why);
            return null;
        }

        return new(slot.Key, 0, placeholder.Name);
    }

    /// <summary>Reads a script, in which nothing is bound.</summary>
    public string? Script(Slot slot)
    {
        if (slot.Text() is not { } scalar)
        {
            return null;
        }

        if (scalar.Value.IndexOf('{') >= 0)
        {
            foreach (var problem in TemplateParser.FindInScript(scalar.Value, Known))
            {
                slot.Report(problem.Rule, reading.Span(scalar, problem.Start, problem.Length), problem.Message);
                MarkUses(scalar.Value.Substring(problem.Start, problem.Length));
            }
        }

        return scalar.Value;
    }

    /// <summary>Counts as used whatever a text that nobody could judge seems to name.</summary>
    public void MarkUses(string text)
    {
        foreach (var word in IdentifierWords.In(text))
        {
            if (scope.InSteps.Contains(word))
            {
                scope.Used.Add(word);
            }
            else if (reading.Suggest(word, scope.InSteps) is { } nearest)
            {
                scope.Used.Add(nearest);
            }
        }

        foreach (var name in scope.NamesLike(Fold(text)))
        {
            scope.Used.Add(name);
        }
    }

    private IReadOnlyCollection<string> Known => place is null ? scope.InUrls : place.NamesIn(scope);

    private bool IsSelectorText(string name) => scope.IsSelectorText(name) || place?.IsSelectorText(name) == true;

    private BoundText Bound(Slot slot, ScalarNode scalar, TemplateSyntax template, EquatableArray<TextPart> parts, bool shown) =>
        new(parts, scalar.Value, slot.ValueSpan, injections.TakeText(scalar, shown))
        {
            Placeholders = template.Parts.OfType<Placeholder>()
                .Select(placeholder => new PlaceholderModel(placeholder.Name, reading.Span(scalar, placeholder.Start, placeholder.Length)))
                .ToEquatableArray(),
        };

    private TemplateSyntax Parse(Slot slot, ScalarNode scalar, TemplateKind kind)
    {
        var value = scalar.Value;
        if (value.IndexOf('{') < 0 && value.IndexOf('}') < 0 && (kind == TemplateKind.Text || value.IndexOf('<') < 0))
        {
            // `>>` is an escape in a failure_message only.
            if (kind == TemplateKind.Text || value.IndexOf('>') < 0)
            {
                return new([new LiteralText(value, 0, value.Length)], []);
            }
        }

        var template = TemplateParser.Parse(value, kind, Known);
        foreach (var problem in template.Problems)
        {
            MarkUses(value.Substring(problem.Start, problem.Length));
            if (!scope.IsOpen || (problem.Rule != Rule.UndefinedInFailureMessage && problem.Rule != Rule.UndefinedPlaceholder))
            {
                // Without the dollar sign a plain text would start with a brace.
                var quotes = problem.Rule == Rule.ForeignPlaceholder && problem.Start == 0 && scalar.IsPlain ? " Put the text in quotes." : string.Empty;
                slot.Report(problem.Rule, reading.Span(scalar, problem.Start, problem.Length), SuppressionRules.AtText(slot, NotHere(problem, value) ?? problem.Message) + quotes);
            }
        }

        foreach (var part in template.Parts)
        {
            if (part is Placeholder placeholder)
            {
                Use(slot, scalar, placeholder);
            }
        }

        return template;
    }

    /// <summary>The sentence about a name that exists and cannot be used in this text; null: it is another one.</summary>
    private string? NotHere(SyntaxProblem problem, string value)
    {
        if (problem.Rule != Rule.UndefinedInFailureMessage && problem.Rule != Rule.UndefinedPlaceholder)
        {
            return null;
        }

        var name = value.Substring(problem.Start, problem.Length).Trim('{', '}', '<', '>');
        return scope.IsItem(name) ? $"'{name}' is the item of a for_each; only the steps inside that for_each can use it."
            : place is null && scope.InSteps.Contains(name) ? $"'{name}' can only be used in steps. Outside the steps, only parameters can be used."
            : null;
    }

    private void Use(Slot slot, ScalarNode scalar, Placeholder placeholder)
    {
        scope.Used.Add(placeholder.Name);
        if (scope.FreshProblem(placeholder.Name) is { } problem)
        {
            slot.Report(Rule.UnknownFormat, reading.Span(scalar, placeholder.Start, placeholder.Length), problem);
            return;
        }

        // Inside a loop, its item has the name, whatever else is wrong with it.
        if (place is not null && place.ItemType(placeholder.Name) is null && scope.StoredBy(placeholder.Name) is { } storing && !place.IsStored(placeholder.Name))
        {
            if (storing.Number < place.Number)
            {
                if (!scope.HasDefault(placeholder.Name))
                {
                    slot.Report(Rule.StoredOnSomePaths, reading.Span(scalar, placeholder.Start, placeholder.Length), place.WhyNotStored(placeholder.Name, storing));
                }

                return;
            }

            slot.Report(Rule.StoredLater, reading.Span(scalar, placeholder.Start, placeholder.Length), storing.Number == place.Number
                ? $"'{placeholder.Name}' is stored only when this step has ended; use it in a later step."
                : $"'{placeholder.Name}' is stored only later, by step {storing.Number}; move that step before this one.");
        }
    }

    private void RefuseSecrets(Slot slot, ScalarNode scalar, IEnumerable<Placeholder> placeholders)
    {
        foreach (var placeholder in placeholders)
        {
            if (scope.IsSecret(placeholder.Name))
            {
                slot.Report(Rule.SecretShown, reading.Span(scalar, placeholder.Start, placeholder.Length), $"'{placeholder.Name}' is a secret, and would be shown here; remove it.");
            }
        }
    }

    private static EquatableArray<TextPart> Plain(TemplateSyntax template)
    {
        var parts = new TextParts();
        foreach (var part in template.Parts)
        {
            _ = part is Placeholder placeholder ? parts.Add(new ValuePart(placeholder.Name)) : parts.Add(((LiteralText)part).Text);
        }

        return parts.ToList().ToEquatableArray();
    }

    /// <summary>A name without case and signs, as a near miss is compared.</summary>
    internal static string Fold(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
