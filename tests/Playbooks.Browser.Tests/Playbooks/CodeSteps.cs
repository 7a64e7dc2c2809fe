using System.Globalization;

namespace Playbooks.Browser.Tests.Playbooks;

/// <summary>The method of a step that works.</summary>
public sealed partial class CodeWorks
{
    private int clicks;

    private partial async Task<int> ClickOftenAsync(ClickOftenArguments arguments, CodeContext context)
    {
        for (; clicks < arguments.Times; clicks++)
        {
            await context.Page.Locator(arguments.Selector).ClickAsync();
        }

        var text = await context.Page.Locator(arguments.Selector).InnerTextAsync();
        return int.Parse(text["Clicked ".Length..], CultureInfo.InvariantCulture);
    }

    private partial Task WaitForNothingAsync(WaitForNothingArguments arguments, CodeContext context) =>
        clicks == 0 ? throw new InvalidOperationException("Nothing was clicked.") : Task.CompletedTask;
}

/// <summary>The method of a step that fails at each attempt.</summary>
public sealed partial class CodeFails
{
    private int attempts;

    private partial Task PayByCardAsync(PayByCardArguments arguments, CodeContext context) =>
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The card was declined at attempt {++attempts}: {arguments.Card}, {arguments.Amount}."));
}
