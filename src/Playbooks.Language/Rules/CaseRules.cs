using System.Globalization;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Names;
using Playbooks.Language.Syntax.Yaml;
using ExpectKeys = Playbooks.Language.Grammar.CaseKeys.ExpectKeys;

namespace Playbooks.Language.Rules;

/// <summary>Reads the playbook's own tests, wherever they are written: PB0701 to PB0704.</summary>
internal sealed class CaseRules(
    NameScope scope, IReadOnlyList<ParameterDraft> parameters, IReadOnlyList<StepDraft> steps, int stepCount, string testClass)
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    // A method cannot have the name of its class.
    private readonly UniqueNames methods = new([testClass]);

    /// <summary>Reads the cases; those with findings are left out.</summary>
    public List<CaseModel> Read(Slot? slot)
    {
        var cases = new List<CaseModel>();
        foreach (var item in slot?.Items() ?? [])
        {
            var before = item.Reading.Findings.Count;
            if (item.IsEmpty)
            {
                item.Report(Rule.MissingKey, item.KeySpan, $"The case is empty; it is missing the required key '{CaseKeys.Name}'.");
            }
            else if (item.Keys() is { } fields && Read(item, fields, before) is { } model)
            {
                cases.Add(model);
            }
        }

        return cases;
    }

    /// <summary>Reads one case.</summary>
    /// <param name="item">The case.</param>
    /// <param name="fields">Its keys.</param>
    /// <param name="before">The number of findings before anything of the case was read.</param>
    /// <returns>The case; null: it has findings, so that it is left out.</returns>
    public CaseModel? Read(Slot item, Fields fields, int before) =>
        ReadOne(item, fields) is { } model && !item.Muted && !item.Reading.Findings.Skip(before).Any(LeavesOut) ? model : null;

    /// <summary>Whether something of the case is missing in its model. A warning leaves nothing out, and no test may vanish for one.</summary>
    private static bool LeavesOut(Finding finding) => finding.Rule is { Severity: FindingSeverity.Error, LeavesRunnable: false };

    private CaseModel? ReadOne(Slot item, Fields fields)
    {
        var name = fields[CaseKeys.Name]?.Text()?.Value;
        if (name is not null && !names.Add(name))
        {
            fields[CaseKeys.Name]!.Report(Rule.DuplicateCase, $"There is already a case '{Values.Shorten(name)}'.");
        }

        var with = ReadWith(item.Reading, fields, item.Muted);
        var skip = fields[CaseKeys.Skip]?.Text()?.Value;
        var expect = fields[CaseKeys.Expect]?.Keys();
        var outputs = expect is null ? default : ReadOutputs(expect[ExpectKeys.Outputs]);
        var failure = expect?[ExpectKeys.Failure]?.Text()?.Value;
        if (expect?[ExpectKeys.Failure] is { } failureSlot)
        {
            AlwaysHolds.CheckFailure(failureSlot, failure);
        }

        var atStep = expect?[ExpectKeys.AtStep] is { } atSlot ? ReadAtStep(atSlot) : null;
        var accepts = expect is null ? default : ReadAccepted(expect);
        if (name is null)
        {
            return null;
        }

        return new CaseModel
        {
            Name = name,
            MethodName = methods.Take(CSharpNames.MethodName(name, [])),
            Span = item.ValueSpan,
            With = with,
            ExpectedOutputs = outputs,
            ExpectedFailure = failure,
            AtStep = atStep,
            Accepts = accepts,
            Skip = skip,
        };
    }

    private static AcceptedOutcomes ReadAccepted(Fields expect)
    {
        var outcome = expect[ExpectKeys.Outcome];
        var recovered = expect[ExpectKeys.Recovered];
        var isPassed = outcome?.Word() is not null;
        var isRecovered = recovered?.Flag() ?? false;
        var failure = expect.Has(ExpectKeys.Failure) ? ExpectKeys.Failure : expect.Has(ExpectKeys.AtStep) ? ExpectKeys.AtStep : null;
        if (failure is not null && outcome is not null)
        {
            outcome.Report(Rule.NotApplicable, outcome.KeySpan, $"'outcome' cannot be used with '{failure}', which expects a failed run. Remove one of them.");
        }

        if (isRecovered && (failure is not null || isPassed))
        {
            var why = failure is not null ? $"'{failure}', which expects a failed run" : "'outcome: passed', which accepts no recovered run";
            recovered!.Report(Rule.NotApplicable, recovered.KeySpan, $"'recovered: true' cannot be used with {why}. Remove one of them.");
        }

        return isPassed ? AcceptedOutcomes.Passed : isRecovered ? AcceptedOutcomes.Any : AcceptedOutcomes.PassedOrFlaky;
    }

    private EquatableArray<CaseValue> ReadWith(Reading reading, Fields fields, bool muted)
    {
        var slot = fields[CaseKeys.With];
        var at = slot?.KeySpan ?? (fields[CaseKeys.Name] is { } name ? name.IsEmpty ? name.KeySpan : name.ValueSpan : fields.Owner);
        var given = slot is null ? Fields.None(reading, at, muted: fields.IsIncomplete) : KeysOf(slot, parameters.Select(parameter => parameter.Model.Name), ParameterMistakes.UnknownParameter);
        if (given is null || muted || slot is { Muted: true })
        {
            return default;
        }

        var values = new List<CaseValue>();
        foreach (var parameter in parameters.GroupBy(parameter => parameter.Model.Name).Select(equal => equal.First()))
        {
            var value = given[parameter.Model.Name];
            if (value is null)
            {
                if (parameter.MustBeInCase && !given.IsIncomplete && !fields.IsIncomplete)
                {
                    reading.Report(Rule.MissingCaseParameter, at, ParameterMistakes.Missing("The case", parameter.Model.Name));
                }
            }
            else if (parameter.Check(value, Rule.InvalidCaseValue, $"'{parameter.Model.Name}'") is { } checkedValue)
            {
                values.Add(new(parameter.Model.Name, checkedValue) { Written = parameter.Model.Secret ? Written(value, checkedValue) : default });
            }
        }

        return values.ToEquatableArray();
    }

    private static EquatableArray<string> Written(Slot slot, ParameterValue value) =>
        (slot.Value is SequenceNode list ? list.Items : [slot.Value]).OfType<ScalarNode>()
            .Select(scalar => slot.Reading.Source(scalar).Trim().Trim('"', '\''))
            .Where(text => text.Length > 0 && !value.Items.Contains(text))
            .ToEquatableArray();

    private EquatableArray<CaseValue> ReadOutputs(Slot? slot)
    {
        if (slot is null || KeysOf(slot, steps.SelectMany(step => step.Stores).Select(stored => stored.Name), "Unknown output") is not { } expected)
        {
            return default;
        }

        var values = new List<CaseValue>();
        foreach (var output in expected.InOrder)
        {
            var stored = steps.SelectMany(step => step.Stores).FirstOrDefault(stored => stored.Name == output.Name);
            if (stored?.Type is not { } type)
            {
                // The type of the step's output is unknown, or the name does not belong to the step.
                output.Ignore();
            }
            else if (ReadOutput(output, type, stored) is { } value)
            {
                values.Add(new(output.Name, value));
            }
        }

        return values.ToEquatableArray();
    }

    private static ParameterValue? ReadOutput(Slot output, Model.ValueType type, StoredDraft stored)
    {
        var what = $"The output '{output.Name}'";
        if (type == Model.ValueType.Record)
        {
            return ReadRecord(output, stored.Shape, what);
        }

        if (type != Model.ValueType.List)
        {
            return ParameterDraft.TypedText(output, type, Rule.InvalidCaseValue, what) is { } text ? new(new([text]), IsList: false) : null;
        }

        var items = output.Items()?.Select(item => ParameterDraft.TypedText(item, stored.ItemType, Rule.InvalidCaseValue, what)).ToList();
        return items is null || items.Contains(null) ? null : new(items.OfType<string>().ToEquatableArray(), IsList: true);
    }

    /// <summary>The values of a record's fields, in the order of the record; null: a field is missing or does not fit, which is reported.</summary>
    private static ParameterValue? ReadRecord(Slot output, ShapeModel? shape, string what)
    {
        if (shape is null || output.Keys(MappingDefinition.FromNames(output.Name, shape.Fields.Select(static field => field.Name)), Rule.UnknownCaseName, $"{what} has no field") is not { } given)
        {
            output.Ignore();
            return null;
        }

        var missing = shape.Fields.Where(field => given[field.Name] is null).Select(static field => $"'{field.Name}'").ToList();
        if (missing.Count > 0 && !given.IsIncomplete && !given.HasUnknown)
        {
            output.Report(Rule.InvalidCaseValue, output.KeySpan, $"{what} is compared as a whole, so the case must also expect {string.Join(" and ", missing)}.");
        }

        var texts = shape.Fields.Select(field => given[field.Name] is { } value ? ParameterDraft.TypedText(value, field.Type, Rule.InvalidCaseValue, $"The field '{field.Name}'") : null).ToList();
        return texts.Contains(null) ? null : new(texts.OfType<string>().ToEquatableArray(), IsList: false);
    }

    /// <summary>Keys that name something declared; where a declaration could not be read, every name may be right.</summary>
    private Fields? KeysOf(Slot slot, IEnumerable<string> declared, string unknown)
    {
        var known = declared.ToList();
        if (scope.IsOpen && slot.Value is MappingNode mapping)
        {
            known.AddRange(mapping.Entries.Select(entry => (entry.Key as ScalarNode)?.Value).OfType<string>());
        }

        return slot.Keys(MappingDefinition.FromNames(slot.Name, known), Rule.UnknownCaseName, unknown);
    }

    private int? ReadAtStep(Slot slot)
    {
        if (slot.Text() is not { } scalar)
        {
            return null;
        }

        // A text without a dot that is not an id is a number: the one that messages show, which counts nested steps, too.
        if (steps.FirstOrDefault(step => step.Id == scalar.Value || (scalar.Value.Contains('.') && step.Address.ToString() == scalar.Value)) is { } found)
        {
            return found.Number;
        }

        if (CanonicalValue.IsWhole(scalar.Value)
            && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= stepCount)
        {
            return number;
        }

        if (!scope.IsOpen)
        {
            var nearest = slot.Reading.Suggest(scalar.Value, steps.Select(step => step.Id).OfType<string>());
            slot.Report(Rule.UnknownCaseName, $"There is no step '{Values.Shorten(scalar.Value)}'{Values.DidYouMean(nearest)}");
        }

        return null;
    }
}
