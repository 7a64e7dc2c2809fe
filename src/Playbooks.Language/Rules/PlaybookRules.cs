using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Rules.CaseFiles;
using Playbooks.Language.Rules.Flow;
using Playbooks.Language.Rules.Steps;
using Playbooks.Language.Syntax.Names;
using Playbooks.Language.Syntax.Yaml;

namespace Playbooks.Language.Rules;

/// <summary>Reads a whole playbook: its own keys here, and everything inside them by the other rules.</summary>
internal sealed class PlaybookRules(Reading reading, CaseFileMatch? match, CancellationToken cancellationToken)
{
    private readonly NameScope scope = new() { IsOpen = !reading.IsComplete };

    /// <summary>The findings in the file of cases.</summary>
    public IReadOnlyList<Finding> CaseFileFindings { get; private set; } = [];

    public PlaybookModel Read()
    {
        var fields = ReadKeys().Require(PlaybookKeys.Mapping);
        var id = fields[PlaybookKeys.Id]?.Text();
        if (id is not null)
        {
            Identifiers.Check(fields[PlaybookKeys.Id]!, id, "A playbook's id");
        }

        var parameters = fields[PlaybookKeys.Parameters] is { } declared ? new ParameterRules(reading, scope).Read(declared) : [];
        scope.IsOpen |= fields[PlaybookKeys.Parameters]?.Muted == true;
        var captureRules = new CaptureRules(scope);
        captureRules.Read(fields[PlaybookKeys.Capture]);
        var usableId = id is not null && Identifiers.Propose(id.Value) is { } near ? Identifiers.IsValid(id.Value) ? id.Value : near : IdOfFile(reading.Path);
        var className = CSharpNames.ClassName(usableId);
        var stepRules = new StepRules(reading, scope, className);
        foreach (var captured in captureRules.Values)
        {
            stepRules.Names.Reserve(captured.PropertyName, captured.Name);
        }

        var drafts = fields[PlaybookKeys.Steps] is { } list ? stepRules.Declare(list, "A playbook", static place => StepAddress.At(place)) : [];
        var last = fields[PlaybookKeys.Finally] is { } lastList ? stepRules.Declare(lastList, "'finally'", static place => StepAddress.At(place, PlaybookKeys.Finally.Name)) : [];
        var injections = new Injections(reading);
        foreach (var parameter in parameters)
        {
            if (parameter.Injection is { } path)
            {
                scope.Used.Add(parameter.Model.Name);
                injections.Add(parameter.Model, path, fields[PlaybookKeys.Steps]?.Value);
            }
        }

        var own = new TextBinder(reading, scope, injections, place: null);
        var baseUrl = fields[PlaybookKeys.BaseUrl] is { } baseSlot ? own.Url(baseSlot, isBase: true) : null;
        var startUrl = fields[PlaybookKeys.StartUrl] is { } startSlot ? own.Url(startSlot) : null;
        var authRules = new AuthRules(own);
        var login = authRules.Read(fields[PlaybookKeys.Auth]);
        var (steps, lastSteps) = stepRules.Read(drafts, last, injections);
        injections.ReportUntaken();
        var guardrails = GuardrailRules.Read(fields[PlaybookKeys.Guardrails]);
        var browser = new BrowserRules(own).Read(fields[PlaybookKeys.Browser]);
        var routeRules = new RouteRules(own);
        var routes = routeRules.Read(fields[PlaybookKeys.Routes]);
        DomainRules.Check(new[] { baseUrl, startUrl, authRules.LoginUrl }.OfType<UrlText>().Concat(stepRules.Urls).Concat(routeRules.Urls), guardrails, baseUrl?.Host);
        if (fields[PlaybookKeys.Steps] is { Muted: false })
        {
            CheckRules.Check(reading, StepRules.FlowOf(drafts, last), stepRules.All);
        }

        var caseRules = new CaseRules(scope, parameters, stepRules.All, stepRules.Count, CSharpNames.TestClassName(className));
        var cases = caseRules.Read(fields[PlaybookKeys.Cases]);
        var columns = new CaseColumns(parameters, stepRules.All.SelectMany(step => step.Stores), scope.IsOpen);
        var caseFile = new CaseFileRules(match, caseRules, columns).Read(fields[PlaybookKeys.CasesFrom], cancellationToken);
        CaseFileFindings = caseFile.Findings;
        UseRules.Check(reading, scope, parameters, own);
        return new PlaybookModel
        {
            Id = usableId,
            HasId = id is not null && fields[PlaybookKeys.Id] is { Muted: false },
            IdSpan = id is null ? fields.Owner : reading.Span(id),
            ClassName = className,
            Name = fields[PlaybookKeys.Name]?.Text()?.Value ?? usableId,
            Description = fields[PlaybookKeys.Description]?.Text()?.Value,
            Tags = (fields[PlaybookKeys.Tags]?.Items() ?? []).Select(tag => tag.Text()?.Value).OfType<string>().ToEquatableArray(),
            BaseUrl = baseUrl?.Text,
            StartUrl = startUrl?.Text,
            AuthRequired = fields[PlaybookKeys.AuthRequired]?.Flag(),
            Login = login,
            Captures = captureRules.Captures.ToEquatableArray(),
            Parameters = parameters.Where(parameter => parameter.IsTyped).Select(parameter => parameter.Model).ToEquatableArray(),
            StoredValues = captureRules.Values
                .Concat(stepRules.All.SelectMany(draft => draft.Stores.Where(static stored => stored is { IsTyped: true, IsRepeated: false }).Select(stored => Stored(draft, stored, stepRules.IsCertain(stored)))))
                .ToEquatableArray(),
            Browser = browser,
            Routes = routes,
            Guardrails = guardrails,
            Cases = cases.Concat(caseFile.Cases).ToEquatableArray(),
            CaseFile = caseFile.File,
            Steps = steps,
            Finally = lastSteps,
            SourceText = reading.Text,
            MayMissNames = scope.IsOpen,
        };
    }

    /// <summary>An id for a file that has none that can be used.</summary>
    public static string IdOfFile(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var dot = name.IndexOf('.');
        return Identifiers.Propose(dot > 0 ? name.Substring(0, dot) : name) ?? PlaybookKeys.Mapping.Name;
    }

    private Fields ReadKeys()
    {
        var start = reading.Lines.Span(reading.Lines.FirstOffset, reading.Lines.FirstOffset);
        switch (reading.Tree.Root)
        {
            case MappingNode root:
                return Fields.Read(reading, root, Values.FirstKey(reading, root, reading.Lines.Span(root.Start, root.Start)), PlaybookKeys.Mapping);
            case null or ScalarNode { Value: "", IsPlain: true }:
                return reading.IsComplete ? Fields.None(reading, start, muted: false) : Fields.None(reading, start, muted: true);
            default:
                var other = reading.Tree.Root;
                reading.Report(Rule.WrongKind, reading.Span(other), $"A playbook is a mapping of keys such as 'id: …' and 'steps: …', not {other.Kind}.");
                reading.Ignore(other);
                return Fields.None(reading, reading.Span(other), muted: true);
        }
    }

    private static StoredValueModel Stored(StepDraft draft, StoredDraft stored, bool isCertain) => new()
    {
        Name = stored.Name,
        PropertyName = CSharpNames.PropertyName(stored.Name),
        Type = stored.Type ?? Model.ValueType.String,
        ItemType = stored.ItemType,
        Shape = stored.Shape,
        StepNumber = draft.Number,
        Default = stored.Default,
        From = stored.From,
        IsCertain = isCertain,
    };
}
