using Microsoft.Playwright;

namespace Orders.Tests.Playbooks;

/// <summary>What YAML cannot say is said in C#, beside it: the message about the cancelled order must be announced, too.</summary>
public partial class CancelOrder
{
    partial void Configure(Hooks hooks) => hooks.After<Steps.Confirm>(async (step, context) =>
    {
        var announced = context.Page.GetByRole(AriaRole.Status);
        await Assertions.Expect(announced).ToContainTextAsync($"Order {parameters.OrderId} is cancelled.");
    });
}
