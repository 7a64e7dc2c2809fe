namespace Playbooks.Xunit;

/// <summary>The test that runs a playbook. In xunit 2, a test has neither a token nor attachments.</summary>
internal static class CurrentTest
{
    /// <summary>Gets a token that is canceled when the test must end.</summary>
    public static CancellationToken CancellationToken => CancellationToken.None;

    /// <summary>Adds the evidence of a run to the result of the test.</summary>
    public static void Add(PlaybookResult run)
    {
    }
}
