using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Playbooks.Reports.Html;

/// <summary>Writes HTML. What stands in the code is markup; whatever is put into its braces is a text, and cannot become markup.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder html = new();

    /// <summary>Writes markup with texts in it.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Interpolation markup) => html.Append('\n');

    /// <summary>Writes markup that was written in this code or by this class.</summary>
    public void Markup(string markup) => html.Append(markup);

    /// <summary>Writes a text, in an element or in a quoted attribute.</summary>
    public void Text(string? text)
    {
        foreach (var character in text.AsSpan())
        {
            switch (character)
            {
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '&':
                    html.Append("&amp;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                default:
                    html.AppendVisibly(character);
                    break;
            }
        }
    }

    public override string ToString() => html.ToString();

    /// <summary>Takes markup and texts apart.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Interpolation
    {
        private readonly StringBuilder html;
        private readonly HtmlText text;

        // The lengths are not used: a builder that is given its capacity again and again copies itself each time.
        public Interpolation(int literalLength, int formattedCount, HtmlText html) => (this.html, text) = (html.html, html);

        public void AppendLiteral(string markup) => html.Append(markup);

        public void AppendFormatted(string? value) => text.Text(value);

        public void AppendFormatted(int number) => html.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(long number) => html.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(double number, string format) => html.Append(number.ToString(format, CultureInfo.InvariantCulture));
    }
}
