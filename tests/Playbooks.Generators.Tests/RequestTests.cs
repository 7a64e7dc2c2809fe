using System.Text.Json;
using Playbooks.Generators.Tests.Harness;
using Playbooks.Steps;

namespace Playbooks.Generators.Tests;

/// <summary>A request is bound when its step's turn comes, each value encoded for where it lands.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task Each_value_of_json_has_the_type_that_it_is_declared_with()
    {
        var request = await RequestOfAsync("""
            id: send
            parameters:
              - { name: order_id, type: int, default: 5 }
              - { name: price, type: decimal, default: 12.50 }
              - { name: is_open, type: bool, default: true }
              - { name: since, type: date, default: 2024-01-31 }
              - { name: text, default: "5 \"x\" \\ </ü" }
              - { name: ids, type: list, items: int, default: [1, 2] }
              - { name: unset, type: int, required: false }
              - { name: unset_text, required: false }
              - { name: put, default: "4", inject_into: "steps.1.request.json.put" }
            steps:
              - { action: extract, selector: a, params: { as: int }, store_as: count }
              - action: api_request
                request:
                  url: "/api/{text}"
                  query: { text: "{text}" }
                  json:
                    id: "{order_id}"
                    raw: "{order_id:raw}"
                    padded: "{order_id} "
                    price: "{price}"
                    open: "{is_open}"
                    since: "{since}"
                    text: "{text}"
                    "k\"ey": "a\nb\u0001"
                    ids: "{ids}"
                    unset: ["{unset}", "{unset_text}"]
                    count: "{count}"
                    run: "{run_id}"
                    put: "5"
                    emoji: "\U0001F600"
            """);

        Assert.Equal(
            """
            {"id":5,"raw":"5","padded":"5 ","price":12.50,"open":true,"since":"2024-01-31","text":"5 \"x\" \\ </ü","k\"ey":"a\u000ab\u0001","ids":"1, 2","unset":[null,""],"count":7,"run":"run","put":"4","emoji":"😀"}
            """,
            request.Json);
        Assert.Equal(("/api/5%20%22x%22%20%5C%20%3C%2F%C3%BC", "5 \"x\" \\ </ü"), (request.Url, request.Query["text"]));
    }

    [Fact]
    public async Task A_hostile_value_cannot_leave_its_place()
    {
        var request = await RequestOfAsync("""
            id: send
            parameters:
              - { name: value, default: "\",\"admin\":true,\"x\":\"\n&b=2" }
            steps:
              - action: api_request
                request: { method: POST, url: "/?a={value}", form: { a: "{value}" }, headers: { X-A: "{value}" } }
              - action: api_request
                request: { method: POST, url: "/", json: { a: "{value}" } }
            """, 1);

        Assert.Equal(["a"], JsonSerializer.Deserialize<Dictionary<string, string>>(request.Json!)!.Keys);
    }

    [Fact]
    public void A_step_may_be_named_like_its_request()
    {
        using var assembly = TestProject.Of("id: send\nsteps:\n  - { id: request, action: api_request, request: { url: / }, params: { as: decimal }, store_as: total }").Run().ShouldCompile().Load();

        Assert.Equal(typeof(ApiRequestStep<decimal>), assembly.Assembly.GetType("Shop.Tests.Playbooks.Send+Steps+RequestStep", throwOnError: true)!.BaseType);
    }

    private static async Task<ApiRequest> RequestOfAsync(string yaml, int at = -1)
    {
        using var assembly = TestProject.Of(yaml).Run().ShouldCompile().Load();
        var playbook = (Playbook)Activator.CreateInstance(assembly.Assembly.GetType("Shop.Tests.Playbooks.Send", throwOnError: true)!)!;
        var steps = await BoundSteps.OfAsync(playbook, _ => 7);
        return Assert.IsAssignableFrom<ApiRequestStep<string>>(at < 0 ? steps[^1] : steps[at]).Request;
    }
}
