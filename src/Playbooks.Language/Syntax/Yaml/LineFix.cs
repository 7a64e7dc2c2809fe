namespace Playbooks.Language.Syntax.Yaml;

/// <summary>A line with a probable mistake.</summary>
/// <param name="Index">Index of the character that is the cause.</param>
/// <param name="Reason">A sentence about it.</param>
/// <param name="Corrected">The line as it should read.</param>
/// <param name="Repaired">A line of the same length that can be read; null: there is none.</param>
/// <param name="Lost">Text that the repaired line no longer says.</param>
internal sealed record LineFix(int Index, string Reason, string Corrected, string? Repaired = null, string Lost = "")
{
    /// <summary>What connects the reason and the corrected line; null: the reason says all.</summary>
    public string? Lead { get; init; } = " The line should read: ";

    /// <summary>Whether the correction changes what the whole line says, so that no mistake of the line may remain.</summary>
    public bool IsWholeLine { get; init; }

    /// <summary>Whether the parser's place is better than <see cref="Index"/>, if it is on the same line.</summary>
    public bool IsAtStop { get; init; }

    /// <summary>Whether the corrected line leaves out something that was meant, so that it proves the cause but is not advice.</summary>
    public bool IsProofOnly { get; init; }

    /// <summary>Whether the reason is known only if the corrected line compiles.</summary>
    public bool IsGuess { get; init; }

    /// <summary>The finished message.</summary>
    /// <param name="shows">Whether the corrected line is shown.</param>
    public string Message(bool shows) =>
        shows ? Lead is null ? Reason : Reason + Lead + Corrected.Trim() : Reason.EndsWith(".", StringComparison.Ordinal) ? Reason : Reason + ".";
}
