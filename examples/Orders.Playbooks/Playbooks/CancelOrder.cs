using Microsoft.Playwright;

namespace Orders.Tests.Playbooks;

public partial class CancelOrder
{
    partial void Configure(Hooks hooks) => hooks.After<Steps.Confirm>(async (step, context) =>
    {
        var announced = context.Page.GetByRole(AriaRole.Status);
        await Assertions.Expect(announced).ToContainTextAsync($"Order {parameters.OrderId} is cancelled.");
    });
}
