using Xunit.Sdk;

namespace Playbooks.Xunit;

/// <summary>A run did not end as it should. The message is the whole report; the stack begins with the step's line in the YAML.</summary>
public sealed class PlaybookAssertionException : XunitException
{
    private readonly string? playbookFrame;

    internal PlaybookAssertionException(string message, PlaybookResult run)
        : base(Annotated(message, run), run.Exception) => playbookFrame = PlaybookFrame.Of(run);

    /// <summary>Where the failed step stands in the YAML, then where this was thrown.</summary>
    public override string? StackTrace => playbookFrame is null ? base.StackTrace : playbookFrame + Environment.NewLine + base.StackTrace;

    // `dotnet test` hides what a test process writes, but shows messages; a line that begins with the command is one to GitHub.
    private static string Annotated(string message, PlaybookResult run) =>
        run.Annotation is { } annotation ? message.TrimEnd() + "\n\n" + annotation : message;
}
