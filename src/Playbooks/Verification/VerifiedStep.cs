using Playbooks.Recording;

namespace Playbooks.Verification;

/// <summary>What the expectations of a step need besides its page.</summary>
internal sealed record VerifiedStep
{
    /// <summary>Gets the number of the step.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the path of the playbook's file, as passed to the compiler.</summary>
    public required string SourcePath { get; init; }

    /// <summary>Gets what takes screenshots.</summary>
    public required ScreenshotTaker Screenshots { get; init; }

    /// <summary>Gets whether a screenshot that differs from the accepted one replaces it.</summary>
    public bool AcceptsScreenshots { get; init; }

    /// <summary>Gets what checks accessibility, or null.</summary>
    public IAccessibilityScanner? Accessibility { get; init; }
}
