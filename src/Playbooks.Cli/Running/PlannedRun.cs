using System.Globalization;
using System.Text.Json.Nodes;
using Playbooks.Language;
using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Cli.Running;

/// <summary>A run of a playbook that was compiled in memory.</summary>
/// <param name="Playbook">The playbook with its values.</param>
/// <param name="Request">The case that it runs, with what the case expects.</param>
internal sealed record PlannedRun(Playbook Playbook, RunRequest Request)
{
    /// <summary>Returns a run for each case of a playbook that is not skipped, or one run if the playbook has no cases.</summary>
    /// <param name="file">The playbook, which knows those that it calls.</param>
    /// <param name="entry">The compiled playbook.</param>
    /// <param name="given">Values that were given for this process; those of other playbooks are ignored. A case sets its values itself, but can omit some.</param>
    /// <exception cref="CommandException">A value is missing or invalid.</exception>
    public static IReadOnlyList<PlannedRun> Create(PlaybookFile file, PlaybookEntry entry, IReadOnlyDictionary<string, string> given)
    {
        var model = file.Model;
        var own = given.Where(value => model.Parameters.Any(parameter => parameter.Name == value.Key)).ToDictionary(StringComparer.Ordinal);
        return model.Cases.Count == 0
            ? [new(LocalRun.Create(entry, own), new())]
            : [.. model.Cases.Where(static one => one.Skip is null).Select(one => new PlannedRun(LocalRun.Create(entry, ValuesOf(one, own)), new() { Case = one.Name, Expectation = Expect(one, file) }))];
    }

    private static Dictionary<string, string> ValuesOf(CaseModel one, Dictionary<string, string> own)
    {
        var values = new Dictionary<string, string>(own, StringComparer.Ordinal);
        foreach (var value in one.With)
        {
            values[value.Name] = value.Value.IsList ? new JsonArray([.. value.Value.Items.Select(static item => (JsonNode)item)]).ToJsonString() : value.Value.Items[0];
        }

        return values;
    }

    private static RunExpectation Expect(CaseModel one, PlaybookFile file) => new()
    {
        Accept = one.Accepts switch
        {
            AcceptedOutcomes.Passed => Outcome.Passed,
            AcceptedOutcomes.Any => Outcome.Passed | Outcome.Flaky | Outcome.Recovered,
            _ => Outcome.Passed | Outcome.Flaky,
        },
        Failure = one.ExpectedFailure is null && one.AtStep is null ? null : new(one.ExpectedFailure, one.AtStep),
        Outputs = [.. one.ExpectedOutputs.Select(expected => Expect(expected, file.Model.StoredValues.First(stored => stored.Name == expected.Name)))],
        Location = new(one.Span.StartLine + 1, one.Span.StartColumn + 1, one.Span.EndLine + 1, one.Span.EndColumn + 1),
        Source = one.IsRow && file.Model.CaseFile is { Text: { } text, Path: var path } ? new(path, () => text) : null,
    };

    private static ExpectedOutput Expect(CaseValue expected, StoredValueModel stored) =>
        new(stored.Name, expected.Value.IsList ? List(stored.ItemType, expected.Value.Items) : Typed(stored.Type, expected.Value.Items[0]));

    // A list has the type that the generator gives it.
    private static object List(ValueType type, IEnumerable<string> texts) => type switch
    {
        ValueType.Int => texts.Select(text => (int)Typed(type, text)).ToArray(),
        ValueType.Decimal => texts.Select(text => (decimal)Typed(type, text)).ToArray(),
        ValueType.Bool => texts.Select(text => (bool)Typed(type, text)).ToArray(),
        ValueType.Date => texts.Select(text => (DateOnly)Typed(type, text)).ToArray(),
        _ => texts.ToArray(),
    };

    // The language has checked the text.
    private static object Typed(ValueType type, string text) => type switch
    {
        ValueType.Int => int.Parse(text, CultureInfo.InvariantCulture),
        ValueType.Decimal => decimal.Parse(text, CultureInfo.InvariantCulture),
        ValueType.Bool => text == "true",
        ValueType.Date => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };
}
