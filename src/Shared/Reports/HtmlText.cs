using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Playbooks.Reports.Html;

/// <summary>Writes HTML. Literals in the code are markup; interpolated values are always encoded as text.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder html = new();

    /// <summary>Writes markup with interpolated texts.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Interpolation markup) => html.Append('\n');

    /// <summary>Writes markup that comes from this code, without encoding.</summary>
    public void Markup(string markup) => html.Append(markup);

    /// <summary>Writes an encoded text, in an element or in a quoted attribute.</summary>
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

    /// <summary>Separates markup from interpolated texts.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Interpolation
    {
        private readonly StringBuilder html;
        private readonly HtmlText text;

        // The lengths are not used, because a builder whose capacity is set repeatedly copies its content each time.
        public Interpolation(int literalLength, int formattedCount, HtmlText html) => (this.html, text) = (html.html, html);

        public void AppendLiteral(string markup) => html.Append(markup);

        public void AppendFormatted(string? value) => text.Text(value);

        public void AppendFormatted(int number) => html.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(long number) => html.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(double number, string format) => html.Append(number.ToString(format, CultureInfo.InvariantCulture));
    }
}
