using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules.Steps;

/// <summary>Reads what an action must cause beside its own work: a dialog, and a page (PB0802).</summary>
internal sealed class EffectRules(StepDraft step, ActionDefinition action, TextBinder binder)
{
    private static readonly string[] OwnPages = ["main", "newest"];

    /// <summary>The names of all pages of a playbook; null: steps that are not known in full may open and name others.</summary>
    public static IReadOnlyList<string>? PagesOf(StepRules steps) => steps.MayMissSteps || steps.All.Any(static draft => draft.IsUnknown)
        ? null
        : [.. OwnPages, .. steps.All.SelectMany(PagesOpenedBy)];

    /// <summary>The names of the pages that a step opens, valid or not.</summary>
    public static IEnumerable<string> PagesOpenedBy(StepDraft step) => step.Fields[StepKeys.Opens]?.Value is ScalarNode name ? [name.Value] : [];

    /// <summary>Whether a page is open from the start, or <c>newest</c>, which is always open.</summary>
    public static bool IsOwnPage(string name) => OwnPages.Contains(name);

    /// <summary>The dialog; null: there is none.</summary>
    public DialogModel? Dialog()
    {
        if (step.Fields[StepKeys.Dialog] is not { } slot || !IsPossible(slot, action.Facts.CanCauseDialog, "cause a dialog") || slot.Keys() is not { } fields)
        {
            return null;
        }

        var accept = fields[DialogKeys.Accept]?.Flag() ?? true;
        var expected = fields[DialogKeys.ExpectedText] is { } text ? binder.Text(text) : null;
        if (fields[DialogKeys.ExpectedText] is { } part)
        {
            AlwaysHolds.CheckText(part, expected, "Every dialog");
        }

        var answer = fields[DialogKeys.Answer] is { } reply ? binder.Text(reply) : null;
        if (!accept && fields[DialogKeys.Answer] is { } unused && answer is not { Raw: "" })
        {
            unused.Report(Rule.NotApplicable, unused.KeySpan, "'answer' can only be used with accept: true, because a dismissed prompt has no answer.");
        }

        return new(accept, expected, answer);
    }

    /// <summary>The name of the page; null: there is none.</summary>
    public string? Opens()
    {
        if (step.Fields[StepKeys.Opens] is not { } slot || !IsPossible(slot, action.Facts.CanOpenPage, "open a page") || slot.Text() is not { } scalar)
        {
            return null;
        }

        Identifiers.Check(slot, scalar, "The name of a page");
        if (IsOwnPage(scalar.Value))
        {
            slot.Report(Rule.InvalidName, $"'{scalar.Value}' is a reserved page name in switch_page. Choose another name.");
        }

        return scalar.Value;
    }

    private bool IsPossible(Slot slot, bool isPossible, string what)
    {
        if (!isPossible)
        {
            slot.Report(Rule.ImpossibleEffect, slot.KeySpan, $"The action {action.Name} cannot {what}. Remove '{slot.Name}', or move it to the step that does.");
            slot.Ignore();
        }

        return isPossible;
    }
}
