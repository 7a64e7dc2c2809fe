using System.Globalization;
using System.Text.RegularExpressions;

namespace Playbooks.Tests.Runs.Reports;

/// <summary>The colors of texts can be read on the colors behind them, in both schemes (WCAG 2, AA). The pages themselves are checked in one scheme each.</summary>
public sealed partial class ReportColorsTests
{
    private const double Readable = 4.5;
    private static readonly string Style = ReadStyle();

    public static TheoryData<string, string> Pairs => new()
    {
        { "text", "page" },
        { "text", "surface" },
        { "text", "sunken" },
        { "quiet", "page" },
        { "quiet", "surface" },
        { "quiet", "sunken" },
        { "link", "page" },
        { "link", "surface" },
        { "passed", "passed-soft" },
        { "flaky", "flaky-soft" },
        { "recovered", "recovered-soft" },
        { "failed", "failed-soft" },
        { "terminated", "terminated-soft" },
        { "running", "running-soft" },
        { "passed", "surface" },
        { "flaky", "surface" },
        { "recovered", "surface" },
        { "failed", "surface" },
        { "terminated", "surface" },
        { "running", "surface" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_text_can_be_read(string text, string behind)
    {
        var dark = Style.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        Assert.True(dark > 0);
        foreach (var scheme in new[] { Style[..dark], Style[dark..] })
        {
            var (one, other) = (Luminance(scheme, text), Luminance(scheme, behind));
            Assert.InRange((Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05), Readable, 21);
        }
    }

    private static double Luminance(string scheme, string name)
    {
        var hex = Color().Matches(scheme).First(match => match.Groups["name"].Value == name).Groups["hex"].Value;
        var channels = Enumerable.Range(0, 3).Select(channel => int.Parse(hex.AsSpan(channel * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(static value => value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    private static string ReadStyle()
    {
        using var style = new StreamReader(typeof(PlaybookRunner).Assembly.GetManifestResourceStream("Playbooks.report.css")!);
        return style.ReadToEnd();
    }

    [GeneratedRegex("--(?<name>[a-z-]+): #(?<hex>[0-9a-f]{6})")]
    private static partial Regex Color();
}
