using System.Text.RegularExpressions;

namespace Playbooks.Tests.Architecture;

/// <summary>Finds a list of actions in C# where none belongs: an action is added by a file in Steps and an entry in the action table.</summary>
internal sealed partial class ActionLists(IReadOnlyCollection<string> actions)
{
    // One or two are a mention; three are a list that a new action would have to be added to.
    private const int Mentions = 2;

    /// <summary>The actions as the table's source declares them.</summary>
    public static IReadOnlyCollection<string> Declared(string tableSource) =>
        [.. Declaration().Matches(tableSource).Select(match => match.Groups[1].Value)];

    /// <summary>The actions that the source names in texts or by their step classes, where these are enough to be a list; else none.</summary>
    public IReadOnlyList<string> In(string source)
    {
        var named = actions.Where(action => Regex.IsMatch(source, $"\"{action}\"|\\b{StepClass(action)}\\b")).ToList();
        return named.Count > Mentions ? named : [];
    }

    private static string StepClass(string action) =>
        string.Concat(action.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Step";

    [GeneratedRegex("new\\(\"([a-z_]+)\", Presence\\.")]
    private static partial Regex Declaration();
}
