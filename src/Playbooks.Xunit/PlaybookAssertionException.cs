using Xunit.Sdk;

namespace Playbooks.Xunit;

/// <summary>The exception that is thrown when a run does not have the expected result. The message is the complete failure report, and the stack trace starts with the step's line in the YAML.</summary>
public sealed class PlaybookAssertionException : XunitException
{
    private readonly string? playbookFrame;

    internal PlaybookAssertionException(string message, PlaybookResult run)
        : base(Annotated(message, run)) => (Run, playbookFrame) = (run, PlaybookFrame.Find(run));

    /// <summary>Gets the run. Its <see cref="PlaybookResult.Exception"/> is not the inner exception, because test runners would print its message in addition to the report.</summary>
    public PlaybookResult Run { get; }

    /// <summary>Gets the location of the failed step in the YAML, followed by the location of the assertion.</summary>
    public override string? StackTrace => playbookFrame is null ? base.StackTrace : playbookFrame + Environment.NewLine + base.StackTrace;

    // `dotnet test` hides the output of a test process, but shows messages. GitHub accepts a line that starts with the command.
    private static string Annotated(string message, PlaybookResult run) =>
        run.GitHubAnnotation is { } annotation ? message.TrimEnd() + "\n\n" + annotation : message;
}
