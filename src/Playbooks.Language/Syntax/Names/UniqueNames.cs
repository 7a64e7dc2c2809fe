using System.Globalization;

namespace Playbooks.Language.Syntax.Names;

/// <summary>Gives names out, each once: a second <c>Open</c> is <c>Open_2</c>.</summary>
internal sealed class UniqueNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> taken = new(taken, StringComparer.Ordinal);
    private readonly Dictionary<string, int> next = new(StringComparer.Ordinal);

    /// <summary>The name, with a number where it was given out before.</summary>
    public string Take(string name)
    {
        if (taken.Add(name))
        {
            return name;
        }

        var number = next.TryGetValue(name, out var known) ? known : 2;
        string unique;
        do
        {
            unique = name + "_" + (number++).ToString(CultureInfo.InvariantCulture);
        }
        while (!taken.Add(unique));

        next[name] = number;
        return unique;
    }
}
