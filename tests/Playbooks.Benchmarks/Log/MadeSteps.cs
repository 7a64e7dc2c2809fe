namespace Playbooks.Benchmarks.Log;

/// <summary>A step as most are: a click that found its element at once.</summary>
internal static class MadeSteps
{
    private static readonly StepInfo Step = new()
    {
        Number = 1,
        Path = "1",
        Id = "cancel",
        Action = "click",
        Location = new(12, 3, 16, 40),
        Selectors = ["button:has-text('Cancel order')", "#cancel"],
    };

    private static readonly Dictionary<string, string> Arguments = new() { ["selector"] = "button:has-text('Cancel order')" };

    public static PlaybookInfo Playbook { get; } = new() { Id = "cancel_order", Name = "Cancel order", Source = new("/shop/cancel_order.playbook.yaml", static () => "id: cancel_order"), Steps = [Step] };

    public static StepStarted Started { get; } = new(Step, 1, "Cancel the order", "button:has-text('Cancel order')") { Arguments = Arguments };

    public static StepResult Ended { get; } = new()
    {
        Info = Step,
        Outcome = Outcome.Passed,
        Description = "Cancel the order",
        Input = "button:has-text('Cancel order')",
        Arguments = Arguments,
        Attempts =
        [
            new()
            {
                Number = 1,
                Acted = true,
                Duration = TimeSpan.FromMilliseconds(37.4),
                SelectorUsed = "button:has-text('Cancel order')",
                SelectorRank = 0,
                Url = "http://localhost:5000/orders/12345?state=open",
                Expectations = [new("expect_text", "The order was cancelled", "The order was cancelled", true)],
            },
        ],
    };
}
