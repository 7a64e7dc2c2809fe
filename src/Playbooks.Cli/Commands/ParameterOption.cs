using System.CommandLine;
using Playbooks.Shared;

namespace Playbooks.Cli.Commands;

/// <summary>The option that sets the parameters of a playbook.</summary>
internal static class ParameterOption
{
    /// <summary>Creates the option.</summary>
    /// <param name="description">What it sets.</param>
    public static Option<string[]> Create(string description) => new("--parameter", "-p") { Description = description, DefaultValueFactory = _ => [] };

    /// <summary>Returns the values by the names of their parameters. The last value of a name counts, as in most tools.</summary>
    /// <exception cref="CommandException">A value is missing.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> written)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in written)
        {
            var at = one.IndexOf('=', StringComparison.Ordinal);
            values[at > 0 ? one[..at] : throw new CommandException($"The parameter '{one.Truncate(UnknownName.LongestName)}' has no value. Write it as -p name=value")] = one[(at + 1)..];
        }

        return values;
    }
}
