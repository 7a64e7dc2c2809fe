using System.Collections;
using Playbooks.Browsing;

namespace Playbooks.Execution.Run;

/// <summary>The environment variables of Playbooks. One that is misspelled would be ignored in silence, and what it asks for with it.</summary>
internal static class EnvironmentNames
{
    private const string Prefix = "PLAYBOOKS_";

    /// <summary>All of them, also those of the other packages. Names that continue after <c>__</c> are known by what is before it.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        RunOptions.OutputVariable,
        RunOptions.TraceVariable,
        RunOptions.FailOnVariable,
        BrowserOptions.ExecutableVariable,
        ReportOptions.JUnitVariable,
        BrowserOptions.EngineVariable,
        BrowserOptions.HeadedVariable,
        RunOptions.SessionsVariable,
        RunOptions.UpdateScreenshotsVariable,
        CredentialVariable.Section,
        "PLAYBOOKS_API_KEY",
        "PLAYBOOKS_MODEL",
    ];

    /// <summary>Checks the variables of this process.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidRequest"/>: one is nearly the name of ours. Others may have variables with our prefix.</exception>
    public static void Check() => Check(Environment.GetEnvironmentVariables().Keys);

    /// <summary>Checks the names of variables.</summary>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.InvalidRequest"/>: one is nearly the name of ours.</exception>
    public static void Check(IEnumerable names)
    {
        foreach (var name in names.OfType<string>().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var own = name.Split("__")[0];
            if (own.Length > Prefix.Length && !Known.Contains(own) && NearestTo(own) is { } near)
            {
                throw new PlaybookException(ErrorCode.InvalidRequest, $"Unknown environment variable {name}. Did you mean {near}{name[own.Length..]}? Rename it, or remove it.");
            }
        }
    }

    // The prefix does not count as similarity.
    private static string? NearestTo(string name) =>
        NearestName.Find(name[Prefix.Length..], Known.Select(static known => known[Prefix.Length..])) is { } near ? Prefix + near : null;
}
