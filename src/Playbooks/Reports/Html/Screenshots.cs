namespace Playbooks.Reports.Html;

/// <summary>Renders the screenshots of a run's folder.</summary>
internal abstract class Screenshots
{
    /// <summary>Renders a screenshot, or a link to it.</summary>
    /// <param name="html">The writer.</param>
    /// <param name="name">The file name in the folder of screenshots.</param>
    /// <param name="what">The description of the screenshot.</param>
    public void Write(HtmlText html, string name, string what)
    {
        if (IsSafe(name))
        {
            WriteSafe(html, name, what);
        }
    }

    /// <summary>Renders the screenshot of an action, if there is one.</summary>
    public void Write(HtmlText html, ActionRecord action)
    {
        if (action.Screenshot is { } name)
        {
            Write(html, name, $"The page after step {action.Step}, attempt {action.Attempt}.");
        }
    }

    /// <summary>Determines whether a name is a plain file name, because a name from a damaged log must not lead out of the folder.</summary>
    protected static bool IsSafe(string name) => name.Length > 0 && name == Path.GetFileName(name) && !name.Contains('\\', StringComparison.Ordinal);

    /// <summary>Renders a screenshot whose name has been checked.</summary>
    protected abstract void WriteSafe(HtmlText html, string name, string what);
}
