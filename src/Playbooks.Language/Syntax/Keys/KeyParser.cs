using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Syntax.Keys;

/// <summary>Checks a Playwright key or chord, such as <c>Enter</c> or <c>Control+A</c>.</summary>
public static class KeyParser
{
    /// <summary>What is wrong with a key (PB0204); null: nothing. No text makes it throw.</summary>
    /// <param name="key">The key or chord, without placeholders.</param>
    public static SyntaxProblem? Check(string key) => null;
}
