namespace Playbooks.Language.Syntax.Text;

/// <summary>Writes text as YAML, for lines that messages show.</summary>
internal static class YamlText
{
    /// <summary>The text in quotes: double ones where nothing in it would have to be escaped.</summary>
    public static string Quote(string text) =>
        text.IndexOf('"') < 0 && text.IndexOf('\\') < 0 ? '"' + text + '"' : '\'' + text.Replace("'", "''") + '\'';

    /// <summary>A scalar's source as it can be written inside <c>{ }</c> or <c>[ ]</c>.</summary>
    public static string InFlow(string source) =>
        source.Length > 0 && source[0] is '"' or '\'' || source.IndexOfAny([',', '[', ']', '{', '}']) < 0 ? source : Quote(source);
}
