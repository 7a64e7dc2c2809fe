using System.Text.RegularExpressions;

namespace Playbooks.Texts;

/// <summary>Reads the address of a step in a run.</summary>
internal static partial class StepPath
{
    /// <summary>Returns the address of the step in the playbook of the run as it is written: without iterations, and without the steps of called playbooks.</summary>
    public static string AsWritten(string path)
    {
        var call = path.IndexOf('/', StringComparison.Ordinal);
        return Iterations().Replace(call < 0 ? path : path[..call], string.Empty);
    }

    /// <summary>Returns the id of the called playbook that the step belongs to, or null if it belongs to the playbook of the run.</summary>
    public static string? CalledPlaybook(string path)
    {
        var call = path.LastIndexOf('/');
        return call < 0 ? null : path[(call + 1)..path.IndexOf(':', call)];
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Iterations();
}
