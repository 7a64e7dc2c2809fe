using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Orders.Pages;

/// <summary>Markup that is safe to send: interpolated texts are encoded, and other markup is not.</summary>
/// <param name="Text">The markup.</param>
public readonly record struct Html(string Text)
{
    public static Html Empty { get; } = new("");

    public static Html Of(HtmlWriter markup) => new(markup.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Text)));

    public override string ToString() => Text;
}

/// <summary>Builds markup from an interpolated string.</summary>
[InterpolatedStringHandler]
public readonly struct HtmlWriter
{
    private readonly StringBuilder builder;

    public HtmlWriter(int literalLength, int formattedCount) => builder = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string markup) => builder.Append(markup);

    public void AppendFormatted(Html markup) => builder.Append(markup.Text);

    public void AppendFormatted(string? text) => builder.Append(HtmlEncoder.Default.Encode(text ?? ""));

    public void AppendFormatted(int number) => builder.Append(number);

    public override string ToString() => builder.ToString();
}
