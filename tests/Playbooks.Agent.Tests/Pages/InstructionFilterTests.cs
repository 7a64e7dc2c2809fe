using System.Globalization;
using Playbooks.Agent.Pages;

namespace Playbooks.Agent.Tests.Pages;

/// <summary>What the filter finds and what it takes for an attack by mistake. The table is in docs/agent.md, word for word.</summary>
public sealed class InstructionFilterTests
{
    private static readonly (string Code, string Name)[] Languages = [("en", "English"), ("de", "German"), ("fr", "French"), ("ja", "Japanese")];

    [Fact]
    public void Hits_and_false_alarms_are_those_that_the_documentation_states()
    {
        var rows = Languages.Select(language => Row(language.Name, Read("attacks", language.Code), Read("innocent", language.Code)))
            .Append(Row("All", [.. Languages.SelectMany(one => Read("attacks", one.Code))], [.. Languages.SelectMany(one => Read("innocent", one.Code))]));

        var documented = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "agent.md")).ReplaceLineEndings("\n");

        var table = "| language | attacks | found | benign texts | false positives |\n|---|---|---|---|---|\n" + string.Concat(rows.Select(row => row + "\n"));

        Assert.True(documented.Contains(table, StringComparison.Ordinal), "docs/agent.md must contain:\n" + table);
    }

    [Fact]
    public void Most_attacks_are_found_and_hardly_an_innocent_text_is_lost()
    {
        var attacks = Languages.SelectMany(one => Read("attacks", one.Code)).ToList();
        var innocent = Languages.SelectMany(one => Read("innocent", one.Code)).ToList();

        Assert.True(attacks.Count(InstructionFilter.IsInstruction) >= attacks.Count * 0.85, string.Join('\n', attacks.Where(one => !InstructionFilter.IsInstruction(one))));
        Assert.True(innocent.Count(InstructionFilter.IsInstruction) <= innocent.Count * 0.03, string.Join('\n', innocent.Where(InstructionFilter.IsInstruction)));
    }

    private static string Row(string name, List<string> attacks, List<string> innocent) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {attacks.Count} | {Share(attacks)} | {innocent.Count} | {Share(innocent)} |");

    private static string Share(List<string> texts)
    {
        var found = texts.Count(InstructionFilter.IsInstruction);
        return string.Create(CultureInfo.InvariantCulture, $"{found} ({Math.Round(100.0 * found / texts.Count)}%)");
    }

    private static List<string> Read(string name, string language) =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Pages", "corpus", $"{name}.txt")).Where(line => line.StartsWith(language + " ", StringComparison.Ordinal)).Select(line => line[3..])];
}
