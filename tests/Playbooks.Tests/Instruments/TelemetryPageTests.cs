using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Playbooks.Instrumentation;
using Playbooks.Tests.Architecture;

namespace Playbooks.Tests.Instruments;

/// <summary>docs/telemetry.md names all that there is, and nothing else.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "telemetry.md"));

    [Fact]
    public void Every_span_is_named() => Assert.Equal(Constants(typeof(Spans)), FirstColumn("Spans"));

    [Fact]
    public void Every_tag_is_named() => Assert.Equal(Constants(typeof(Tags)), FirstColumn("Tags"));

    [Fact]
    public void Every_instrument_stands_there_with_its_kind_unit_and_meaning()
    {
        var instruments = typeof(PlaybookMeter).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => property.GetValue(null))
            .OfType<Instrument>()
            .Select(instrument => $"| `{instrument.Name}` | {instrument.GetType().Name.Split('`')[0].ToLowerInvariant()} | `{instrument.Unit}` | {instrument.Description} |");

        Assert.Equal(instruments.Order(StringComparer.Ordinal), Rows("Measurements").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> FirstColumn(string section) => Rows(section).Select(row => Name().Match(row).Groups[1].Value).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Rows(string section) =>
        Page.Split("\n## ").Single(part => part.StartsWith(section + "\n", StringComparison.Ordinal)).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));

    [GeneratedRegex("^\\| `([^`]+)`")]
    private static partial Regex Name();
}
