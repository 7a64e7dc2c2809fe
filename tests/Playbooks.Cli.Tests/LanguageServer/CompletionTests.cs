using Playbooks.Cli.LanguageServer.Documents;
using Playbooks.Cli.LanguageServer.Features;

namespace Playbooks.Cli.Tests.LanguageServer;

public sealed class CompletionTests
{
    private const string Head = "id: a\nparameters:\n  - { name: order_id, type: int }\nsteps:\n  - { action: extract, selector: \"#s\", store_as: status }\n";

    /// <summary>A text with the cursor, what must be offered, and what must not.</summary>
    public static TheoryData<string, string, string> Rows => new()
    {
        { "|", "id steps base_url", "action selector" },
        { "id: a\nst|", "steps start_url", "id" },
        { Head + "  - |", "action run code when for_each", "params_ steps_" },
        { Head + "  - { | }", "action run selector", "order_id" },
        { Head + "  - action: |", "click goto api_request", "true" },
        { Head + "  - action: cl|\n    selector: a", "click extract", "order_id" },
        { Head + "  - action: goto\n    |", "params verify", "selector store_as prompt action" },
        { Head + "  - action: hover\n    |\n  - action: goto", "selector verify", "params store_as" },
        { Head + "  - { action: click, selector: a, params: { | } }", "button count modifiers", "url text" },
        { Head + "  - { action: click, selector: a, params: { button: | } }", "left right middle", "count" },
        { Head + "  - { action: goto, params: { url: /, allow_status: | } }", "true false", "left" },
        { Head + "  - { action: goto, params: { url: \"/{|\" } }", "order_id status base_url run_id", "url" },
        { Head + "  - { action: goto, params: { url: \"/{|}\" } }\n  - { action: extract, selector: b, store_as: later }", "order_id status", "later" },
        { Head + "  - action: click\n    selector: row-{|\n    verify: { expect_text_on_page: a }", "order_id status", "action" },
        { Head + "  - action: hover\n    selector: a\n    failure_message: \"No <|\"", "order_id status", "later" },
        { Head + "  - { action: hover, selector: | }", "css text role", "button" },
        { Head + "  - { action: hover, selector: role=| }", "button link checkbox", "css" },
        { Head + "  - { action: hover, selector: \"#a >> |\" }", "css text role nth", "button" },
        { Head + "  - { action: key_press, params: { key: | } }", "Enter Tab ArrowDown", "click" },
        { Head + "  - run: |", "other", "a" },
        { Head + "  - run: other\n    with: { | }", "needed maybe", "order_id got" },
        { Head + "  - run: other\n    store: { | }", "got", "needed" },
        { Head + "  - when: { | }\n    then: []", "element_visible url_contains not", "action" },
        { Head + "cases:\n  - { name: b, with: { | } }", "order_id", "status" },
        { Head + "cases:\n  - { name: b, expect: { outputs: { | } } }", "status", "order_id" },
        { Head + "cases:\n  - name: b\n    |", "with expect skip", "name steps" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_fits_is_offered_and_nothing_else(string marked, string offered, string refused)
    {
        using var folder = new Tool().With("other.playbook.yaml", "id: other\nparameters: [{ name: needed }, { name: maybe, required: false }]\nsteps:\n  - { action: extract, selector: \"{needed}{maybe}\", store_as: got }\n");
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        var document = new DocumentText(folder.PathOf("a.playbook.yaml"), marked.Remove(offset, 1));
        var workspace = new Workspace();
        workspace.Set(new Uri(document.Path).AbsoluteUri, 1, document.Text);

        var labels = new Completion(workspace).Find(document, offset).Select(item => item.Label).ToList();

        Assert.All(offered.Split(' '), label => Assert.Contains(label, labels));
        Assert.All(refused.Split(' '), label => Assert.DoesNotContain(label, labels));
        Assert.Equal(labels.Distinct(), labels);
    }

    [Fact]
    public void Every_key_that_is_offered_is_documented_with_an_example()
    {
        var document = new DocumentText("/none/a.playbook.yaml", "");

        Assert.All(new Completion(new Workspace()).Find(document, 0), item => Assert.Contains("```yaml\n" + item.Label + ": ", item.Documentation!.Value, StringComparison.Ordinal));
    }
}
