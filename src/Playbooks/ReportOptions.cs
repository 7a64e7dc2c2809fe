namespace Playbooks;

/// <summary>Selects the reports that a run writes in addition to the files in its folder.</summary>
public sealed record ReportOptions
{
    /// <summary>The environment variable that names the file or folder for JUnit XML.</summary>
    public const string JUnitVariable = "PLAYBOOKS_JUNIT";

    /// <summary>Gets where JUnit XML is written: a file whose name ends in <c>.xml</c>, or a folder that receives one file per run. The default, null, writes none.</summary>
    public string? JUnitPath { get; init; }

    /// <summary>Gets the GitHub Actions job that receives annotations and a summary. The default is null: no job.</summary>
    public GitHubActions? GitHub { get; init; }

    /// <summary>Gets where GitHub's workflow commands are written. The default discards them.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Gets the clock. The default is the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Creates the options that the environment variables <c>PLAYBOOKS_JUNIT</c>, <c>GITHUB_ACTIONS</c>, <c>GITHUB_WORKSPACE</c>, and <c>GITHUB_STEP_SUMMARY</c> request.</summary>
    /// <param name="variable">Returns the value of an environment variable, or null if it is not set.</param>
    /// <param name="output">Receives GitHub's workflow commands.</param>
    public static ReportOptions FromEnvironment(Func<string, string?> variable, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(output);
        return new()
        {
            JUnitPath = variable(JUnitVariable) is { Length: > 0 } path ? path : null,
            GitHub = variable("GITHUB_ACTIONS") == "true" ? new(variable("GITHUB_WORKSPACE"), variable("GITHUB_STEP_SUMMARY")) : null,
            Output = output,
        };
    }
}
