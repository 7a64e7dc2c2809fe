namespace Playbooks.Agent.Pages;

/// <summary>What a task may see and use: the scope of its actions, and the controls that its own words name.</summary>
/// <param name="scope">The scope.</param>
/// <param name="task">All texts of the task that its author has written.</param>
internal sealed class TaskScope(RecoveryScope scope, string task)
{
    private static readonly HashSet<string> Fields = ["textbox", "searchbox", "combobox", "listbox", "option", "checkbox", "radio", "switch", "slider", "spinbutton"];
    private static readonly HashSet<string> Buttons = ["button", "menuitem", "menuitemcheckbox", "menuitemradio"];
    private static readonly HashSet<string> Links = ["link", "tab", "treeitem"];

    /// <summary>Gets the scope.</summary>
    public RecoveryScope Scope => scope;

    /// <summary>Returns the scope that recovering a step needs: that of the step, and of the steps that the playbook performs afterwards.</summary>
    /// <param name="actions">The names of the actions of the failed step and of those after it.</param>
    /// <param name="known">The actions of agents.</param>
    public static RecoveryScope For(IEnumerable<string> actions, IReadOnlyList<RecoveryActionInfo> known)
    {
        // A page with a value can be behind a link.
        var least = RecoveryScope.Navigate;
        foreach (var action in actions)
        {
            var needed = known.FirstOrDefault(one => one.Name == action) is not { } info ? least
                : info.Params.Any(static one => one.Name == "text") ? RecoveryScope.FillForm
                : info.ChangesPage && info.Scope == RecoveryScope.Navigate && info.RequiresSelector ? RecoveryScope.Interact
                : info.Scope;
            least = needed > least ? needed : least;
        }

        return least;
    }

    /// <summary>Returns why an element must not be seen or used, or null if it may be.</summary>
    /// <param name="role">The role of the element.</param>
    /// <param name="name">Its name, with everything else that says what it is for.</param>
    /// <param name="url">The URL that it leads to, or null.</param>
    public string? WhyHidden(string role, string name, string? url)
    {
        var isButton = Buttons.Contains(role);
        var isLink = Links.Contains(role);
        if (Fields.Contains(role))
        {
            return scope < RecoveryScope.FillForm && role is not ("searchbox" or "option") ? "the task does not fill forms" : null;
        }

        if (!isButton && !isLink)
        {
            return null;
        }

        if (scope < RecoveryScope.Navigate)
        {
            return "the task only reads";
        }

        if (isButton && scope < RecoveryScope.Interact && !ControlWords.IsHarmless(name))
        {
            return "the task does not press buttons";
        }

        return WhyUnnamed(Words(name, url));
    }

    /// <summary>Returns why an element must not be acted on, or null if it may be.</summary>
    /// <param name="element">The element.</param>
    /// <param name="isPress">Whether it is clicked, or a key is pressed on it.</param>
    public string? WhyRefused(RecoveryElement element, bool isPress)
    {
        var isKnown = Fields.Contains(element.Role) || Links.Contains(element.Role);
        return WhyHidden(isPress && !isKnown ? "button" : element.Role, element.Name, element.Url)
            ?? (isPress && !Fields.Contains(element.Role) ? WhyUnnamed(Words($"{element.Name} {element.Hints}", element.Url)) : null);
    }

    /// <summary>Returns what an element does that cannot be undone, or null.</summary>
    public static string? WhyDestructive(string name, string? url) => ControlWords.In(Words(name, url), ControlWords.Destructive).FirstOrDefault()?.Name;

    private string? WhyUnnamed(string words) =>
        Unnamed(words, ControlWords.Destructive) is { } destructive ? $"it {destructive.Name} something, and the task does not say so"
        : Unnamed(words, ControlWords.Account) is { } account ? $"it {account.Name}, and the task does not say so"
        : null;

    private ControlWords? Unnamed(string text, IReadOnlyList<ControlWords> groups) =>
        ControlWords.In(text, groups).FirstOrDefault(group => !group.Pattern.IsMatch(task));

    // The last parts of a URL say what it does: /account/delete, /logout.
    private static string Words(string name, string? url) =>
        url is null ? name : $"{name} {string.Join(' ', url.Split('?', '#')[0].Split('/').TakeLast(2)).Replace('-', ' ').Replace('_', ' ')}";
}
