using System.Text.RegularExpressions;

namespace Playbooks.Language.Rules;

/// <summary>Reads .NET regexes (PB0501).</summary>
internal static class Patterns
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The regex that is written in a place; null: there is none, which is reported.</summary>
    public static Regex? Read(Slot slot)
    {
        if (slot.Text() is not { } scalar)
        {
            return null;
        }

        var regex = Read(scalar.Value, out var problem);
        if (problem is not null)
        {
            slot.Report(Rule.InvalidPattern, $"The pattern is not a valid .NET regular expression: {problem}");
        }

        return regex;
    }

    /// <summary>The regex that a whole value must match; null: the pattern is none, and why.</summary>
    public static Regex? Read(string pattern, out string? problem)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, MatchTimeout);

            // Read in its frame too: with (?x) a comment at the pattern's end would swallow the frame.
            var framed = new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, MatchTimeout);
            problem = null;
            return framed;
        }
        catch (ArgumentException exception)
        {
            problem = exception.Message;
            return null;
        }
    }

    /// <summary>Whether a value matches; one that takes longer than a run would allow does not.</summary>
    public static bool Matches(Reading reading, Regex regex, string text)
    {
        try
        {
            return !reading.MayMatch || regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            reading.CountTimeout();
            return false;
        }
    }
}
