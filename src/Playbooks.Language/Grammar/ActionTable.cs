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
        new(ActionFacts.KeyPress, Presence.Optional, "Fills a field and presses a key on it; without a selector, types on the keyboard.", ParamKeys.Text, ParamKeys.Key, ParamKeys.Type)
        {
            Needs = ParamNeed.AtLeastOne,
        },
        new(ActionFacts.Scroll, Presence.Optional, "Scrolls the page or an element.", ParamKeys.Direction, ParamKeys.Amount),
        new(ActionFacts.WaitFor, Presence.Required, "Waits until an element is in a state.", ParamKeys.State),
        new(ActionFacts.Select, Presence.Required, "Chooses an option of a `<select>`, or several of a `<select multiple>`.", ParamKeys.Value, ParamKeys.Label, ParamKeys.Index)
        {
            Needs = ParamNeed.ExactlyOne,
        },
        new(ActionFacts.Evaluate, Presence.None, "Runs JavaScript in the page.", ParamKeys.Script, ParamKeys.Args)
        {
            Output = OutputKind.Text,
            OutputDocumentation = "the result as JSON text",
        },
        new(ActionFacts.Extract, Presence.Required, "Reads from an element, or from all that match.", ParamKeys.ExtractMode, ParamKeys.Attribute, ParamKeys.ExtractPattern, ParamKeys.AllElements, ParamKeys.As, ParamKeys.Culture)
        {
            Output = OutputKind.As,
            OutputDocumentation = "the text, or the typed value; a list with `all: true`",
        },
        new(ActionFacts.LlmExtract, Presence.Optional, "Reads the page and sends the step's `prompt` to a model.", ParamKeys.Mode, ParamKeys.As, ParamKeys.Shape, ParamKeys.Culture)
        {
            Output = OutputKind.As,
            OutputDocumentation = "the model's answer; a record with `shape`",
            NeedsPrompt = true,
        },
        new(ActionFacts.ApiRequest, Presence.None, "Sends the step's `request` with the cookies of the page.", ParamKeys.As, ParamKeys.Culture)
        {
            Output = OutputKind.As,
            OutputDocumentation = "the response, or a value from it",
            NeedsRequest = true,
        },
        new(ActionFacts.Upload, Presence.Required, "Sets the files of an `<input type=file>`, or of the file chooser that a click on another element opens.", ParamKeys.Files),
        new(ActionFacts.Hover, Presence.Required, "Moves the mouse over an element."),
        new(ActionFacts.Check, Presence.Required, "Checks a checkbox or radio button."),
        new(ActionFacts.Uncheck, Presence.Required, "Unchecks a checkbox."),
        new(ActionFacts.Screenshot, Presence.Optional, "Saves a screenshot to the run's folder.", ParamKeys.ScreenshotName),
        new(ActionFacts.Drag, Presence.Required, "Drags an element and drops it on another.", ParamKeys.DropTarget),
        new(ActionFacts.Focus, Presence.Required, "Moves the focus to an element."),
        new(ActionFacts.Back, Presence.None, "Goes back to the previous page in the history."),
        new(ActionFacts.Forward, Presence.None, "Goes forward to the next page in the history."),
        new(ActionFacts.Reload, Presence.None, "Reloads the page and waits for the document."),
        new(ActionFacts.Download, Presence.Required, "Clicks an element, waits for the download that it starts, and stores the file in the run's folder.", ParamKeys.NameContains)
        {
            DefaultTimeoutMs = 30000,
            Output = OutputKind.Text,
            OutputDocumentation = "the path of the stored file",
        },
        new(ActionFacts.SwitchPage, Presence.None, "Makes another open page the current one.", ParamKeys.Page, ParamKeys.PageUrl, ParamKeys.PageTitle)
        {
            Needs = ParamNeed.ExactlyOne,
        },
        new(ActionFacts.ClosePage, Presence.None, "Closes the current page, and goes back to the previous one."),
    ];

    /// <summary>Finds an action.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The action; null: there is none of this name.</returns>
    public static ActionDefinition? Find(string name) => All.FirstOrDefault(action => action.Name == name);
}
