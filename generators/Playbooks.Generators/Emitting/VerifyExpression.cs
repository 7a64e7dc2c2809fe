using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Turns a verify into a C# expression.</summary>
internal static class VerifyExpression
{
    private static readonly NumberModel DefaultTimeoutMs = new VerifyModel { KeySpan = default }.TimeoutMs;

    public static string From(VerifyModel verify, TextExpression text)
    {
        var members = new List<string>();
        Add(nameof(verify.UrlContains), verify.UrlContains);
        Add(nameof(verify.ElementVisible), verify.ElementVisible);
        Add(nameof(verify.ElementGone), verify.ElementGone);
        Add(nameof(verify.TextOnPage), verify.TextOnPage);
        Add(nameof(verify.TitleContains), verify.TitleContains);
        if (verify.Value is { } value)
        {
            members.Add("Value = new(" + text.Of(value.Selector) + ", " + text.Of(value.ExpectedText) + ")");
        }

        if (verify.Count is { } count)
        {
            members.Add("Count = new(" + text.Of(count.Selector) + ") { " + string.Join(", ", Numbers(count, text)) + " }");
        }

        if (verify.Attribute is { } attribute)
        {
            var expected = attribute.ExactText is { } exact ? "ExactText = " + text.Of(exact) : "ContainedText = " + text.Of(attribute.ContainedText!);
            members.Add("Attribute = new(" + text.Of(attribute.Selector) + ", " + text.Of(attribute.Name) + ") { " + expected + " }");
        }

        Add(nameof(verify.Url), verify.Url);
        if (verify.Text is { } element)
        {
            var expected = element.ExactText is { } exact ? "ExactText = " + text.Of(exact)
                : element.ContainedText is { } contained ? "ContainedText = " + text.Of(contained)
                : "Pattern = " + Literal.From(element.Pattern!);
            members.Add("Text = new(" + text.Of(element.Selector) + ") { " + expected + " }");
        }

        Add(nameof(verify.Enabled), verify.Enabled);
        Add(nameof(verify.Disabled), verify.Disabled);
        Add(nameof(verify.Checked), verify.Checked);
        Add(nameof(verify.Unchecked), verify.Unchecked);
        Add(nameof(verify.Focused), verify.Focused);
        if (verify.Aria is { } aria)
        {
            members.Add("Aria = new(" + text.Of(aria.Selector) + ", " + text.Of(aria.Snapshot) + ")");
        }

        AddFlag(nameof(verify.DialogGone), verify.DialogGone);
        AddFlag(nameof(verify.NoPageErrors), verify.NoPageErrors);
        if (verify.Screenshot is { } screenshot)
        {
            members.Add("Screenshot = new(" + text.Of(screenshot.Name) + ") { " + string.Join(", ", Members(screenshot, text)) + " }");
        }

        if (verify.Download is { } download)
        {
            members.Add("Download = new() { " + string.Join(", ", Members(download, text)) + " }");
        }

        AddFlag("Accessible", verify.AccessibleSpan is not null);
        AddFlag(nameof(verify.Soft), verify.Soft);
        if (verify.TimeoutMs != DefaultTimeoutMs)
        {
            members.Add("Timeout = " + DefinitionEmitter.Milliseconds(text.Of(verify.TimeoutMs)));
        }

        return members.Count == 0 ? "new()" : "new() { " + string.Join(", ", members) + " }";

        void AddFlag(string name, bool flag)
        {
            if (flag)
            {
                members.Add(name + " = true");
            }
        }

        void Add(string name, BoundText? bound)
        {
            if (bound is not null)
            {
                members.Add(name + " = " + text.Of(bound));
            }
        }
    }

    private static IEnumerable<string> Members(ScreenshotExpectation screenshot, TextExpression text)
    {
        if (screenshot.Selector is { } selector)
        {
            yield return "Selector = " + text.Of(selector);
        }

        if (screenshot.Mask.Count > 0)
        {
            yield return "Mask = [" + string.Join(", ", screenshot.Mask.Select(text.Of)) + "]";
        }

        if (screenshot.MaxDifferentPixels is { } pixels)
        {
            yield return "MaxDifferentPixels = " + Literal.From(pixels);
        }

        if (screenshot.MaxDifferentRatio is { } ratio)
        {
            yield return "MaxDifferentRatio = " + ratio;
        }
    }

    private static IEnumerable<string> Members(DownloadExpectation download, TextExpression text)
    {
        if (download.NameContains is { } name)
        {
            yield return "NameContains = " + text.Of(name);
        }

        if (download.AtLeastBytes is { } bytes)
        {
            yield return "AtLeastBytes = " + Literal.From(bytes);
        }
    }

    private static IEnumerable<string> Numbers(CountExpectation count, TextExpression text)
    {
        foreach (var (name, number) in new[] { ("Exactly", count.Exactly), ("AtLeast", count.AtLeast), ("AtMost", count.AtMost) })
        {
            if (number is { } known)
            {
                yield return name + " = " + text.Of(known);
            }
        }
    }
}
