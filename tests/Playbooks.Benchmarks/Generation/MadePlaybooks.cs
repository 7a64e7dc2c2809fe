namespace Playbooks.Benchmarks.Generation;

/// <summary>Playbooks of twenty steps, as an author would write them: goto, click, key_press and extract by turns.</summary>
internal static class MadePlaybooks
{
    public const int Steps = 20;

    public static string[] Make(int count) => [.. Enumerable.Range(0, count).Select(number => Make(number, "Does its work"))];

    public static string Make(int number, string description) => $$"""
        id: playbook_{{number}}
        name: Playbook {{number}}
        description: {{description}}
        tags: [orders]
        start_url: /orders
        parameters:
          - { name: order_id, type: int, description: The order }
          - { name: note, required: false }
        steps:
        {{string.Concat(Enumerable.Range(0, Steps).Select(Step))}}cases:
          - name: works
            with: { order_id: 1 }

        """;

    private static string Step(int number) => (number % 4) switch
    {
        0 => $$"""
              - id: open_{{number}}
                action: goto
                params: { url: "/orders/{order_id}?n={note}&i={{number}}" }
                description: Open order {order_id}

            """,
        1 => $$"""
              - id: click_{{number}}
                action: click
                selector: { primary: "#row-{{number}} >> text=\"Edit\"", fallbacks: ["td.status", 'role=button[name="Cancel {order_id}"]'] }
                failure_message: "Order <order_id> was not found"
                verify: { expect_text_on_page: "Order {order_id}", timeout_ms: 3000 }

            """,
        2 => $$"""
              - id: type_{{number}}
                action: key_press
                selector: "#q{{number}}"
                params:
                  text: "{note} and more"
                  key: Enter

            """,
        _ => $$"""
              - id: read_{{number}}
                action: extract
                selector: "#status{{number}}"
                params: { as: int }
                store_as: value_{{number}}
                on_failure: retry
                retry: { attempts: 3, delay_ms: 100 }

            """,
    };
}
