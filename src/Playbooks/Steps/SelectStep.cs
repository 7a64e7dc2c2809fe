using System.Globalization;
using Microsoft.Playwright;
using Playbooks.Running;
using Playbooks.Running.Resolution;

namespace Playbooks.Steps;

/// <summary>Chooses an option of a <c>select</c> element, by one of value, label and index.</summary>
public abstract class SelectStep : Step
{
    private const int MostOptions = 20;

    /// <summary>Makes the step that this describes.</summary>
    protected SelectStep(StepInfo info)
        : base(info)
    {
    }

    /// <inheritdoc/>
    public abstract override SelectorChain Selector { get; }

    /// <summary>The option's value; null: chosen otherwise.</summary>
    public virtual string? Value => null;

    /// <summary>The option's text; null: chosen otherwise.</summary>
    public virtual string? Label => null;

    /// <summary>The option's place, from 0; -1: chosen otherwise.</summary>
    public virtual int Index => -1;

    /// <inheritdoc/>
    public override string InputSummary => $"{Selector.Primary} {Wanted}";

    private string Wanted => Value is not null ? $"value \"{Value}\"" : Label is not null ? $"label \"{Label}\"" : $"index {Index.ToString(CultureInfo.InvariantCulture)}";

    internal override IEnumerable<(string Name, string? Text)> Inputs => [.. base.Inputs, ("value", Value), ("label", Label), ("index", Index < 0 ? null : Bind.Text(Index))];

    internal override async Task<object?> ActAsync(StepContext context)
    {
        var option = new SelectOptionValue { Value = Value, Label = Label, Index = Index < 0 ? null : Index };
        await context.ActOnAsync("Selecting in", Selector, ElementRequirement.Visible, async locator =>
        {
            try
            {
                await locator.SelectOptionAsync(option, new() { Timeout = context.Deadline.RemainingMilliseconds }).ConfigureAwait(false);
            }
            catch (TimeoutException error) when (error.Message.Contains("did not find some options", StringComparison.Ordinal))
            {
                throw await UnknownOptionAsync(locator, error).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return null;
    }

    private async Task<PlaybookException> UnknownOptionAsync(ILocator locator, TimeoutException error)
    {
        var options = await locator.EvaluateAllAsync<string[][]>(
            "elements => elements.flatMap(element => [...(element.control ?? element).options ?? []].map(option => [option.label, option.value]))").ConfigureAwait(false);
        var names = options.Take(MostOptions).Select(option => option[0] == option[1] ? $"\"{option[0]}\"" : $"\"{option[0]}\" (value \"{option[1]}\")");
        var list = options.Length == 0 ? "no options" : string.Join(", ", names) + (options.Length > MostOptions ? $" and {options.Length - MostOptions} more" : string.Empty);
        return new(ErrorCode.StepFailed, $"{Selector.Primary} has no option with {Wanted}; it has {list}.", PlaywrightError.Clean(error));
    }
}
