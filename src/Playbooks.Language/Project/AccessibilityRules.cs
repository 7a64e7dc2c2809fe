using Playbooks.Language.Grammar;

namespace Playbooks.Language.Project;

/// <summary>Finds checks of accessibility in projects that do not reference the package for them (PB0202); the language itself knows no project.</summary>
internal static class AccessibilityRules
{
    /// <summary>Checks the steps of a playbook.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <returns>The findings by place; those that the file switches off are left out.</returns>
    public static IEnumerable<Finding> Check(PlaybookFile playbook) => playbook.Model.AllSteps()
        .Select(static step => step.Verify?.AccessibleSpan)
        .OfType<SourceSpan>()
        .Select(static span => new Finding(
            Rule.IncompleteAction,
            $"'{VerifyKeys.Accessible}' requires the package Playbooks.Accessibility, which this project does not reference. Add it: dotnet add package Playbooks.Accessibility",
            span))
        .Where(finding => !playbook.Suppressions.Cover(finding));
}
