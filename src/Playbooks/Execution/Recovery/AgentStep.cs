using System.Globalization;
using System.Text.Json;
using Playbooks.Steps;

namespace Playbooks.Execution.Recovery;

/// <summary>Creates the step that performs an action of a recovery agent.</summary>
/// <param name="action">The action.</param>
/// <param name="at">The step that the agent recovers.</param>
/// <param name="values">Fills in the values of a text. The second argument specifies whether the text is typed, because only then it can contain secrets.</param>
internal sealed class AgentStep(RecoveryAction action, Step at, Func<string, bool, string> values)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan NavigationTimeout = TimeSpan.FromSeconds(30);

    private readonly HashSet<string> known = [];

    /// <summary>Creates the step.</summary>
    /// <exception cref="PlaybookException">The action, its selector, or one of its params is invalid. The message says what is valid.</exception>
    public Step Create()
    {
        var step = Make();
        return action.Params.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw Invalid($"The action {action.Action} has no param '{unknown}'. {(known.Count == 0 ? "It takes none" : $"It takes {string.Join(", ", known)}")}.")
            : step;
    }

    private Step Make() => action.Action switch
    {
        "goto" => new GotoStep(Info(NavigationTimeout), Required("url")) { AllowStatus = Flag("allow_status") },
        "click" => new ClickStep(Info(), Element())
        {
            Button = Choice("button", MouseButton.Left),
            Count = Number("count", 1, 1, 3),
            Modifiers = [.. (Optional("modifiers") ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static name => Parse<ModifierKey>("modifiers", name))],
        },
        "key_press" => KeyPress(),
        "scroll" => Scroll(),
        "wait_for" => new WaitForStep(Info(), Element()) { State = Choice("state", ElementState.Visible) },
        "select" => new SelectStep(Info(), Element()) { Value = Optional("value"), Label = Optional("label"), Index = Number("index", -1, 0, 100_000) },
        "extract" => new ExtractStep(Info(), Element()) { Mode = Choice("mode", ExtractMode.Text), Attribute = Optional("attribute") },
        "hover" => new HoverStep(Info(), Element()),
        "check" => new CheckStep(Info(), Element()),
        "uncheck" => new UncheckStep(Info(), Element()),
        "screenshot" => new ScreenshotStep(Info(), action.Selector is null ? null : Element()) { Name = Optional("name") },
        "upload" when at is UploadStep upload => new UploadStep(Info(), Element(), upload.Files),
        "upload" => throw Invalid("The action upload is only available for an upload step, with the files of that step."),
        "evaluate" => throw Invalid("A recovery agent cannot run scripts. Use the actions on elements."),
        "api_request" => throw Invalid("A recovery agent cannot send requests. Use the actions on elements."),
        "llm_extract" => throw Invalid("A recovery agent reads the page by itself. Use extract, or the snapshot of the page."),
        _ => throw Invalid($"There is no action '{action.Action}'. Use one of {string.Join(", ", AgentActionTable.For(at.Info.Action).Select(static one => one.Name))}."),
    };

    private KeyPressStep KeyPress()
    {
        known.UnionWith(["text", "key"]);
        var (text, key) = (action.Params.GetValueOrDefault("text"), Optional("key"));
        return text is null && key is null
            ? throw Invalid("The action key_press needs the param text or key.")
            : new(Info(), action.Selector is null ? null : Element()) { Text = text is null ? null : values(text, true), Key = key };
    }

    private ScrollStep Scroll()
    {
        var chain = action.Selector is null ? null : Element();
        return new(Info(), chain)
        {
            Direction = Choice("direction", chain is null ? ScrollDirection.Down : ScrollDirection.IntoView),
            Amount = Number("amount", 600, 1, 100_000),
        };
    }

    private StepInfo Info(TimeSpan? timeout = null) => new()
    {
        Number = at.Info.Number,
        Path = at.Info.Path,
        Action = action.Action,
        Location = at.Info.Location,
        OnFailure = FailurePolicy.Abort,
        Attempts = 1,
        Timeout = timeout ?? Timeout,
    };

    private SelectorChain Element() => string.IsNullOrWhiteSpace(action.Selector)
        ? throw Invalid($"The action {action.Action} needs a selector.")
        : new(values(action.Selector, false));

    private string Required(string name) => Optional(name) ?? throw Invalid($"The action {action.Action} needs the param {name}.");

    private string? Optional(string name)
    {
        known.Add(name);
        return action.Params.TryGetValue(name, out var text) ? values(text, false) : null;
    }

    private int Number(string name, int otherwise, int least, int most)
    {
        if (Optional(name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Invalid($"The param {name} must be a whole number from {least} to {most}, but is '{text}'.");
    }

    private T Choice<T>(string name, T otherwise)
        where T : struct, Enum => Optional(name) is { } text ? Parse<T>(name, text) : otherwise;

    private bool Flag(string name) => Optional(name) switch
    {
        "true" => true,
        null or "false" => false,
        var text => throw Invalid($"The param {name} must be true or false, but is '{text}'."),
    };

    private static T Parse<T>(string name, string text)
        where T : struct, Enum => Enum.TryParse<T>(text.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
        ? value
        : throw Invalid($"The param {name} must be one of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))}, but is '{text}'.");

    private static PlaybookException Invalid(string sentence) => new(ErrorCode.InvalidRequest, sentence);
}
