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

    /// <summary>The beginning of a sentence about the value.</summary>
    public string Subject => IsItem ? $"Each item of '{Name}'" : $"'{Name}'";

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

    /// <summary>Reports a finding on the value, with what to write instead if that compiles.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="message">What is wrong, without its full stop.</param>
    /// <param name="choices">What may be written instead, the likeliest first.</param>
    public void Report(Rule rule, string message, IEnumerable<Correction> choices) => Report(rule, ValueSpan.Length == 0 ? KeySpan : ValueSpan, message, choices);

    /// <summary>Reports a finding, with what to write instead if that compiles.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="span">Its place.</param>
    /// <param name="message">What is wrong, without its full stop.</param>
    /// <param name="choices">What may be written instead, the likeliest first.</param>
    public void Report(Rule rule, SourceSpan span, string message, IEnumerable<Correction> choices)
    {
        if (!Muted)
        {
            Reading.Report(rule, span, message, choices.ToList());
        }
    }

    public void Ignore() => Reading.Ignore(Value);
}
