using System.Globalization;
using System.Text.Encodings.Web;

namespace Playbooks.Agent.Goals;

/// <summary>Writes the values of a playbook.</summary>
internal static class DraftYaml
{
    /// <summary>Returns a text in quotes.</summary>
    public static string Text(string text) => text.Any(char.IsControl)
        ? $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\""
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Returns a <c>verify</c>.</summary>
    /// <param name="verify">What must hold.</param>
    /// <param name="bind">Puts placeholders in place of the values of the run.</param>
    public static string Verify(StepVerification verify, Func<string, string> bind)
    {
        string? Of(string? text) => text is null ? null : Text(bind(text));
        (string Key, string? Value)[] all =
        [
            ("expect_url_contains", Of(verify.UrlContains)),
            ("expect_element_visible", Of(verify.ElementVisible)),
            ("expect_element_gone", Of(verify.ElementGone)),
            ("expect_text_on_page", Of(verify.TextOnPage)),
            ("expect_title_contains", Of(verify.TitleContains)),
            ("expect_value", verify.Value is { } value ? Map(("selector", Of(value.Selector)), ("equals", Of(value.ExpectedText))) : null),
            ("expect_count", verify.Count is { } count ? Map(("selector", Of(count.Selector)), ("equals", Number(count.Exactly)), ("at_least", Number(count.AtLeast)), ("at_most", Number(count.AtMost))) : null),
            ("expect_attribute", verify.Attribute is { } attribute ? Map(("selector", Of(attribute.Selector)), ("name", Text(attribute.Name)), ("equals", Of(attribute.ExactText)), ("contains", Of(attribute.ContainedText))) : null),
            ("expect_url", Of(verify.Url)),
            ("expect_text", verify.Text is { } text ? Map(("selector", Of(text.Selector)), ("equals", Of(text.ExactText)), ("contains", Of(text.ContainedText)), ("matches", Of(text.Pattern))) : null),
            ("expect_enabled", Of(verify.Enabled)),
            ("expect_disabled", Of(verify.Disabled)),
            ("expect_checked", Of(verify.Checked)),
            ("expect_unchecked", Of(verify.Unchecked)),
            ("expect_focused", Of(verify.Focused)),
            ("expect_aria", verify.Aria is { } aria ? Map(("selector", Of(aria.Selector)), ("snapshot", Of(aria.Snapshot))) : null),
            ("expect_screenshot", verify.Screenshot is { } picture ? Map(("name", Of(picture.Name)), ("selector", Of(picture.Selector)), ("mask", List(picture.Mask, Of)), ("max_different_pixels", Number(picture.MaxDifferentPixels)), ("max_different_ratio", picture.MaxDifferentRatio?.ToString(CultureInfo.InvariantCulture))) : null),
            ("expect_download", verify.Download is { } download ? Map(("name_contains", Of(download.NameContains)), ("at_least_bytes", Number(download.AtLeastBytes))) : null),
            ("expect_accessible", verify.Accessible ? "true" : null),
            ("expect_dialog_gone", verify.DialogGone ? "true" : null),
            ("expect_no_page_errors", verify.NoPageErrors ? "true" : null),
            ("soft", verify.Soft ? "true" : null),
            ("timeout_ms", verify.Timeout == new StepVerification().Timeout ? null : Number((int)verify.Timeout.TotalMilliseconds)),
        ];
        return Map(all);
    }

    private static string Map(params (string Key, string? Value)[] entries) =>
        $"{{ {string.Join(", ", entries.Where(static one => one.Value is not null).Select(static one => $"{one.Key}: {one.Value}"))} }}";

    private static string? List(IReadOnlyList<string> texts, Func<string?, string?> write) => texts.Count == 0 ? null : $"[{string.Join(", ", texts.Select(write))}]";

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
