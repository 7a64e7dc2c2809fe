using System.Text.Json;
using Playbooks.Generators.Tests.Harness;
using Playbooks.Language;

namespace Playbooks.Generators.Tests;

/// <summary>The runtime judges values as the compiler judges a case's, in the same words; and what it finds to fit, a playbook is made of.</summary>
public sealed class ParameterWordsTests : IDisposable
{
    private const int Rounds = 1000;

    private const string Playbook = """
        id: orders
        parameters:
          - { name: order_id, type: int }
          - { name: code, pattern: "[A-Z]{2}", default: DE }
          - { name: digits, type: int, pattern: "[0-9]{2}", required: false }
          - { name: size, choices: [Small, Extra Large], default: Small }
          - { name: level, type: int, choices: [1, 2], required: true, default: 1 }
          - { name: since, type: date, required: false }
          - { name: urgent, type: bool, default: false }
          - { name: rate, type: decimal, choices: [0.5, 1], required: false }
          - { name: label, type: selector_text, required: false }
          - { name: pin, secret: true, pattern: "[0-9]+", required: false }
          - { name: names, type: list, items: string, choices: [a, b], required: false }
          - { name: ids, type: list, items: int, required: false }
          - { name: rates, type: list, items: decimal, pattern: "[0-9.]+", default: [0.5] }
          - { name: flags, type: list, items: bool, required: false }
          - { name: days, type: list, items: date, required: false }
        steps:
          - { action: goto, params: { url: / } }
        """;

    private static readonly string[] Texts =
    [
        "", " ", "1", "+1", "-0", "007", "12", "2147483648", "1.0", "1.50", "0.5", ".5", "1.", "1e3", "true", "True", "false", "2024-01-31", "2024-02-30", "2024-1-1",
        "Small", "small", "Extra Large", "AB", "ABC", "é", "٣", "a", "b", "a,b", "'", "\"", "[", "[1", "a\nb", "0000-00-00", "79228162514264337593543950336", new('x', 100), new('9', 250),
    ];

    private static readonly string[] Strangers = ["order", "orderid", "Code", "cod", "siz", "zzz", "labels", "days_", "p", "", new('n', 90)];

    private readonly LoadedAssembly assembly = TestProject.Of(Playbook).Run().ShouldCompile().Load();

    public void Dispose() => assembly.Dispose();

    [Theory]
    [InlineData("order_id=x", "'order_id' must be a whole number; 'x' does not fit.")]
    [InlineData("order_id=1;pin=abc", "The value does not match the pattern of 'pin': [0-9]+")]
    [InlineData("order_id=1;size=Large", "'Large' is not one of the choices of 'size': Small, Extra Large.")]
    [InlineData("code=DE", "The run is missing the required parameter 'order_id'.")]
    [InlineData("orderid=1", "Unknown parameter 'orderid'. Did you mean 'order_id'?")]
    [InlineData("order_id=1;ids=1, x, 3", "'ids' must be a whole number; 'x' does not fit.")]
    [InlineData("order_id=1;ids=[1", "'ids' must be a list; '[1' does not fit.")]
    [InlineData("order_id=1;ids=[\"\\ud800\"]", "'ids' must be a list; '[\"\\ud800\"]' does not fit.")]
    public void A_mistake_is_told(string given, string message)
    {
        var values = given.Split(';').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        values.TryAdd("level", "1");

        Assert.Equal(message, Assert.Single(Entry.Check(values)).Message);
        Assert.ThrowsAny<ArgumentException>(() => Entry.Create(values));
    }

    [Fact]
    public void All_values_are_judged_as_the_compiler_judges_them_and_a_playbook_is_made_of_those_that_fit()
    {
        var random = new Random(4711);
        var (good, bad) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var values = Choose(random);

            var found = Entry.Check(values);

            Assert.Equal(FromCompiler(values), found.Select(finding => (finding.Id, finding.Message)).Order());
            var error = Record.Exception(() => Entry.Create(values));
            Assert.True(found.Count > 0 ? error is ArgumentException : error is null, $"{JsonSerializer.Serialize(values)}: {error?.Message ?? "made"}, though {found.Count} finding(s)");
            _ = found.Count > 0 ? bad++ : good++;
        }

        // Else this would show little.
        Assert.True(good > Rounds / 20 && bad > Rounds / 20, $"{good} good, {bad} bad");
    }

    [Fact]
    public void Hundreds_of_strange_names_get_no_more_suggestions_than_in_a_file()
    {
        var values = Enumerable.Range(0, 300).ToDictionary(number => $"cod{number}", _ => "1");

        Assert.Equal(FromCompiler(values), Entry.Check(values).Select(finding => (finding.Id, finding.Message)).Order());
    }

    private PlaybookEntry Entry => (PlaybookEntry)assembly.Assembly.GetType("Shop.Tests.PlaybookCatalog", throwOnError: true)!.GetMethod("Find")!.Invoke(null, ["orders"])!;

    private static Dictionary<string, string> Choose(Random random)
    {
        var values = new Dictionary<string, string>();
        foreach (var line in Playbook.Split('\n').Where(line => line.Contains("name: ", StringComparison.Ordinal)))
        {
            var name = line.Split("name: ")[1].Split(',')[0];
            var isList = line.Contains("type: list", StringComparison.Ordinal);
            var isRequired = name is "order_id" or "level";
            if (random.Next(isRequired ? 20 : 4) is var chance && (isRequired ? chance > 0 : chance == 0))
            {
                values[name] = isList ? JsonSerializer.Serialize(Enumerable.Range(0, random.Next(4)).Select(_ => Pick(name, random))) : Pick(name, random);
            }
        }

        if (random.Next(10) == 0)
        {
            values[Strangers[random.Next(Strangers.Length)]] = "1";
        }

        return values;
    }

    // Often what fits, so that some requests are right altogether.
    private static string Pick(string name, Random random) => random.Next(8) == 0 ? Texts[random.Next(Texts.Length)] : name switch
    {
        "order_id" or "level" or "pin" or "ids" => "1",
        "digits" => "+12",
        "code" => "AB",
        "size" => "Extra Large",
        "since" or "days" => "2024-01-31",
        "urgent" or "flags" => "true",
        "rate" or "rates" => "1.0",
        _ => "a",
    };

    /// <summary>What the compiler says of a case with these values.</summary>
    private static IOrderedEnumerable<(string Id, string Message)> FromCompiler(Dictionary<string, string> values)
    {
        var pairs = values.Select(pair => $"{JsonSerializer.Serialize(pair.Key)}: {(pair.Value.StartsWith("[\"", StringComparison.Ordinal) || pair.Value == "[]" ? pair.Value : JsonSerializer.Serialize(pair.Value))}");
        var text = $"{Playbook}\ncases:\n  - name: one\n    with: {{ {string.Join(", ", pairs)} }}\n";
        return PlaybookReader.Read("orders.playbook.yaml", text).Findings
            .Where(finding => finding.Id is "PB0701" or "PB0702" or "PB0703")
            .Select(finding => (finding.Id, finding.Message.Replace("The case is missing", "The run is missing", StringComparison.Ordinal)))
            .Order();
    }
}
