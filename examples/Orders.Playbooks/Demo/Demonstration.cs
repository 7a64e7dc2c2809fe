using System.Globalization;
using Orders.Tests.Playbooks;

namespace Orders.Tests.Demo;

/// <summary>A playbook with the values to show it with, and its expected result.</summary>
/// <param name="Playbook">The playbook with its values.</param>
internal sealed record Demonstration(Playbook Playbook)
{
    /// <summary>Gets the expected failure, or null if the playbook must succeed.</summary>
    public ExpectedFailure? Failure { get; init; }

    /// <summary>Gets the demonstrations of all playbooks of this project, in the order in which they are shown.</summary>
    public static IReadOnlyList<Demonstration> All { get; } =
    [
        new(new OrderStatus(new(OrderId: 12345))),
        new(new SearchOrders(new(Text: "Nantes"))),
        new(new CancelOrder(new(OrderId: 12345))),
        new(new TrackShipment(new(OrderId: 12346))),
        new(new ChangeShipping(new(OrderId: 12345, Method: ChangeShipping.MethodChoice.Express))),
        new(new ExpressShipping()),
        new(new AttachInvoice()),
        new(new OrderAgain(new(OrderId: 12348))),
        new(new KeyboardOnly()),
        new(new StalePrimaries()),
        new(new OpenPayments()),
        new(new PageThroughPayments()),
        new(new CheckDuePayments()),
        new(new ExportPayments()),
        new(new PaymentsOfCustomer(new(Customer: "ada.fischer@example.com"))),
        new(new CancelNewOrder()),
        new(new MissingOrder()) { Failure = new("Order 999 was not found") },
    ];

    /// <summary>Gets the ids of the compiled playbooks that no demonstration shows.</summary>
    public static IEnumerable<string> Forgotten() =>
        PlaybookCatalog.All.Select(entry => entry.Info.Id).Except(All.Select(each => each.Playbook.Info.Id));

    /// <summary>Determines whether the run ended as expected.</summary>
    public bool IsAsExpected(PlaybookResult result) => Failure?.IsMetBy(result) ?? result.Outcome is Outcome.Passed or Outcome.Flaky;

    /// <summary>Returns the verdict in a few words.</summary>
    public string Verdict(PlaybookResult result)
    {
        var outcome = result.Outcome.ToString().ToLower(CultureInfo.InvariantCulture);
        return Failure is null ? outcome : IsAsExpected(result) ? "failed as expected" : $"{outcome}, which is unexpected";
    }
}
