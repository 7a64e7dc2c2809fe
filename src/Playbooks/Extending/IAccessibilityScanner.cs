using Microsoft.Playwright;

namespace Playbooks;

/// <summary>Checks the accessibility of pages for <c>expect_accessible</c>. The package Playbooks.Accessibility contains an implementation that uses axe.</summary>
public interface IAccessibilityScanner
{
    /// <summary>Finds the accessibility violations of a page.</summary>
    /// <param name="page">The page, with its frames.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The violations, the most serious first.</returns>
    /// <exception cref="PlaywrightException">The page could not be checked.</exception>
    Task<IReadOnlyList<AccessibilityViolation>> ScanAsync(IPage page, CancellationToken cancellationToken);
}
