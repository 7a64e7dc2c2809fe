namespace Playbooks.Language.Grammar;

/// <summary>Every action of the language; nowhere else is there a list of them.</summary>
public static class ActionTable
{
    /// <summary>The actions, in the language's order.</summary>
    public static IReadOnlyList<ActionDefinition> All { get; } =
    [
        new("goto", Presence.None, "Opens a URL and waits for the document. An HTTP status of 400 or more fails the step.", ParamKeys.Url, ParamKeys.AllowStatus)
        {
            DefaultTimeoutMs = 30000,
        },
        new("click", Presence.Required, "Clicks an element, and waits for a navigation that the click starts.", ParamKeys.Button, ParamKeys.Count, ParamKeys.Modifiers)
        {
            ChangesPage = true,
            Repeat = RepeatSafety.Unsafe,
        },
        new("key_press", Presence.Optional, "Fills a field and presses a key on it; without a selector, types at the keyboard.", ParamKeys.Text, ParamKeys.Key)
        {
            Needs = ParamNeed.AtLeastOne,
            ChangesPage = true,
            Repeat = RepeatSafety.SafeWhereItOnlyFills,
        },
        new("scroll", Presence.Optional, "Scrolls the page or an element.", ParamKeys.Direction, ParamKeys.Amount),
        new("wait_for", Presence.Required, "Waits until an element is in a state.", ParamKeys.State)
        {
            Checks = true,
        },
        new("select", Presence.Required, "Chooses an option of a `<select>`.", ParamKeys.Value, ParamKeys.Label, ParamKeys.Index)
        {
            Needs = ParamNeed.ExactlyOne,
            ChangesPage = true,
        },
        new("evaluate", Presence.None, "Runs JavaScript in the page.", ParamKeys.Script, ParamKeys.Args)
        {
            Output = OutputKind.Text,
            OutputDocumentation = "the result as JSON text",
            ChangesPage = true,
            Repeat = RepeatSafety.Unsafe,
        },
        new("extract", Presence.Required, "Reads from an element.", ParamKeys.Mode, ParamKeys.Attribute, ParamKeys.As, ParamKeys.Culture)
        {
            Output = OutputKind.As,
            OutputDocumentation = "the text, or the typed value",
            Checks = true,
        },
        new("llm_extract", Presence.Optional, "Reads the page and asks a model the step's `prompt`.", ParamKeys.Mode, ParamKeys.As, ParamKeys.Culture)
        {
            Output = OutputKind.As,
            OutputDocumentation = "the model's answer",
            NeedsPrompt = true,
            Checks = true,
        },
        new("upload", Presence.Required, "Sets the files of an `<input type=file>`.", ParamKeys.Files)
        {
            ChangesPage = true,
        },
        new("hover", Presence.Required, "Moves the mouse over an element."),
        new("check", Presence.Required, "Checks a checkbox or radio button.") { ChangesPage = true },
        new("uncheck", Presence.Required, "Unchecks a checkbox.") { ChangesPage = true },
        new("screenshot", Presence.Optional, "Saves a screenshot into the run's folder.", ParamKeys.ScreenshotName),
    ];

    /// <summary>Finds an action.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The action; null: there is none of this name.</returns>
    public static ActionDefinition? Find(string name) => All.FirstOrDefault(action => action.Name == name);
}
