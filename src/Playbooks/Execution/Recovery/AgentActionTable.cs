namespace Playbooks.Execution.Recovery;

/// <summary>The actions of recovery agents, with their params. <see cref="AgentStep"/> creates the step of each.</summary>
internal static class AgentActionTable
{
    /// <summary>Gets all actions.</summary>
    public static IReadOnlyList<RecoveryActionInfo> All { get; } =
    [
        Page(ActionFacts.Goto, "Opens a URL.", RecoveryScope.Navigate) with
        {
            Params = [new("url", "The URL: absolute, or relative to the base URL.") { IsRequired = true }, Word("allow_status", "Whether a page with an error status is accepted.", "true", "false")],
        },
        Element(ActionFacts.Click, "Clicks an element.", RecoveryScope.Navigate) with
        {
            Params =
            [
                Word("button", "The mouse button.", "left", "right", "middle"),
                Number("count", "How many times to click, from 1 to 3."),
                new("modifiers", "Keys that are held down, separated by commas: alt, control, meta, shift."),
            ],
        },
        Page(ActionFacts.KeyPress, "Types text into an element, presses a key, or both. Without an element, keyboard input goes to the focused element.", RecoveryScope.Interact) with
        {
            TakesSelector = true,
            Params = [new("text", "The text to type. It replaces the text of a field."), new("key", "The key to press after the text, such as Enter or Control+A.")],
        },
        Page(ActionFacts.Scroll, "Scrolls the page, or an element into view.", RecoveryScope.Read) with
        {
            TakesSelector = true,
            Params = [Word("direction", "Where to scroll. The default is into_view with an element, and down without one.", "up", "down", "left", "right", "into_view"), Number("amount", "The number of pixels.")],
        },
        Element(ActionFacts.WaitFor, "Waits for an element.", RecoveryScope.Read) with
        {
            Params = [Word("state", "What to wait for.", "visible", "hidden", "attached", "detached")],
        },
        Element(ActionFacts.Select, "Selects an option in a list, by value, label, or index.", RecoveryScope.FillForm) with
        {
            Params = [new("value", "The value of the option."), new("label", "The text of the option."), Number("index", "The position of the option, from 0.")],
        },
        Element(ActionFacts.Extract, "Reads an element.", RecoveryScope.Read) with
        {
            Params = [Word("mode", "What to read.", "text", "html", "value", "attribute"), new("attribute", "The name of the attribute, with mode attribute.")],
        },
        Element(ActionFacts.Hover, "Moves the mouse over an element.", RecoveryScope.Read),
        Element(ActionFacts.Check, "Checks a checkbox or a radio button.", RecoveryScope.FillForm),
        Element(ActionFacts.Uncheck, "Unchecks a checkbox.", RecoveryScope.FillForm),
        Page(ActionFacts.Screenshot, "Takes a screenshot for people, who review it later.", RecoveryScope.Read) with { TakesSelector = true, Params = [new("name", "The name of the file.")] },
        Element(ActionFacts.Upload, "Chooses the files of the step that is recovered.", RecoveryScope.FillForm),
    ];

    /// <summary>Returns the actions that are available while a step is recovered.</summary>
    /// <param name="action">The action of the step.</param>
    public static IReadOnlyList<RecoveryActionInfo> For(string action) =>
        [.. All.Where(one => one.Name != ActionFacts.Upload.Name || action == one.Name)];

    private static RecoveryActionInfo Page(ActionFacts facts, string description, RecoveryScope scope) =>
        new(facts.Name, description, scope) { ChangesPage = facts.ChangesPage };

    private static RecoveryActionInfo Element(ActionFacts facts, string description, RecoveryScope scope) =>
        Page(facts, description, scope) with { TakesSelector = true, RequiresSelector = true };

    private static RecoveryParamInfo Word(string name, string description, params string[] choices) => new(name, description) { Choices = choices };

    private static RecoveryParamInfo Number(string name, string description) => new(name, description) { IsNumber = true };
}
