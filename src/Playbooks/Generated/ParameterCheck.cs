using System.ComponentModel;
using System.Text.RegularExpressions;

namespace Playbooks.Generated;

/// <summary>Validates the values of parameters. Called by generated code. A missing optional value (null) is always valid.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterCheck
{
    /// <summary>Returns the value if it is one of the choices.</summary>
    /// <exception cref="ArgumentException">The value is not one of the choices.</exception>
    public static TValue Choice<TValue>(string name, TValue value, params TValue[] choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (value is null || choices.Contains(value))
        {
            return value;
        }

        var allowed = string.Join(", ", choices.Select(Text));
        throw new ArgumentException(value is Secret
            ? $"The value of parameter '{name}' is not one of its choices."
            : $"The value '{Text(value)}' of parameter '{name}' is not one of its choices. Use one of: {allowed}.");
    }

    /// <summary>Returns the values if each is one of the choices.</summary>
    /// <exception cref="ArgumentException">A value is not one of the choices.</exception>
    public static IReadOnlyList<TValue> Choices<TValue>(string name, IReadOnlyList<TValue> values, params TValue[] choices)
    {
        foreach (var value in values ?? [])
        {
            Choice(name, value, choices);
        }

        return values!;
    }

    /// <summary>Returns the value if the pattern matches its whole text.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">A string, number, Boolean, date, or <see cref="Secret"/>. The pattern is matched against its invariant text.</param>
    /// <param name="pattern">The pattern of the playbook, anchored at both ends, with a time limit.</param>
    /// <exception cref="ArgumentException">The pattern does not match, or matching timed out.</exception>
    public static TValue Pattern<TValue>(string name, TValue value, Regex pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (value is null)
        {
            return value;
        }

        var shown = value is Secret ? "The value" : $"The value '{Text(value)}'";
        try
        {
            if (pattern.IsMatch(value is Secret secret ? secret.Reveal() : Text(value)))
            {
                return value;
            }
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ArgumentException(
                $"{shown} of parameter '{name}' could not be matched against its pattern {Written(pattern)} within {pattern.MatchTimeout.TotalSeconds:0.###} s. Simplify the pattern.");
        }

        throw new ArgumentException($"{shown} of parameter '{name}' does not match its pattern {Written(pattern)}.");
    }

    /// <summary>Returns the values if the pattern matches the whole text of each.</summary>
    /// <exception cref="ArgumentException">The pattern does not match a value, or matching timed out.</exception>
    public static IReadOnlyList<TValue> Patterns<TValue>(string name, IReadOnlyList<TValue> values, Regex pattern)
    {
        foreach (var value in values ?? [])
        {
            Pattern(name, value, pattern);
        }

        return values!;
    }

    private static string Written(Regex pattern)
    {
        var text = pattern.ToString();
        return text.StartsWith(@"\A(?:", StringComparison.Ordinal) && text.EndsWith(@")\z", StringComparison.Ordinal) ? text[5..^3] : text;
    }

    private static string Text<TValue>(TValue value) => Bind.Any(value) ?? string.Empty;
}
