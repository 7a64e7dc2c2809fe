using System.Globalization;
using Orders.Tests.Playbooks;

namespace Orders.Tests.Demo;

/// <summary>A playbook with the values it is shown with, and how it must end.</summary>
/// <param name="Playbook">The playbook and its values.</param>
internal sealed record Demonstration(Playbook Playbook)
{
    /// <summary>How it must fail, where the playbook is there to fail; null: it must succeed.</summary>
    public ExpectedFailure? Failure { get; init; }

    /// <summary>Every playbook of this project, in the order of the show.</summary>
    public static IReadOnlyList<Demonstration> All { get; } =
    [
        new(new OrderStatus(new(OrderId: 12345))),
        new(new SearchOrders(new(Text: "Nantes"))),
        new(new CancelOrder(new(OrderId: 12345))),
        new(new TrackShipment(new(OrderId: 12346))),
        new(new ChangeShipping(new(OrderId: 12345, Method: ChangeShipping.MethodChoice.Express))),
        new(new AttachInvoice()),
        new(new OrderAgain(new(OrderId: 12348))),
        new(new KeyboardOnly()),
        new(new StalePrimaries()),
        new(new MissingOrder()) { Failure = new("Order 999 was not found") },
    ];

    /// <summary>Ids of the compiled playbooks that nobody shows.</summary>
    public static IEnumerable<string> Forgotten() =>
        PlaybookCatalog.All.Select(entry => entry.Info.Id).Except(All.Select(each => each.Playbook.Info.Id));

    /// <summary>Whether the run ended as it should.</summary>
    public bool IsAsExpected(PlaybookResult result) => Failure?.IsMetBy(result) ?? result.Outcome is Outcome.Passed or Outcome.Flaky;

    /// <summary>The verdict in a word or two.</summary>
    public string Verdict(PlaybookResult result)
    {
        var outcome = result.Outcome.ToString().ToLower(CultureInfo.InvariantCulture);
        return Failure is null ? outcome : IsAsExpected(result) ? "failed as it should" : $"{outcome}, which it should not";
    }
}
