using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0101 to PB0112: names and their uses.</summary>
public sealed class PlaceholderTests
{
    private static PlaybookFile Using(string keys, params string[] messages) => Check.File("""
        id: test
        parameters:
          - { name: order_id, type: int }
          - { name: secret_word, secret: true, required: false }
        steps:
          - action: goto
            params: { url: "/{order_id}" }
          - action: key_press
            selector: a
            params: { text: "{secret_word}" }
            verify: { expect_element_visible: a }
          - action: hover
            selector: a

        """ + string.Join("\n", keys.Split('\n').Select(line => "    " + line)) + "\n", messages);

    [Theory]
    [InlineData("failure_message: \"Order {|PB0101:<oder_id>|} is lost\"", "Unknown placeholder 'oder_id'. Did you mean 'order_id'?")]
    [InlineData("failure_message: Order {|PB0101:{oder_id}|} is lost", "Did you mean 'order_id'?")]
    [InlineData("failure_message: Order {|PB0101:{zzzzzzzz}|} is lost", "'zzzzzzzz'")]
    [InlineData("description: Order {|PB0102:{oder_id}|} is lost", "Did you mean 'order_id'?")]
    [InlineData("description: Order {|PB0102:{ order_id }|} is lost", "order_id")]
    [InlineData("description: Order {|PB0102:{OrderId}|} is lost", "order_id")]
    [InlineData("description: Order {|PB0102:{order-id}|} is lost", "order_id")]
    [InlineData("description: Order {|PB0102:{order.id}|} is lost", "order_id")]
    [InlineData("description: Order {|PB0102:{ORDER_ID}|} is lost", "order_id")]
    [InlineData("description: Order {order_id:{|PB0107:upper|}} is lost", "upper")]
    [InlineData("failure_message: Order <order_id:{|PB0107:upper|}> is lost", "upper")]
    [InlineData("failure_message: Order {|PB0108:{order id}|} is lost", "")]
    [InlineData("failure_message: Order {|PB0108:{}|} is lost", "")]
    [InlineData("failure_message: Order {|PB0108:}|} is lost", "")]
    [InlineData("description: for {|PB0109:{secret_word}|}", "secret")]
    [InlineData("failure_message: for {|PB0109:<secret_word>|}", "secret")]
    public void A_wrong_placeholder_is_found_where_it_stands(string keys, string message) => Using(keys, message);

    [Theory]
    [InlineData("description: Order {order_id} {order_id:raw} {base_url} {run_id}")]
    [InlineData("failure_message: Order <order_id> {order_id} <order_id:raw> -> > 5 </b> {{x y}} {{{{x}}}} <<y>>")]
    [InlineData("description: \"{color:red} { } {} {1} {a b} } { {{{order_id}}} {{{{oder_id}}}} <oder_id>\"")]
    public void These_placeholders_are_right(string keys) => Using(keys);

    [Theory]
    [InlineData("selector", "a:has-text(\"{|PB0102:{oder_id}|}\")")]
    [InlineData("selector", "'#row-{|PB0102:{oder_id}|}'")]
    [InlineData("verify", "{ expect_text_on_page: \"{|PB0102:{oder_id}|}\" }")]
    [InlineData("verify", "{ expect_value: { selector: a, equals: \"{|PB0102:{oder_id}|}\" } }")]
    [InlineData("params", "{ name: \"{|PB0102:{oder_id}|}\" }")]
    public void Every_text_of_a_step_is_looked_at(string key, string value) =>
        Check.Steps($"- action: {(key == "params" ? "screenshot" : "hover\n  selector: a")}\n  {key}: {value}".Replace("selector: a\n  selector", "selector", StringComparison.Ordinal));

    [Fact]
    public void The_playbooks_own_urls_know_parameters_only() => Check.File("""
        id: test
        base_url: "http://{host}/{|PB0102:{run_id}|}{|PB0102:{base_url}|}"
        start_url: "{|PB0102:{base_url}|}/{|PB0102:{title}|}/{|PB0102:{hots}|}"
        parameters: [{ name: host }]
        steps:
          - { action: extract, selector: a, store_as: title }
        """);

    [Fact]
    public void A_name_that_differs_in_case_only_is_another() => Check.File("""
        id: test
        parameters: [{ name: order }]
        steps: [{ action: goto, params: { url: / }, description: "{order} {|PB0102:{Order}|}" }]
        """);

    [Fact]
    public void A_value_is_stored_only_by_this_or_a_later_step() => Check.Steps("""
        - { action: hover, selector: "#{|PB0103:{status}|}" }
        - action: extract
          selector: "#{|PB0103:{status:raw}|}"
          verify: { expect_text_on_page: "{|PB0103:{status}|}" }
          failure_message: "{|PB0103:<status>|}"
          store_as: status
        - { action: hover, selector: "#{status}" }
        """, "stored only later, by step 2", "when this step has ended");

    [Fact]
    public void A_parameter_that_nothing_uses_is_reported_at_its_name() => Check.File("""
        id: test
        parameters:
          - { type: int, name: {|PB0104:unused|}, description: "{unused}" }
          - { name: used_in_start_url }
          - { name: used_in_base_url }
          - { name: used_by_injection, inject_into: steps.0.description }
        base_url: http://{used_in_base_url}/
        start_url: /{used_in_start_url}
        steps: [{ action: goto, params: { url: / }, description: x }]
        """, "'unused' is never used");

    [Fact]
    public void A_name_that_is_misspelt_or_misused_counts_as_used() => Check.File("""
        id: test
        parameters: [{ name: alpha }, { name: beta }, { name: gamma }, { name: delta }, { name: epsilon }, { name: zeta }, { name: order_id }]
        steps:
          - action: evaluate
            params: { script: "a => {|PB0110:{beta}|}" }
            description: "{|PB0102:{alfa}|} {gamma:{|PB0107:upper|}} {|PB0102:{ORDER-ID}|}"
            failure_message: "{|PB0108:{delta x}|}"
            {|PB0002:zzzz|}: { a: ["{epsilon}"] }
            verify: { expect_element_visible: a }
          - action: {|PB0201:zzzzzzzz|}
            params: { a: "{zeta}" }
        """);

    [Fact]
    public void Two_parameters_may_not_have_one_name() => Check.File("""
        id: test
        parameters:
          - { name: a1 }
          - { name: {|PB0105:a1|}, type: int }
          - { name: {|PB0105:a_1|} }
          - { name: to_string }
          - { name: {|PB0105:to_string_value|} }
        steps: [{ action: goto, params: { url: / }, description: "{a1} {a_1} {to_string} {to_string_value}" }]
        """, "There is already a parameter 'a1'.", "would both be called A1 in C#", "ToStringValue");

    [Fact]
    public void A_stored_value_needs_a_name_of_its_own() => Check.File("""
        id: test
        parameters: [{ name: p }]
        steps:
          - { action: extract, selector: "{p}", store_as: {|PB0106:p|} }
          - { action: extract, selector: a, store_as: {|PB0106:base_url|} }
          - { action: extract, selector: a, store_as: {|PB0106:"run_id"|} }
          - { action: extract, selector: a, store_as: b1 }
          - { action: extract, selector: a, store_as: {|PB0106:b1|} }
          - { action: extract, selector: a, store_as: {|PB0106:b_1|}, description: "{b1}" }
          - { action: hover, selector: "{b_1}" }
        """, "the name of a parameter", "the name of a built-in", "An earlier step already stores", "would both be called B1");

    [Fact]
    public void A_script_takes_no_placeholders() => Check.File("""
        id: test
        parameters: [{ name: id }]
        steps:
          - action: evaluate
            params:
              script: |
                (a) => {
                  document.title = "{|PB0110:{id}|}" + `{|PB0110:{run_id}|}` + {color: 'red'} + {unknown};
                }
              args: { id: "{id}" }
            verify: { expect_element_visible: a }
        """, "args");

    [Fact]
    public void Secrets_stay_out_of_what_is_shown() => Check.File("""
        id: test
        base_url: "http://{host}/{|PB0109:{word}|}"
        start_url: "/?q={|PB0109:{word}|}"
        parameters: [{ name: word, secret: true }, { name: host }]
        steps:
          - action: goto
            params: { url: "https://{word}.example.com/{|PB0109:{word}|}?q={|PB0109:{word:raw}|}" }
          - { action: screenshot, params: { name: "{|PB0109:{word}|}" } }
          - { action: llm_extract, prompt: "What is {|PB0109:{word}|}?" }
          - action: hover
            selector: { primary: "text={word}", description: "{|PB0109:{word}|}" }
            verify: { expect_text_on_page: "{word}" }
        """);

    [Fact]
    public void A_secret_is_not_written_into_the_file() => Check.File("""
        id: test
        parameters:
          - { name: word, secret: true, default: {|PB0112:hunter2|} }
          - { name: other, secret: true, choices: [{|PB0112:a|}, {|PB0112:b|}] }
        steps:
          - { action: hover, selector: "text={word}{other}" }
        cases: [{ name: a, with: { other: "literals are test data here" } }]
        """);

    [Theory]
    [InlineData("int")]
    [InlineData("selector_text")]
    [InlineData("list, items: string")]
    public void Only_a_string_is_a_secret(string type) => Check.File(
        "id: test\nparameters: [{ name: word, type: " + type + ", secret: {|PB0004:true|} }]\nsteps: [{ action: hover, selector: a, description: \"{word}\" }]\n");
}
