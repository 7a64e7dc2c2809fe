using Playbooks.Language;
using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes the static description of a playbook; only what differs from the runtime's defaults.</summary>
internal static class DefinitionEmitter
{
    private static readonly GuardrailsModel Defaults = new();

    public static void Emit(CodeWriter code, PlaybookScope scope)
    {
        var model = scope.Model;
        code.Line("/// <summary>What this playbook is.</summary>");
        code.Open("public static " + RuntimeNames.PlaybookInfo + " Definition { get; } = new()");
        code.Line("Id = " + Literal.From(model.Id) + ",");
        code.Line("Name = " + Literal.From(model.Name) + ",");
        Text(code, "Description", model.Description);
        if (model.Tags.Count > 0)
        {
            code.Line("Tags = " + Literal.List(model.Tags) + ",");
        }

        if (model.AuthRequired is { } authRequired)
        {
            code.Line("AuthRequired = " + Literal.From(authRequired) + ",");
        }

        if (model.Credentials.ToList() is { Count: > 0 } credentials)
        {
            code.Line("Credentials = [" + string.Join(", ", credentials.Select(credential => "new(" + Literal.From(credential.Name) + (credential.Required ? ")" : ", Required: false)"))) + "],");
        }

        if (model.Captures.Count > 0)
        {
            code.Line("Captures = [" + string.Join(", ", model.Captures.Select(capture => "new(" + RuntimeNames.CaptureSource + capture.Source + ", " + Literal.From(capture.Key) + ", " + Literal.From(capture.StoreAs) + ")")) + "],");
        }

        List(code, "Parameters", model.Parameters, parameter => Parameter(parameter));
        if (OriginParameters(model.BaseUrl) is { Count: > 0 } names)
        {
            code.Line("BaseUrlParameters = " + Literal.List(names) + ",");
        }

        List(code, "Outputs", model.StoredValues, stored =>
            "Name = " + Literal.From(stored.Name) + ", Type = " + RuntimeNames.ParameterType + "." + stored.Type + (stored.Type == ValueType.List ? ", ItemType = " + RuntimeNames.ParameterType + "." + stored.ItemType : string.Empty) + (stored.IsSecret ? ", Secret = true" : string.Empty) + (stored.Default is { } standard ? ", Default = " + Literal.From(stored.Type, standard) : string.Empty));
        if (scope.Place.ScansAccessibility && model.AllSteps().Any(static step => step.Verify?.AccessibleSpan is not null))
        {
            code.Line("Accessibility = new " + RuntimeNames.AxeScanner + "(),");
        }

        Guardrails(code, model.Guardrails);
        code.Line("Steps = [" + string.Join(", ", scope.Steps.Select(StepInfosEmitter.NameOf)) + "],");
        code.Line("Source = " + Source(scope.Place.ShownPath, model.SourceText) + ",");
        var secrets = model.CaseSecrets().ToList();
        if (secrets.Count > 0)
        {
            code.Line("CaseSecrets = " + Literal.List(secrets) + ",");
        }

        code.Close("};");
    }

    /// <summary>A file with its text.</summary>
    public static string Source(string path, string text) => "new(" + Literal.From(path) + ", " + SourceText(text) + ")";

    // A user string takes two bytes a character of a heap that holds 16 MiB at most; bytes have no such limit, and need no lambda.
    private static string SourceText(string text) => Literal.IsWellFormed(text) ? Literal.From(text) + "u8" : "static () => " + Literal.From(text);

    private static string Parameter(ParameterModel parameter)
    {
        var members = new List<string>
        {
            "Name = " + Literal.From(parameter.Name),
            "Type = " + RuntimeNames.ParameterType + "." + parameter.Type,
        };
        if (parameter.Type == ValueType.List)
        {
            members.Add("ItemType = " + RuntimeNames.ParameterType + "." + parameter.ItemType);
        }

        Add(members, "Description", parameter.Description);
        if (parameter.Required)
        {
            members.Add("Required = true");
        }

        Add(members, "Default", parameter.Default is { } value ? string.Join(",", value.Items) : null);
        if (parameter.Choices.Count > 0)
        {
            members.Add("Choices = " + Literal.List(parameter.Choices.Select(choice => choice.Text)));
        }

        Add(members, "Pattern", parameter.Pattern);
        if (parameter.Secret)
        {
            members.Add("Secret = true");
        }

        return string.Join(", ", members);
    }

    /// <summary>The parameters that stand in a base URL's scheme, host or port.</summary>
    private static List<string> OriginParameters(BoundText? baseUrl)
    {
        if (baseUrl?.InjectedFrom is { } injected)
        {
            return [injected];
        }

        var names = new List<string>();
        var text = string.Empty;
        foreach (var part in baseUrl?.Parts ?? default)
        {
            if (part is LiteralPart literal)
            {
                text += literal.Text;
                var authority = text.IndexOf("//", StringComparison.Ordinal);
                if (authority >= 0 && text.IndexOfAny(['/', '\\', '?', '#'], authority + 2) >= 0)
                {
                    break;
                }
            }
            else if (part is ValuePart value)
            {
                names.Add(value.Name);
            }
        }

        return names;
    }

    /// <summary>A time span.</summary>
    public static string Milliseconds(int number) => Milliseconds(Literal.From(number));

    /// <summary>A time from the expression of its milliseconds.</summary>
    public static string Milliseconds(string number) => FrameworkNames.FromMilliseconds + "(" + number + ")";

    /// <summary>A place in the file.</summary>
    public static string Location(SourceSpan span) =>
        "new(" + string.Join(", ", new[] { span.StartLine, span.StartColumn, span.EndLine, span.EndColumn }.Select(zeroBased => Literal.From(zeroBased + 1))) + ")";

    private static void Guardrails(CodeWriter code, GuardrailsModel model)
    {
        var members = new List<string>();
        AddTexts(nameof(model.AllowedDomains), model.AllowedDomains);
        AddTexts(nameof(model.BlockedDomains), model.BlockedDomains);
        AddBool(nameof(model.AllowPrivateNetworks), model.AllowPrivateNetworks, Defaults.AllowPrivateNetworks);
        AddNumber(nameof(model.MaxUrlsVisited), model.MaxUrlsVisited, Defaults.MaxUrlsVisited);
        AddNumber(nameof(model.MaxConsecutiveErrors), model.MaxConsecutiveErrors, Defaults.MaxConsecutiveErrors);
        AddBool(nameof(model.EnableLlmActionCheck), model.EnableLlmActionCheck, Defaults.EnableLlmActionCheck);
        AddNumber(nameof(model.StuckWindowSize), model.StuckWindowSize, Defaults.StuckWindowSize);
        AddNumber(nameof(model.StuckRepeatHint), model.StuckRepeatHint, Defaults.StuckRepeatHint);
        AddNumber(nameof(model.StuckRepeatWarn), model.StuckRepeatWarn, Defaults.StuckRepeatWarn);
        AddNumber(nameof(model.StuckRepeatStop), model.StuckRepeatStop, Defaults.StuckRepeatStop);
        AddNumber(nameof(model.StuckCycleMaxLength), model.StuckCycleMaxLength, Defaults.StuckCycleMaxLength);
        AddNumber(nameof(model.StuckCycleRepeats), model.StuckCycleRepeats, Defaults.StuckCycleRepeats);
        AddNumber(nameof(model.StuckRevisitGap), model.StuckRevisitGap, Defaults.StuckRevisitGap);
        AddNumber(nameof(model.StuckFailureClusterWindow), model.StuckFailureClusterWindow, Defaults.StuckFailureClusterWindow);
        AddNumber(nameof(model.StuckFailureClusterThreshold), model.StuckFailureClusterThreshold, Defaults.StuckFailureClusterThreshold);
        if (members.Count > 0)
        {
            code.Line("Guardrails = new() { " + string.Join(", ", members) + " },");
        }

        void AddTexts(string name, EquatableArray<string> texts)
        {
            if (texts.Count > 0)
            {
                members.Add(name + " = " + Literal.List(texts));
            }
        }

        void AddBool(string name, bool value, bool standard)
        {
            if (value != standard)
            {
                members.Add(name + " = " + Literal.From(value));
            }
        }

        void AddNumber(string name, int value, int standard)
        {
            if (value != standard)
            {
                members.Add(name + " = " + Literal.From(value));
            }
        }
    }

    private static void List<T>(CodeWriter code, string name, IReadOnlyList<T> items, Func<T, string> members)
    {
        if (items.Count == 0)
        {
            return;
        }

        code.Open(name + " =", "[");
        foreach (var item in items)
        {
            code.Line("new() { " + members(item) + " },");
        }

        code.Close("],");
    }

    private static void Text(CodeWriter code, string name, string? text)
    {
        if (text is not null)
        {
            code.Line(name + " = " + Literal.From(text) + ",");
        }
    }

    private static void Add(List<string> members, string name, string? text)
    {
        if (text is not null)
        {
            members.Add(name + " = " + Literal.From(text));
        }
    }
}
