namespace Playbooks.Shared;

/// <summary>Describes an action as the language and the runtime both know it. No other file lists the names of the actions.</summary>
internal sealed class ActionFacts
{
    private ActionFacts(string name) => Name = name;

    public static ActionFacts Goto { get; } = new("goto") { ChangesPage = true, ConfirmsChange = true, Effects = ActionEffects.Dialog };

    public static ActionFacts Click { get; } = new("click") { ChangesPage = true, Repeat = RepeatSafety.Unsafe, Effects = ActionEffects.DialogOrPage };

    public static ActionFacts KeyPress { get; } = new("key_press") { ChangesPage = true, Repeat = RepeatSafety.SafeToFill, Effects = ActionEffects.DialogOrPage };

    public static ActionFacts Scroll { get; } = new("scroll");

    public static ActionFacts WaitFor { get; } = new("wait_for") { ChecksPage = true };

    public static ActionFacts Select { get; } = new("select") { ChangesPage = true, Effects = ActionEffects.DialogOrPage };

    public static ActionFacts Evaluate { get; } = new("evaluate") { ChangesPage = true, Repeat = RepeatSafety.Unsafe, Effects = ActionEffects.DialogOrPage };

    public static ActionFacts Extract { get; } = new("extract") { ChecksPage = true };

    public static ActionFacts LlmExtract { get; } = new("llm_extract") { ChecksPage = true };

    public static ActionFacts ApiRequest { get; } = new("api_request") { Repeat = RepeatSafety.SafeToRead };

    public static ActionFacts Upload { get; } = new("upload") { ChangesPage = true, Effects = ActionEffects.DialogOrPage };

    public static ActionFacts Hover { get; } = new("hover") { Effects = ActionEffects.DialogOrPage };

    public static ActionFacts Check { get; } = new("check") { ChangesPage = true, Effects = ActionEffects.DialogOrPage };

    public static ActionFacts Uncheck { get; } = new("uncheck") { ChangesPage = true, Effects = ActionEffects.DialogOrPage };

    public static ActionFacts Screenshot { get; } = new("screenshot");

    public static ActionFacts Drag { get; } = new("drag") { ChangesPage = true, Repeat = RepeatSafety.Unsafe, Effects = ActionEffects.DialogOrPage };

    public static ActionFacts Focus { get; } = new("focus") { Effects = ActionEffects.DialogOrPage };

    public static ActionFacts Back { get; } = new("back") { ChangesPage = true, ConfirmsChange = true, Repeat = RepeatSafety.Unsafe, Effects = ActionEffects.Dialog };

    public static ActionFacts Forward { get; } = new("forward") { ChangesPage = true, ConfirmsChange = true, Repeat = RepeatSafety.Unsafe, Effects = ActionEffects.Dialog };

    public static ActionFacts Reload { get; } = new("reload") { ChangesPage = true, ConfirmsChange = true, Effects = ActionEffects.Dialog };

    public static ActionFacts Download { get; } = new("download") { ChecksPage = true, Repeat = RepeatSafety.Unsafe, Effects = ActionEffects.Dialog };

    public static ActionFacts SwitchPage { get; } = new("switch_page");

    public static ActionFacts ClosePage { get; } = new("close_page") { Repeat = RepeatSafety.Unsafe };

    /// <summary>Gets the name in the YAML. The step class of the action is named after it.</summary>
    public string Name { get; }

    /// <summary>Gets whether the action is intended to change what the page shows. A click is, and reading is not.</summary>
    public bool ChangesPage { get; private init; }

    /// <summary>Gets whether the action itself fails if its change did not happen, like opening a URL that does not exist.</summary>
    public bool ConfirmsChange { get; private init; }

    /// <summary>Gets whether the action fails unless the page is as expected, like reading an element or waiting for one.</summary>
    public bool ChecksPage { get; private init; }

    /// <summary>Gets whether the action can make the page show a dialog.</summary>
    public bool CanCauseDialog => Effects is ActionEffects.Dialog or ActionEffects.DialogOrPage;

    /// <summary>Gets whether the action can make the page open another page.</summary>
    public bool CanOpenPage => Effects == ActionEffects.DialogOrPage;

    private ActionEffects Effects { get; init; }

    private RepeatSafety Repeat { get; init; }

    /// <summary>Returns whether performing the action twice has the same effect as performing it once.</summary>
    /// <param name="hasSelector">Whether the step has a selector.</param>
    /// <param name="hasKey">Whether the step presses a key.</param>
    /// <param name="method">The HTTP method of the step's request, or null if it has none.</param>
    public bool IsSafeToRepeat(bool hasSelector, bool hasKey, string? method = null) => Repeat switch
    {
        RepeatSafety.Safe => true,
        RepeatSafety.SafeToFill => hasSelector && !hasKey,
        RepeatSafety.SafeToRead => method is null or "GET" or "HEAD",
        _ => false,
    };

    private enum ActionEffects
    {
        None,
        Dialog,
        DialogOrPage,
    }

    private enum RepeatSafety
    {
        Safe,
        Unsafe,

        // Filling a field twice is like filling it once. Typing on the keyboard and pressing a key are not.
        SafeToFill,

        // HTTP defines that these methods only read.
        SafeToRead,
    }
}
