using System.Globalization;

namespace Playbooks.Benchmarks.Building;

/// <summary>
/// Playbooks as a large project has them: 25 steps each, of which four have an id and eight store a value, and a case. Five kinds of
/// action, later steps that use what earlier ones stored, a <c>verify</c> after every click, and here and there a failure message,
/// a description, a fallback selector and a retry.
/// </summary>
internal static class RealisticPlaybooks
{
    /// <summary>The steps of each.</summary>
    public const int Steps = 25;

    /// <summary>So many playbooks.</summary>
    public static string[] Make(int count) => [.. Enumerable.Range(0, count).Select(number => Make(number, "Changes an order and checks what became of it"))];

    /// <summary>One playbook.</summary>
    /// <param name="number">Its number, which is a part of its id.</param>
    /// <param name="description">Its description.</param>
    public static string Make(int number, string description) => $$"""
        id: change_order_{{number}}
        name: Change order {{number}}
        description: {{description}}
        tags: [orders]
        base_url: http://localhost:5000
        start_url: /orders
        parameters:
          - { name: order_id, type: int, description: The order to change }
          - { name: note, required: false }
        steps:
        {{string.Concat(Enumerable.Range(0, Steps).Select(Step))}}cases:
          - name: changes an open order
            with: { order_id: 12345, note: urgent }
            expect: { outputs: { value_1: Open } }

        """;

    private static string Step(int number) => number % 3 == 1
        ? Extract(number)
        : (number % 6) switch
        {
            0 => $$"""
                  - {{Id(number)}}action: goto
                    params: { url: "/orders/{order_id}?note={note}&step={{Text(number)}}" }
                    description: Open order {order_id}

                """,
            2 => $$"""
                  - {{Id(number)}}action: click
                    selector: { primary: "#row-{{Text(number)}} >> text=\"Edit\"", fallbacks: ["td.edit", 'role=button[name="Edit {order_id}"]'] }
                    failure_message: "Order <order_id> cannot be edited"
                    verify: { expect_text_on_page: "Order {order_id}", timeout_ms: 3000 }

                """,
            3 => $$"""
                  - {{Id(number)}}action: key_press
                    selector: "#field-{{Text(number)}}"
                    params: { text: "{note} after {value_1}", key: Enter }

                """,
            _ => $$"""
                  - {{Id(number)}}action: wait_for
                    selector: "[data-order='{order_id}'] .saved-{{Text(number)}}"
                    on_failure: retry
                    retry: { attempts: 3, delay_ms: 100 }

                """,
        };

    private static string Extract(int number) => $$"""
          - {{Id(number)}}action: extract
            selector: "#status-{{Text(number)}}"
            store_as: value_{{Text(number)}}

        """;

    // Two that extract, one that clicks, one that fills a field.
    private static string Id(int number) => number is 1 or 8 or 15 or 22 ? $"id: step_{Text(number)}\n    " : string.Empty;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
