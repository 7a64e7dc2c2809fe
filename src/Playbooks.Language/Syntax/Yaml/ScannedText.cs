using System.Text;

namespace Playbooks.Language.Syntax.Yaml;

/// <summary>The text as the scanner is to see it: as long as the original, so that all offsets hold.</summary>
/// <remarks>
/// The scanner takes U+0085, U+2028 and U+2029 for line breaks, as YAML 1.1 did; in YAML 1.2 they are ordinary
/// characters. So each is replaced by a private character that the text does not hold, and put back into the values.
/// </remarks>
internal sealed class ScannedText
{
    private static readonly char[] Separators = ['\u0085', '\u2028', '\u2029'];
    private readonly char[] standIns = new char[3];
    private readonly bool replaced;

    public ScannedText(string text, int offset)
    {
        Text = offset == 0 ? text : text.Substring(offset);
        if (text.IndexOfAny(Separators) < 0)
        {
            return;
        }

        replaced = true;
        var candidate = '\uE000';
        var builder = new StringBuilder(Text);
        for (var i = 0; i < Separators.Length; i++)
        {
            while (text.IndexOf(candidate) >= 0 && candidate < '\uF8FF')
            {
                candidate++;
            }

            standIns[i] = candidate++;
            builder.Replace(Separators[i], standIns[i]);
        }

        Text = builder.ToString();
    }

    /// <summary>What the scanner reads.</summary>
    public string Text { get; }

    /// <summary>A value with its separators put back.</summary>
    public string Restore(string value)
    {
        if (!replaced)
        {
            return value;
        }

        for (var i = 0; i < Separators.Length; i++)
        {
            value = value.Replace(standIns[i], Separators[i]);
        }

        return value;
    }
}
