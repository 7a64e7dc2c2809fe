using Xunit.Sdk;

namespace Playbooks.Xunit;

/// <summary>A run did not end as it should. The message is the whole report; the stack begins with the step's line in the YAML.</summary>
public sealed class PlaybookAssertionException : XunitException
{
    private readonly string? playbookFrame;

    internal PlaybookAssertionException(string message, PlaybookResult run)
        : base(Annotated(message, run)) => (Run, playbookFrame) = (run, PlaybookFrame.Of(run));

    /// <summary>The run, whose <see cref="PlaybookResult.Exception"/> is what was thrown in it. It is no inner exception, because test runners print the messages of those, and the report has said it.</summary>
    public PlaybookResult Run { get; }

    /// <summary>Where the failed step stands in the YAML, then where this was thrown.</summary>
    public override string? StackTrace => playbookFrame is null ? base.StackTrace : playbookFrame + Environment.NewLine + base.StackTrace;

    // `dotnet test` hides what a test process writes, but shows messages; a line that begins with the command is one to GitHub.
    private static string Annotated(string message, PlaybookResult run) =>
        run.Annotation is { } annotation ? message.TrimEnd() + "\n\n" + annotation : message;
}
