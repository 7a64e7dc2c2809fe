using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

/// <summary>Calls of other playbooks compile to typed C#, whatever is passed.</summary>
public sealed class CallTests
{
    private const string Called = """
        id: called
        parameters:
          - { name: text }
          - { name: maybe_text, required: false }
          - { name: word, secret: true }
          - { name: maybe_word, secret: true, required: false }
          - { name: number, type: int }
          - { name: maybe_number, type: int, required: false }
          - { name: default_number, type: int, default: 5 }
          - { name: amount, type: decimal, default: 1.5 }
          - { name: open, type: bool, default: true }
          - { name: day, type: date, required: false }
          - { name: state, choices: [open, shipped], default: open }
          - { name: maybe_state, choices: [open, shipped], required: false }
          - { name: sizes, type: list, items: string, choices: [s, m], default: [s] }
          - { name: ids, type: list, items: int, required: false }
          - { name: tags, type: list, items: string, required: false }
          - { name: part, type: selector_text, required: false }
        steps:
          - action: goto
            params: { url: "/{text}{maybe_text}{number}{maybe_number}{default_number}{amount}{open}{day}{state}{maybe_state}{sizes}{ids}{tags}{part}" }
          - { action: key_press, selector: a, params: { text: "{word}{maybe_word}" } }
          - { action: extract, selector: a, params: { as: decimal }, store_as: total }
          - { action: extract, selector: a, params: { as: date }, store_as: due }
          - { action: extract, selector: a, store_as: name }
        """;

    private const string Parameters = """
        parameters:
          - { name: text }
          - { name: maybe_text, required: false }
          - { name: word, secret: true }
          - { name: maybe_word, secret: true, required: false }
          - { name: number, type: int }
          - { name: maybe_number, type: int, required: false }
          - { name: day, type: date, default: 2024-01-31 }
          - { name: maybe_day, type: date, required: false }
          - { name: state, choices: [open, shipped], default: open }
          - { name: states, type: list, items: string, choices: [s, m], required: false }
          - { name: ids, type: list, items: int }
          - { name: maybe_ids, type: list, items: int, required: false }
          - { name: tags, type: list, items: string, required: false }

        """;

    [Theory]
    [InlineData("text: a, word: \"{word}\", number: 1")]
    [InlineData("text: \"{text}\", maybe_text: \"{maybe_text}\", word: \"{word}\", maybe_word: \"{maybe_word}\", number: \"{number}\", maybe_number: \"{maybe_number}\", default_number: \"{maybe_number}\"")]
    [InlineData("text: \"{maybe_text}\", word: \"{maybe_word}\", maybe_word: \"{word}\", number: \"{number}\", amount: \"{number}\", day: \"{day}\"")]
    [InlineData("text: \"{number} of {day}\", word: \"{word}-{text}\", number: 1, amount: 2.50, open: false, day: 2024-02-29, maybe_text: \"\"")]
    [InlineData("text: \"{state}\", word: \"{text}\", number: 1, state: \"{state}\", maybe_state: shipped, day: \"{maybe_day}\"")]
    [InlineData("text: \"{today}\", word: \"{uuid}\", number: 1, day: \"{today+3d}\"")]
    [InlineData("text: \"{run_id}\", word: \"{base_url}\", number: 1, state: \"{text}\", maybe_state: \"{maybe_text}\"")]
    [InlineData("text: a, word: \"{word}\", number: 1, sizes: [s, m], ids: [1, 2], tags: [a, \"{text}\"], part: \"{text}\"")]
    [InlineData("text: a, word: \"{word}\", number: 1, sizes: \"{states}\", ids: \"{ids}\", tags: \"{states}\"")]
    [InlineData("text: a, word: \"{word}\", number: 1, sizes: \"{tags}\", ids: \"{maybe_ids}\", tags: \"{tags}\"")]
    [InlineData("text: \"{item}\", word: \"{item}\", number: \"{item_index}\", default_number: \"{number_item}\", state: \"{item}\"")]
    public void Arguments_compile(string with)
    {
        const string Names = "{text}{maybe_text}{number}{maybe_number}{day}{maybe_day}{state}{states}{ids}{maybe_ids}{tags}";
        var caller = "id: caller\n" + Parameters + $$"""
            steps:
              - { action: goto, params: { url: "/{{Names}}" } }
              - { action: key_press, selector: a, params: { text: "{word}{maybe_word}" }, verify: { expect_element_visible: b } }
              - for_each: item
                in: [open]
                steps:
                  - for_each: number_item
                    in: "{ids}"
                    steps:
                      - run: called
                        with: { {{with}} }
                        store: { total: sum, due: due_day, name: called_name }
              - { run: called, with: { text: b, word: "{word}", number: 2 }, store: { total: last_sum } }
              - { run: plain, with: {} }
              - { action: goto, params: { url: "/{last_sum}" } }
            """;

        var run = new TestProject()
            .With("/shop/Playbooks/caller.playbook.yaml", caller)
            .With("/shop/Elsewhere/called.playbook.yaml", Called)
            .With("/shop/plain.playbook.yaml", "id: plain\nsteps: [{ action: goto, params: { url: / } }]\n")
            .Run().ShouldCompile();

        Assert.Empty(run.Findings);
        Assert.Contains("new global::Shop.Tests.Elsewhere.Called(new global::Shop.Tests.Elsewhere.Called.Parameters(", run.Sources["Playbooks/caller.playbook.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Mistake_of_a_call_is_reported_by_the_build()
    {
        var run = new TestProject()
            .With("/shop/caller.playbook.yaml", "id: caller\nsteps: [{ run: caled }, { run: called, with: { text: a, word: b } }]\n")
            .With("/shop/called.playbook.yaml", Called)
            .Run().ShouldCompile();

        Assert.Equal(["PB0209", "PB0210", "PB0112"], run.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void Playbook_that_calls_one_with_errors_compiles()
    {
        var run = new TestProject()
            .With("/shop/caller.playbook.yaml", "id: caller\nsteps: [{ run: called, with: { text: a } }]\n")
            .With("/shop/called.playbook.yaml", "id: called\nparameters: [{ name: text }]\nsteps: [{ action: clik, selector: '#{text}' }]\n")
            .Run().ShouldCompile();

        Assert.Equal(["PB0201"], run.Findings.Select(finding => finding.Id));
    }
}
