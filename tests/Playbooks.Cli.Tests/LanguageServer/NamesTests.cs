using Playbooks.Cli.LanguageServer.Documents;

namespace Playbooks.Cli.Tests.LanguageServer;

/// <summary>Names are found wherever the grammar allows them.</summary>
public sealed class NamesTests
{
    [Fact]
    public void Playbook_that_logs_in_and_captured_value_are_names_like_those_of_steps()
    {
        var document = new DocumentText("/none/a.playbook.yaml", """
            id: orders
            auth: { playbook: sign_in, success: { url_contains: /orders } }
            capture: { cookies: [{ name: user_session, store_as: cookie }] }
            steps:
              - run: sign_in
              - { action: key_press, selector: "#a", params: { text: "{cookie}" } }
            """);

        Assert.Equal(
            ["Playbook orders defined", "Playbook sign_in used", "Value cookie defined", "Playbook sign_in used", "Value cookie used"],
            Names.Find(document).Select(static use => $"{use.Thing.Kind} {use.Thing.Name} {(use.IsDefinition ? "defined" : "used")}"));
    }
}
