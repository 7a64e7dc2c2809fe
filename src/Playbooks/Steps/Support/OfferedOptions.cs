using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Browsing.Documents;

namespace Playbooks.Steps.Support;

/// <summary>The options of a <c>select</c> element.</summary>
internal sealed class OfferedOptions(ILocator select, StepContext context)
{
    private const int Most = 20;

    // Labels are compared like in Playwright: without invisible characters, and with whitespace collapsed.
    // For each option, in one list: its index, label, and value, whether it is disabled, and whether it has the label.
    private const string Script = """
        (elements, label) => elements.flatMap(element => {
          const select = element.control ?? element;
          const plain = text => text.replace(/[\u200b\u00ad]/g, '').trim().replace(/\s+/g, ' ');
          return [...select.options ?? []].flatMap((option, index) => [
            String(index), option.label, option.value, option.matches(':disabled') ? 'disabled' : '',
            label !== null && (option.label === label || plain(option.label) === plain(label)) ? 'wanted' : '',
          ]);
        })
        """;

    // Nothing if not exactly one element is visible.
    private const string VisibleScript = $$"""
        (elements, label) => {
          const visible = elements.filter({{ElementVisibility.Function}});
          return visible.length === 1 ? ({{Script}})(visible, label) : [];
        }
        """;

    private static readonly TimeSpan[] Pauses = [.. new[] { 20, 50, 100, 250 }.Select(pause => TimeSpan.FromMilliseconds(pause))];

    /// <summary>Waits for the option with a label, and returns null if there is none. A disabled option counts only if no other has the label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="name">The description of the element, for the error.</param>
    /// <exception cref="PlaybookException">Several options have the label.</exception>
    public async Task<OfferedOption?> OneWithAsync(string label, string name)
    {
        if (OneOf(await ReadVisibleAsync(label).ConfigureAwait(false), label, name) is { } there)
        {
            return there;
        }

        await select.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = context.Deadline.RemainingMilliseconds }).ConfigureAwait(false);
        for (var look = 0; !context.Deadline.HasPassed; look++)
        {
            if (OneOf(await ReadAsync(label).ConfigureAwait(false), label, name) is { } option)
            {
                return option;
            }

            var pause = Pauses[Math.Min(look, Pauses.Length - 1)];
            await Task.Delay(pause < context.Deadline.Remaining ? pause : context.Deadline.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    /// <summary>Describes all options, such as <c>"Berlin" (value "b"), "Paris" (value "p", disabled)</c>.</summary>
    public async Task<string> InWordsAsync()
    {
        var options = await ReadAsync(null).ConfigureAwait(false);
        return options.Length == 0 ? "no options" : List(options, static option => option.InShort);
    }

    private static string List(OfferedOption[] options, Func<OfferedOption, string> words) =>
        string.Join(", ", options.Take(Most).Select(words)) + (options.Length > Most ? $" and {options.Length - Most} more" : string.Empty);

    private static OfferedOption? OneOf(OfferedOption[] options, string label, string name)
    {
        var wanted = Array.FindAll(options, static option => option.IsWanted);
        var enabled = Array.FindAll(wanted, static option => option.IsEnabled);
        return enabled.Length > 1
            ? throw new PlaybookException(
                ErrorCode.StepFailed,
                $"{name} has {enabled.Length} options with label \"{label}\": {List(enabled, static option => option.InFull)}. Select one of them by value or by index.")
            : enabled.FirstOrDefault() ?? wanted.FirstOrDefault();
    }

    private static OfferedOption[] Options(string?[] parts) =>
    [
        .. parts.Chunk(5).Select(static option => new OfferedOption(
            int.Parse(option[0]!, CultureInfo.InvariantCulture), option[1]!, option[2]!, option[3]!.Length == 0, option[4]!.Length > 0)),
    ];

    private async Task<OfferedOption[]> ReadAsync(string? label) => Options(await select.EvaluateAllAsync<string[]>(Script, label).ConfigureAwait(false));

    /// <summary>Reads the options of the only visible element at almost no cost, and returns none where only a locator can find it.</summary>
    private async Task<OfferedOption[]> ReadVisibleAsync(string label)
    {
        try
        {
            var reading = context.ReaderOf(context.Resolved!.Selector).ReadAsync(VisibleScript, label);
            return Options(await reading.WaitAsync(context.Deadline.Remaining, context.Time, context.CancellationToken).ConfigureAwait(false) ?? []);
        }
        catch (PlaywrightException error) when (PlaywrightError.IsTransient(error))
        {
            return [];
        }
    }
}

/// <summary>An option of a <c>select</c> element.</summary>
/// <param name="Index">The position of the option, from 0.</param>
/// <param name="Label">The displayed text.</param>
/// <param name="Value">The value.</param>
/// <param name="IsEnabled">Whether the option can be selected.</param>
/// <param name="IsWanted">Whether the option has the requested label.</param>
internal sealed record OfferedOption(int Index, string Label, string Value, bool IsEnabled, bool IsWanted)
{
    /// <summary>Gets the label, and the value if it differs.</summary>
    public string InShort
    {
        get
        {
            string?[] more = [Label == Value ? null : $"value \"{Value}\"", IsEnabled ? null : "disabled"];
            var rest = string.Join(", ", more.Where(static part => part is not null));
            return rest.Length == 0 ? $"\"{Label}\"" : $"\"{Label}\" ({rest})";
        }
    }

    /// <summary>Gets everything that distinguishes the option from others with the same label.</summary>
    public string InFull => $"\"{Label}\" (value \"{Value}\", index {Index.ToString(CultureInfo.InvariantCulture)})";
}
