using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Playbooks.Texts;

namespace Playbooks.Verification;

/// <summary><c>expect_accessible</c>: the page has no accessibility violations.</summary>
internal sealed class AccessibilityExpectation(IPage page, IAccessibilityScanner? scanner, CancellationToken cancellationToken) : ILastExpectation
{
    private const int MostRules = 20;
    private const int MostElements = 5;

    public string Name => "expect_accessible";

    public string Expected => "no accessibility violations";

    public bool IsFree => false;

    public bool IsDecided => scanner is null;

    public async Task<ExpectationResult> LookAsync()
    {
        if (scanner is null)
        {
            return this.Failed("nothing has checked it; reference the package Playbooks.Accessibility");
        }

        var violations = await scanner.ScanAsync(page, cancellationToken).ConfigureAwait(false);
        return violations.Count == 0 ? this.Met("none were found") : this.Failed(Describe(violations));
    }

    public Task<ExpectationResult> ConcludeAsync(ExpectationResult result) => Task.FromResult(result);

    private static string Describe(IReadOnlyList<AccessibilityViolation> violations)
    {
        var text = new StringBuilder(violations.Count.Of("violation"));
        foreach (var one in violations.Take(MostRules))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{one.Rule} ({one.Impact}): {one.Help}");
            foreach (var element in one.Elements.Take(MostElements))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n  {element}");
            }

            AddRest(text, "  ", one.Elements.Count - MostElements, "element");
        }

        AddRest(text, string.Empty, violations.Count - MostRules, "rule");
        return text.ToString();
    }

    private static void AddRest(StringBuilder text, string indent, int count, string what)
    {
        if (count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{indent}and {count} more {(count == 1 ? what : what + "s")}");
        }
    }
}
