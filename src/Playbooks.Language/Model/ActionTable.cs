namespace Playbooks.Language.Model;

/// <summary>Every action of the language; nowhere else is there a list of them.</summary>
public static class ActionTable
{
    private static readonly Word[] ExtractWords = [new("text"), new("html"), new("value"), new("attribute")];
    private static readonly Word[] AsWords = [new("string"), new("int"), new("decimal"), new("bool"), new("date")];

    /// <summary>The actions, in the language's order.</summary>
    public static EquatableArray<ActionDefinition> All { get; } = new(
    [
        new("goto", Presence.None)
        {
            Params = new([ParamDefinition.Of("url", ParamKind.Url) with { Required = true }, ParamDefinition.Of("allow_status", ParamKind.Bool)]),
            DefaultTimeoutMs = 30000,
        },
        new("click", Presence.Required)
        {
            Params = new(
            [
                ParamDefinition.OfWords("button", "mouse_button", "left", "right", "middle"),
                ParamDefinition.OfRange("count", 1, 3),
                ParamDefinition.OfWords("modifiers", "modifier_key", "Alt", "Control", "Meta", "Shift") with { Kind = ParamKind.Words },
            ]),
            ChangesPage = true,
            Repeat = RepeatSafety.Unsafe,
        },
        new("key_press", Presence.Optional)
        {
            Repeat = RepeatSafety.SafeWhereItOnlyFills,
            Params = new([ParamDefinition.Of("text", ParamKind.Text), ParamDefinition.Of("key", ParamKind.Key)]),
            Needs = ParamNeed.AtLeastOne,
            ChangesPage = true,
        },
        new("scroll", Presence.Optional)
        {
            Params = new(
            [
                ParamDefinition.OfWords("direction", "scroll_direction", "up", "down", "left", "right"),
                ParamDefinition.OfRange("amount", 1, 100000),
            ]),
        },
        new("wait_for", Presence.Required)
        {
            Params = new(
            [
                new("state", ParamKind.Word) { WordSet = "element_state", Words = new([new("visible"), new("hidden") { MeansGone = true }, new("attached"), new("detached") { MeansGone = true }]) },
            ]),
            Checks = true,
        },
        new("select", Presence.Required)
        {
            Params = new(
            [
                ParamDefinition.Of("value", ParamKind.Text),
                ParamDefinition.Of("label", ParamKind.Text),
                ParamDefinition.OfRange("index", 0, 100000),
            ]),
            Needs = ParamNeed.ExactlyOne,
            ChangesPage = true,
        },
        new("evaluate", Presence.None)
        {
            Params = new([ParamDefinition.Of("script", ParamKind.Script) with { Required = true }, ParamDefinition.Of("args", ParamKind.TextMap)]),
            Output = OutputKind.Text,
            ChangesPage = true,
            Repeat = RepeatSafety.Unsafe,
        },
        new("extract", Presence.Required)
        {
            Params = new(
            [
                new("mode", ParamKind.Word) { WordSet = "extract_mode", Words = new(ExtractWords) },
                ParamDefinition.Of("attribute", ParamKind.Text) with { OnlyWith = new("mode", "attribute") },
                new("as", ParamKind.Word) { WordSet = "value_kind", Words = new(AsWords) },
                ParamDefinition.Of("culture", ParamKind.Culture),
            ]),
            Output = OutputKind.As,
            Checks = true,
        },
        new("llm_extract", Presence.Optional)
        {
            Params = new(
            [
                new("mode", ParamKind.Word) { WordSet = "extract_mode", Words = new(ExtractWords) },
                new("as", ParamKind.Word) { WordSet = "value_kind", Words = new(AsWords) },
                ParamDefinition.Of("culture", ParamKind.Culture),
            ]),
            Output = OutputKind.As,
            NeedsPrompt = true,
            Checks = true,
        },
        new("upload", Presence.Required)
        {
            Params = new([ParamDefinition.Of("files", ParamKind.Files) with { Required = true }]),
            ChangesPage = true,
        },
        new("hover", Presence.Required),
        new("check", Presence.Required) { ChangesPage = true },
        new("uncheck", Presence.Required) { ChangesPage = true },
        new("screenshot", Presence.Optional) { Params = new([ParamDefinition.Of("name", ParamKind.ShownText)]) },
    ]);

    /// <summary>The action of this name; null: there is none.</summary>
    public static ActionDefinition? Find(string name) => All.FirstOrDefault(action => action.Name == name);
}

/// <summary>What the language knows about an action.</summary>
/// <param name="Name">Its name in the YAML; its step class in the runtime is the PascalCase of it and <c>Step</c>.</param>
/// <param name="Selector">Whether it takes a selector.</param>
public sealed record ActionDefinition(string Name, Presence Selector)
{
    /// <summary>Its params, required ones first.</summary>
    public EquatableArray<ParamDefinition> Params { get; init; }

    /// <summary>What must be there of the params that are not required one by one.</summary>
    public ParamNeed Needs { get; init; }

    /// <summary>What it gives.</summary>
    public OutputKind Output { get; init; }

    /// <summary>Whether it needs the step's prompt; no other action takes one.</summary>
    public bool NeedsPrompt { get; init; }

    /// <summary>Whether it changes the page, so that something ought to check what it did.</summary>
    public bool ChangesPage { get; init; }

    /// <summary>Whether it checks the page by itself, as wait_for and extract do.</summary>
    public bool Checks { get; init; }

    /// <summary>Whether it can be repeated safely after it was carried out.</summary>
    public RepeatSafety Repeat { get; init; }

    /// <summary>Milliseconds for a try where the step says nothing.</summary>
    public int DefaultTimeoutMs { get; init; } = 10000;

    /// <summary>Whether the action, with these params, expects its element to be gone.</summary>
    /// <param name="written">The params of the step.</param>
    internal bool ExpectsGone(IEnumerable<ParamModel> written) => written.OfType<WordParam>().Any(param =>
        Params.Any(definition => definition.Name == param.Name && definition.Words.Any(word => word.MeansGone && word.Text == param.Word)));
}

/// <summary>A param of an action.</summary>
/// <param name="Name">Its name in the YAML; its property in the runtime is the PascalCase of it.</param>
/// <param name="Kind">What its value is.</param>
public sealed record ParamDefinition(string Name, ParamKind Kind)
{
    /// <summary>Whether the action cannot do without it.</summary>
    public bool Required { get; init; }

    /// <summary>Name of the set of words, which names the runtime's enum in PascalCase.</summary>
    public string? WordSet { get; init; }

    /// <summary>The allowed words.</summary>
    public EquatableArray<Word> Words { get; init; }

    /// <summary>Smallest allowed number.</summary>
    public int Minimum { get; init; }

    /// <summary>Largest allowed number.</summary>
    public int Maximum { get; init; }

    /// <summary>The other param, and its word, that this one goes only with.</summary>
    public ParamCondition? OnlyWith { get; init; }

    internal static ParamDefinition Of(string name, ParamKind kind) => new(name, kind);

    internal static ParamDefinition OfWords(string name, string wordSet, params string[] words) =>
        new(name, ParamKind.Word) { WordSet = wordSet, Words = words.Select(word => new Word(word)).ToEquatableArray() };

    internal static ParamDefinition OfRange(string name, int minimum, int maximum) =>
        new(name, ParamKind.Int) { Minimum = minimum, Maximum = maximum };
}

/// <summary>An allowed word.</summary>
/// <param name="Text">The word as it is written.</param>
public sealed record Word(string Text)
{
    /// <summary>Whether the action then expects its element to be gone; by default an action needs its element.</summary>
    public bool MeansGone { get; init; }
}

/// <summary>Another param that must have this word.</summary>
public sealed record ParamCondition(string Param, string Word);

/// <summary>Whether an action that was carried out can be repeated safely.</summary>
public enum RepeatSafety
{
    /// <summary>It can.</summary>
    Safe,

    /// <summary>It cannot: each time may have an effect of its own.</summary>
    Unsafe,

    /// <summary>It can where it has a selector and no <c>key</c>, since filling a field twice is filling it once.</summary>
    SafeWhereItOnlyFills,
}

/// <summary>Whether something is there.</summary>
public enum Presence
{
    /// <summary>It must not be.</summary>
    None,

    /// <summary>It may be.</summary>
    Optional,

    /// <summary>It must be.</summary>
    Required,
}

/// <summary>What must be there of the params that are not required one by one.</summary>
public enum ParamNeed
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One or more of them.</summary>
    AtLeastOne,

    /// <summary>One of them and no other.</summary>
    ExactlyOne,
}

/// <summary>What an action gives.</summary>
public enum OutputKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Text, or what the param <c>as</c> says.</summary>
    As,
}

/// <summary>What a param's value is.</summary>
public enum ParamKind
{
    /// <summary>Text with placeholders.</summary>
    Text,

    /// <summary>Text with placeholders that people see, so that no secret may stand in it.</summary>
    ShownText,

    /// <summary>A URL with placeholders.</summary>
    Url,

    /// <summary>A Playwright key or chord.</summary>
    Key,

    /// <summary>JavaScript; never bound.</summary>
    Script,

    /// <summary>Paths of files, relative to the playbook.</summary>
    Files,

    /// <summary>Named texts.</summary>
    TextMap,

    /// <summary>A culture's name, such as <c>de-DE</c>.</summary>
    Culture,

    /// <summary>One of a set of words.</summary>
    Word,

    /// <summary>Some of a set of words.</summary>
    Words,

    /// <summary>A whole number in a range.</summary>
    Int,

    /// <summary>True or false.</summary>
    Bool,
}
