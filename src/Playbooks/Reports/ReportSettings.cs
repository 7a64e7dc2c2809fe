namespace Playbooks.Reports;

/// <summary>What is reported beyond the files of the run's own folder.</summary>
public sealed record ReportSettings
{
    /// <summary>The environment variable that names the file or folder for JUnit XML.</summary>
    public const string JUnitVariable = "PLAYBOOKS_JUNIT";

    /// <summary>Where JUnit XML is written: a file ending in <c>.xml</c>, or a folder that gets one file a run. Null: none is written.</summary>
    public string? JUnitPath { get; init; }

    /// <summary>What GitHub Actions says of itself; null: the run is not under it.</summary>
    public GitHubActions? GitHub { get; init; }

    /// <summary>Where GitHub's workflow commands are written. Default: nowhere.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Measures and waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What the environment asks for.</summary>
    /// <param name="variable">Gives an environment variable's value; null: it is not set.</param>
    /// <param name="output">Where GitHub's workflow commands are written.</param>
    public static ReportSettings FromEnvironment(Func<string, string?> variable, TextWriter output)
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

/// <summary>What GitHub Actions says of itself.</summary>
/// <param name="Workspace">Full path of the checked out repository; null: not said.</param>
/// <param name="SummaryPath">The file that the job's summary is appended to; null: there is none.</param>
public sealed record GitHubActions(string? Workspace, string? SummaryPath);
