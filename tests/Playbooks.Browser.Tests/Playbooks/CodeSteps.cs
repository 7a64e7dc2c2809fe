using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Playbooks.Browser.Tests.Playbooks;

/// <summary>The method of a step that works.</summary>
public sealed partial class CodeWorks
{
    private int clicks;

    private async partial Task<int> ClickOftenAsync(ClickOftenArguments arguments, CodeContext context)
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

/// <summary>The method of a step that fails on each attempt.</summary>
public sealed partial class CodeFails
{
    private int attempts;

    private partial Task PayByCardAsync(PayByCardArguments arguments, CodeContext context) =>
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The card was declined on attempt {++attempts}: {arguments.Card}, {arguments.Amount}."));
}

/// <summary>Methods that say their arguments.</summary>
public sealed partial class EverySecret
{
    private async partial Task<string> LogAndReturnAsync(LogAndReturnArguments arguments, CodeContext context)
    {
#pragma warning disable CA1848 // As authors log.
        context.Logger.LogWarning("The argument is {Argument}: {Text}", arguments.Argument.Reveal(), arguments.Text);
        context.Logger.LogError(new InvalidOperationException(arguments.Text), "It is logged");
        using (context.Logger.BeginScope("Scope {Text}", arguments.Text))
        {
            await context.Page.EvaluateAsync("value => show(value)", arguments.Argument.Reveal());
        }

#pragma warning restore CA1848
        return arguments.Returned.Reveal();
    }

    private partial Task ThrowItAsync(ThrowItArguments arguments, CodeContext context) =>
        throw new InvalidOperationException(arguments.Thrown, new ArgumentException(arguments.Thrown));
}
