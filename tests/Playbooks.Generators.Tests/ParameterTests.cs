using System.Globalization;
using System.Reflection;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests;

/// <summary>What an author's C# can do with the generated parameters; the assertions are compiled with the playbook.</summary>
public sealed class ParameterTests
{
    private const string Playbook = """
        id: orders
        parameters:
          - { name: order_id, type: int, choices: [100, 200] }
          - { name: code, pattern: "[A-Z]{2}", default: DE }
          - { name: size, choices: [Small, Extra Large], default: Extra Large }
          - { name: since, type: date, default: 2024-01-31 }
          - { name: rates, type: list, items: decimal, choices: [0.5, 1], default: [0.5] }
          - { name: note, required: false }
          - { name: pass, secret: true, required: false }
        steps:
          - { action: goto, params: { url: "/{order_id}/{code}/{size}/{since}/{rates}/{note}" } }
          - { action: key_press, params: { text: "{pass}" } }
        """;

    [Theory]
    [InlineData("required come first and the others have their defaults", "(new Orders.Parameters(100) is { Code: \"DE\", Size: Orders.SizeChoice.ExtraLarge, Note: null, Pass: null }).ToString()", "True")]
    [InlineData("null means the default, also with `with`", "(new Orders.Parameters(100, Since: null) with { Since = null }).Since!.Value.Day.ToString()", "31")]
    [InlineData("a list's default is there", "new Orders.Parameters(100).Rates![0].ToString()", "0.5")]
    [InlineData("equal values are equal", "(new Orders.Parameters(100) with { Rates = null }).Note ?? \"unset\"", "unset")]
    [InlineData("a secret is never shown", "new Orders.Parameters(100, Pass: \"hush\").ToString().Contains(\"hush\").ToString()", "False")]
    [InlineData("an enum has a member for each choice", "string.Join(' ', global::System.Enum.GetNames<Orders.SizeChoice>())", "Small ExtraLarge")]
    [InlineData("from texts", "Texts((\"order_id\", \"200\"), (\"size\", \"Small\"), (\"rates\", \"1\")).ToString()", "200 DE Small 2024-01-31 1  ")]
    [InlineData("from few texts", "Texts((\"order_id\", \"100\")).ToString()", "100 DE Extra Large 2024-01-31 0.5  ")]
    public void It_gives(string _, string expression, string expected) => Assert.Equal(expected, Evaluate(expression));

    [Theory]
    [InlineData("a choice that is none", "new Orders.Parameters(300).ToString()", "The value '300' of parameter 'order_id' is not one of its choices. Use one of: 100, 200.")]
    [InlineData("a choice that is none, with `with`", "(new Orders.Parameters(100) with { OrderId = 300 }).ToString()", "The value '300' of parameter 'order_id' is not one of its choices. Use one of: 100, 200.")]
    [InlineData("a list's item that is no choice", "new Orders.Parameters(100, Rates: [2]).ToString()", "The value '2' of parameter 'rates' is not one of its choices. Use one of: 0.5, 1.")]
    [InlineData("a value that does not match whole", "new Orders.Parameters(100, Code: \"DEU\").ToString()", "The value 'DEU' of parameter 'code' does not match its pattern [A-Z]{2}.")]
    [InlineData("a text that is missing", "Texts().ToString()", "The playbook 'orders' needs a value for its parameter 'order_id', and none was given.")]
    [InlineData("a text that is no choice", "Texts((\"order_id\", \"100\"), (\"size\", \"Large\")).ToString()", "The value 'Large' of parameter 'size' is not one of Small, Extra Large.")]
    public void It_refuses(string _, string expression, string message) =>
        Assert.Equal(message, Assert.IsAssignableFrom<ArgumentException>(Assert.Throws<TargetInvocationException>(() => Evaluate(expression)).InnerException).Message);

    [Fact]
    public void The_secrets_of_all_cases_are_known_to_every_run_as_values_and_as_the_file_writes_them()
    {
        const string playbook = """
            id: orders
            parameters:
              - { name: pass, secret: true }
              - { name: user }
            steps:
              - { action: key_press, params: { text: "{pass}{user}" } }
            cases:
              - { name: one, with: { pass: 'it''s', user: ann } }
              - { name: two, with: { pass: "q\"x", user: ann } }
              - { name: three, with: { pass: plain word, user: ann }, skip: later }
              - { name: four, with: { pass: plain word, user: bob } }
            """;
        var project = TestProject.Of(playbook) with
        {
            Sources = ["internal static class Use { public static string Value() => string.Join('|', System.Linq.Enumerable.Select(Shop.Tests.Playbooks.Orders.Definition.CaseSecrets, static secret => secret.Reveal())); }"],
        };

        using var assembly = project.Run().ShouldCompile().Load();
        Assert.Equal("it's|it''s|q\"x|q\\\"x|plain word", assembly.Assembly.GetType("Use")!.GetMethod("Value")!.Invoke(null, null));
    }

    private static string Evaluate(string expression)
    {
        var project = TestProject.Of(Playbook) with
        {
            Sources =
            [
                $$"""
                using Shop.Tests.Playbooks;

                internal static class Use
                {
                    public static string Value() => {{expression}};

                    // What a host that starts playbooks by name gets, as the run would show it.
                    private static string Texts(params (string Name, string Text)[] texts)
                    {
                        var values = new global::System.Collections.Generic.Dictionary<string, string>();
                        foreach (var (name, text) in texts)
                        {
                            values[name] = text;
                        }

                        var made = Shop.Tests.PlaybookCatalog.Find("orders")!.Create(values);
                        var shown = (global::System.Collections.Generic.IReadOnlyList<global::Playbooks.NamedValue>)typeof(Orders)
                            .GetMethod("GetValues", global::System.Reflection.BindingFlags.Instance | global::System.Reflection.BindingFlags.NonPublic)!.Invoke(made, null)!;
                        return string.Join(' ', global::System.Linq.Enumerable.Select(shown, value => value.Text));
                    }
                }
                """,
            ],
        };
        using var assembly = project.Run().ShouldCompile().Load();
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return (string)assembly.Assembly.GetType("Use")!.GetMethod("Value")!.Invoke(null, null)!;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
