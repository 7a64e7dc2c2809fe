using System.CommandLine;
using Playbooks.Shared;

namespace Playbooks.Cli.Commands;

/// <summary>The option that sets the parameters of a playbook.</summary>
internal static class ParameterOption
{
    /// <summary>Creates the option.</summary>
    /// <param name="description">What it sets.</param>
    public static Option<string[]> Create(string description) => new("--parameter", "-p") { Description = description, DefaultValueFactory = _ => [] };

    /// <summary>Returns the values by the names of their parameters. A list is one value, with commas.</summary>
    /// <exception cref="CommandException">A value is missing, or a parameter has two.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> written)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in written)
        {
            var at = one.IndexOf('=', StringComparison.Ordinal);
            var name = at > 0 ? one[..at] : throw new CommandException($"The parameter '{one.Truncate(UnknownName.LongestName)}' has no value. Write it as -p name=value");
            if (!values.TryAdd(name, one[(at + 1)..]))
            {
                throw new CommandException($"The parameter '{name.Truncate(UnknownName.LongestName)}' has two values. Write it once; the items of a list are separated by commas: -p {name.Truncate(UnknownName.LongestName)}=1,2");
            }
        }

        return values;
    }
}
