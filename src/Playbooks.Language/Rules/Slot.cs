using Playbooks.Language.Grammar;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>A place where a value is expected, with the value.</summary>
/// <param name="Reading">The file.</param>
/// <param name="Key">The key's definition.</param>
/// <param name="KeySpan">The place of the key; for an item of a list, the list's key.</param>
/// <param name="Value">The value.</param>
/// <param name="Muted">Whether nothing is reported, because the key itself is already a finding.</param>
internal sealed record Slot(Reading Reading, KeyDefinition Key, SourceSpan KeySpan, YamlNode Value, bool Muted)
{
    /// <summary>The key as authors write it.</summary>
    public string Name => Key.Name;

    /// <summary>Whether this is an item of a list.</summary>
    public bool IsItem { get; init; }

    public SourceSpan ValueSpan => Reading.Span(Value);

    /// <summary>Whether nothing is written here.</summary>
    public bool IsEmpty => Value is ScalarNode { IsEmpty: true };

    public void Report(Rule rule, SourceSpan span, string message)
    {
        if (!Muted)
        {
            Reading.Report(rule, span, message);
        }
    }

    /// <summary>Reports a finding on the value; where nothing is written there is no place but its key.</summary>
    public void Report(Rule rule, string message) => Report(rule, ValueSpan.Length == 0 ? KeySpan : ValueSpan, message);

    public void Ignore() => Reading.Ignore(Value);
}
