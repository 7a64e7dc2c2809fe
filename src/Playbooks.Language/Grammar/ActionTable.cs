namespace Playbooks.Language.Grammar;

/// <summary>Defines how each action of <see cref="ActionFacts"/> is written.</summary>
public static class ActionTable
{
    /// <summary>The actions, in the language's order.</summary>
    public static IReadOnlyList<ActionDefinition> All { get; } =
    [
        new(ActionFacts.Goto, Presence.None, "Opens a URL and waits for the document. An HTTP status of 400 or more fails the step.", ParamKeys.Url, ParamKeys.AllowStatus)
        {
            DefaultTimeoutMs = 30000,
        },
        new(ActionFacts.Click, Presence.Required, "Clicks an element, and waits for a navigation that the click starts.", ParamKeys.Button, ParamKeys.Count, ParamKeys.Modifiers),
        new(ActionFacts.KeyPress, Presence.Optional, "Fills a field and presses a key on it; without a selector, types at the keyboard.", ParamKeys.Text, ParamKeys.Key)
        {
            Needs = ParamNeed.AtLeastOne,
        },
        new(ActionFacts.Scroll, Presence.Optional, "Scrolls the page or an element.", ParamKeys.Direction, ParamKeys.Amount),
        new(ActionFacts.WaitFor, Presence.Required, "Waits until an element is in a state.", ParamKeys.State),
        new(ActionFacts.Select, Presence.Required, "Chooses an option of a `<select>`.", ParamKeys.Value, ParamKeys.Label, ParamKeys.Index)
        {
            Needs = ParamNeed.ExactlyOne,
        },
        new(ActionFacts.Evaluate, Presence.None, "Runs JavaScript in the page.", ParamKeys.Script, ParamKeys.Args)
        {
            Output = OutputKind.Text,
            OutputDocumentation = "the result as JSON text",
        },
        new(ActionFacts.Extract, Presence.Required, "Reads from an element.", ParamKeys.Mode, ParamKeys.Attribute, ParamKeys.As, ParamKeys.Culture)
        {
            Output = OutputKind.As,
            OutputDocumentation = "the text, or the typed value",
        },
        new(ActionFacts.LlmExtract, Presence.Optional, "Reads the page and asks a model the step's `prompt`.", ParamKeys.Mode, ParamKeys.As, ParamKeys.Culture)
        {
            Output = OutputKind.As,
            OutputDocumentation = "the model's answer",
            NeedsPrompt = true,
        },
        new(ActionFacts.ApiRequest, Presence.None, "Sends the step's `request` with the cookies of the page.", ParamKeys.As, ParamKeys.Culture)
        {
            Output = OutputKind.As,
            OutputDocumentation = "the response, or a value of it",
            NeedsRequest = true,
        },
        new(ActionFacts.Upload, Presence.Required, "Sets the files of an `<input type=file>`.", ParamKeys.Files),
        new(ActionFacts.Hover, Presence.Required, "Moves the mouse over an element."),
        new(ActionFacts.Check, Presence.Required, "Checks a checkbox or radio button."),
        new(ActionFacts.Uncheck, Presence.Required, "Unchecks a checkbox."),
        new(ActionFacts.Screenshot, Presence.Optional, "Saves a screenshot into the run's folder.", ParamKeys.ScreenshotName),
    ];

    /// <summary>Finds an action.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The action; null: there is none of this name.</returns>
    public static ActionDefinition? Find(string name) => All.FirstOrDefault(action => action.Name == name);
}
