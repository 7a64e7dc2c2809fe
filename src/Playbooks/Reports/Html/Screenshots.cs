namespace Playbooks.Reports.Html;

/// <summary>Shows screenshots of a run's folder.</summary>
internal abstract class Screenshots
{
    /// <summary>Shows one, or says where it is.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="name">Its file name in the folder of screenshots.</param>
    /// <param name="what">What it shows, in words.</param>
    public void Write(HtmlText html, string name, string what)
    {
        if (IsSafe(name))
        {
            WriteSafe(html, name, what);
        }
    }

    /// <summary>Shows the one of an action, if it has one.</summary>
    public void Write(HtmlText html, ActionRecord action)
    {
        if (action.Screenshot is { } name)
        {
            Write(html, name, $"The page after step {action.Step}, try {action.Attempt}.");
        }
    }

    /// <summary>Whether a name leads nowhere else: one out of a damaged log must not lead out of the folder.</summary>
    protected static bool IsSafe(string name) => name.Length > 0 && name == Path.GetFileName(name) && !name.Contains('\\', StringComparison.Ordinal);

    /// <summary>Shows one whose name leads nowhere else.</summary>
    protected abstract void WriteSafe(HtmlText html, string name, string what);
}
