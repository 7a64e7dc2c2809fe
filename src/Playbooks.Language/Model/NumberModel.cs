using Playbooks.Language.Grammar;

namespace Playbooks.Language.Model;

/// <summary>A whole number of a step: what is written, or the value of a name that is known only in a run.</summary>
/// <param name="Key">The key, which has the range.</param>
/// <param name="Value">What is written; where a placeholder stands, it says nothing.</param>
/// <param name="Name">The parameter, stored value or item of type int whose placeholder stands here; null: a number is written.</param>
public sealed record NumberModel(KeyDefinition Key, int Value, string? Name = null)
{
    /// <summary>The number, if it is known without a run.</summary>
    public int? Written => Name is null ? Value : null;

    /// <summary>The number that holds where the key is not written.</summary>
    public static NumberModel Default(KeyDefinition key) => new(key, key.DefaultNumber);
}
