namespace Playbooks.Language.Syntax.Yaml;

/// <summary>The cause of an unreadable text, where it is known.</summary>
/// <param name="Problem">PB0001 at the cause, with the line as it should read, if it compiles.</param>
/// <param name="Line">Zero-based line of the cause.</param>
/// <param name="Corrected">The line as it should read.</param>
/// <param name="Repaired">A line of the same length that can be read; null: there is none.</param>
/// <param name="Lost">Text that the repaired line no longer says.</param>
internal sealed record KnownCause(Finding Problem, int Line, string Corrected, string? Repaired, string Lost);
