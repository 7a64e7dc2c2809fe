using System.Text.RegularExpressions;

namespace Playbooks.Tests.Architecture;

/// <summary>Finds a list of actions in C# where none belongs: an action is added by a file in Steps and an entry in each of the two tables.</summary>
internal sealed partial class ActionLists(IReadOnlyCollection<string> actions)
{
    // One or two are a mention; three are a list that a new action would have to be added to.
    private const int Mentions = 2;

    /// <summary>The actions as the table's source declares them.</summary>
    public static IReadOnlyCollection<string> Declared(string tableSource) =>
        [.. Declaration().Matches(tableSource).Select(match => match.Groups[1].Value)];

    /// <summary>The actions that the source names in texts, by their facts, or by their step classes, where these are enough to be a list; else none.</summary>
    public IReadOnlyList<string> In(string source)
    {
        var named = actions.Where(action => Regex.IsMatch(source, $"\"{action}\"|\\bActionFacts\\.{Pascal(action)}\\b|\\b{Pascal(action)}Step\\b")).ToList();
        return named.Count > Mentions ? named : [];
    }

    /// <summary>The action's name as C# writes it: <c>KeyPress</c>.</summary>
    public static string Pascal(string action) =>
        string.Concat(action.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex("public static ActionFacts [A-Za-z]+ { get; } = new\\(\"([a-z_]+)\"\\)")]
    private static partial Regex Declaration();
}
