using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Language.Grammar;

/// <summary>The params of actions. One that several actions take has one definition where it means the same.</summary>
public static class ParamKeys
{
    private const int LargestIndex = 100_000;

    private static readonly ValueType[] OutputTypes = [ValueType.String, ValueType.Int, ValueType.Decimal, ValueType.Bool, ValueType.Date];

    /// <summary><c>url</c> of goto.</summary>
    public static KeyDefinition Url { get; } = new("url", KeyKind.Url, "Where to go, absolute or relative to `base_url`.", "/orders") { Required = true };

    /// <summary><c>allow_status</c> of goto.</summary>
    public static KeyDefinition AllowStatus { get; } = new("allow_status", KeyKind.Bool, "Whether an HTTP status of 400 or more is accepted.", "true") { Default = "`false`" };

    /// <summary><c>button</c> of click.</summary>
    public static KeyDefinition Button { get; } = WordKey("button", "mouse_button", "The mouse button.", "right", "`left`", "left", "right", "middle");

    /// <summary><c>count</c> of click.</summary>
    public static KeyDefinition Count { get; } = new("count", KeyKind.Number, "The number of clicks.", "2") { Minimum = 1, Maximum = 3, Default = "1" };

    /// <summary><c>modifiers</c> of click.</summary>
    public static KeyDefinition Modifiers { get; } = new("modifiers", KeyKind.Words, "The keys that are held down.", "[Control, Shift]")
    {
        WordSet = "modifier_key",
        Words = [new("Alt"), new("Control"), new("Meta"), new("Shift")],
        Default = "none",
    };

    /// <summary><c>text</c> of key_press.</summary>
    public static KeyDefinition Text { get; } = new("text", KeyKind.Text, "The text to fill in or, without a selector, to type.", "\"42\"");

    /// <summary><c>key</c> of key_press.</summary>
    public static KeyDefinition Key { get; } = new("key", KeyKind.Key, "The key or chord to press, after the text.", "Control+A");

    /// <summary><c>type</c> of key_press.</summary>
    public static KeyDefinition Type { get; } = new("type", KeyKind.Bool, "Whether the text is typed key by key into the cleared field, for pages that react to each keystroke.", "true") { Default = "`false`", OnlyBeside = Text };

    /// <summary><c>direction</c> of scroll.</summary>
    public static KeyDefinition Direction { get; } = WordKey("direction", "scroll_direction", "Where to scroll.", "down", "into view with a selector, else `down`", "up", "down", "left", "right");

    /// <summary><c>amount</c> of scroll.</summary>
    public static KeyDefinition Amount { get; } = new("amount", KeyKind.Number, "The number of pixels.", "300") { Minimum = 1, Maximum = 100_000, Default = "600" };

    /// <summary><c>state</c> of wait_for.</summary>
    public static KeyDefinition State { get; } = new("state", KeyKind.Word, "The state to wait for.", "hidden")
    {
        WordSet = "element_state",
        Words = [new("visible"), new("hidden") { MeansGone = true }, new("attached"), new("detached") { MeansGone = true }],
        Default = "`visible`",
    };

    /// <summary><c>value</c> of select.</summary>
    public static KeyDefinition Value { get; } = new("value", KeyKind.TextOrTexts, "The option's value; for a `<select multiple>`, a list of values.", "\"2\"") { ListProperty = "Values" };

    /// <summary><c>label</c> of select.</summary>
    public static KeyDefinition Label { get; } = new("label", KeyKind.TextOrTexts, "The option's label; for a `<select multiple>`, a list of labels.", "Express") { ListProperty = "Labels" };

    /// <summary><c>index</c> of select.</summary>
    public static KeyDefinition Index { get; } = new("index", KeyKind.NumberOrNumbers, "The option's zero-based index; for a `<select multiple>`, a list of indexes.", "1") { Maximum = LargestIndex, ListProperty = "Indexes" };

    /// <summary><c>script</c> of evaluate.</summary>
    public static KeyDefinition Script { get; } = new("script", KeyKind.Script, "JavaScript, in which placeholders are not replaced: an expression, or a function of `args`.", "a => a.id") { Required = true };

    /// <summary><c>args</c> of evaluate.</summary>
    public static KeyDefinition Args { get; } = new("args", KeyKind.TextMap, "Values for the script, by name.", "{ id: \"42\" }");

    /// <summary><c>mode</c> of extract.</summary>
    public static KeyDefinition ExtractMode { get; } = new("mode", KeyKind.Word, "What is read.", "value")
    {
        WordSet = "extract_mode",
        Words = [new("text"), new("html"), new("value"), new(AttributeMode), new(CountMode) { Output = ValueType.Int, ProvesNothing = true }],
        Default = "`text`",
    };

    /// <summary><c>mode</c> of llm_extract.</summary>
    public static KeyDefinition Mode { get; } = WordKey("mode", "extract_mode", "What is read.", "value", "`text`", "text", "html", "value");

    /// <summary><c>attribute</c> of extract.</summary>
    public static KeyDefinition Attribute { get; } = new("attribute", KeyKind.Text, "The attribute's name; required with `mode: attribute`.", "href") { OnlyWith = new(ExtractMode, AttributeMode) };

    /// <summary><c>pattern</c> of extract.</summary>
    public static KeyDefinition ExtractPattern { get; } = new("pattern", KeyKind.Pattern, "A .NET regular expression that finds the value in the text: the first capture group, or the whole match. `as` converts the result.", "'#(\\d+)'") { NotWith = new(ExtractMode, CountMode) };

    /// <summary><c>all</c> of extract.</summary>
    public static KeyDefinition AllElements { get; } = new("all", KeyKind.Bool, "Whether every element that matches is read, into a list.", "true") { Default = "`false`", NotWith = new(ExtractMode, CountMode) };

    /// <summary><c>as</c> of extract, llm_extract and api_request.</summary>
    public static KeyDefinition As { get; } = new("as", KeyKind.Word, "The type of the output.", "int")
    {
        NotWith = new(ExtractMode, CountMode),
        WordSet = "value_kind",
        Words = [.. OutputTypes.Select(type => new Word(WordsOf<ValueType>.Word(type)))],
        Default = "`string`",
    };

    /// <summary><c>shape</c> of llm_extract.</summary>
    public static KeyDefinition Shape { get; } = new("shape", KeyKind.WordMap, "The fields of the answer with their types. The output is then a record; not with `as`.", "{ number: string, total: decimal }")
    {
        Words = As.Words,
        NotBeside = As,
    };

    /// <summary><c>culture</c> of extract, llm_extract and api_request.</summary>
    public static KeyDefinition Culture { get; } = new("culture", KeyKind.Culture, "The culture in which numbers and dates are written.", "de-DE") { Default = "`invariant`", NotWith = new(ExtractMode, CountMode) };

    /// <summary><c>files</c> of upload.</summary>
    public static KeyDefinition Files { get; } = new("files", KeyKind.Files, "The files, by paths relative to the playbook.", "[invoice.pdf]") { Required = true };

    /// <summary><c>name</c> of screenshot.</summary>
    public static KeyDefinition ScreenshotName { get; } = new("name", KeyKind.ShownText, "The name of the image in the run's folder.", "order");

    /// <summary><c>to</c> of drag.</summary>
    public static KeyDefinition DropTarget { get; } = new("to", KeyKind.Selector, "The element to drop on.", "\"#done\"") { Required = true };

    /// <summary><c>name_contains</c> of download.</summary>
    public static KeyDefinition NameContains { get; } = new("name_contains", KeyKind.Text, "A part of the name of the file.", ".csv");

    /// <summary><c>to</c> of switch_page.</summary>
    public static KeyDefinition Page { get; } = new("to", KeyKind.PageName, "`main`, the name that `opens` gave, or `newest`.", "main");

    /// <summary><c>url_contains</c> of switch_page.</summary>
    public static KeyDefinition PageUrl { get; } = new("url_contains", KeyKind.Text, "A part of the URL of the page.", "/terms");

    /// <summary><c>title_contains</c> of switch_page.</summary>
    public static KeyDefinition PageTitle { get; } = new("title_contains", KeyKind.Text, "A part of the title of the page.", "Terms");

    private const string AttributeMode = "attribute";
    private const string CountMode = "count";

    private static KeyDefinition WordKey(string name, string wordSet, string documentation, string example, string standard, params string[] words) =>
        new(name, KeyKind.Word, documentation, example) { WordSet = wordSet, Words = [.. words.Select(word => new Word(word))], Default = standard };
}
