using System.Text.Json.Nodes;

namespace Playbooks.Cli.Tests.LanguageServer;

public sealed class LanguageServerTests
{
    private const string Shop = """
        id: cancel_order
        description: Cancels an order
        parameters:
          - { name: order_id, type: int, description: The number }
        steps:
          - { action: goto, params: { url: "/orders?q={order_id}" } }
          - id: read
            action: extract
            selector: "#status"
            failure_message: "Order <order_id> was not found"
            store_as: order_status
          - { action: wait_for, selector: "text={order_status}" }
        cases:
          - { name: works, with: { order_id: 1 }, expect: { outputs: { order_status: Open } } }
        """;

    private const string Caller = "id: all\nsteps:\n  - run: cancel_order\n    with: { order_id: 5 }\n    store: { order_status: state }\n  - { action: wait_for, selector: \"text={state}\" }\n";

    [Fact]
    public async Task Findings_follow_every_edit_also_in_playbooks_that_call_the_edited_one()
    {
        using var folder = new Tool().With("shop.playbook.yaml", Shop).With("all.playbook.yaml", Caller);
        await using var editor = await Editor.StartAsync(folder);

        await editor.OpenAsync("all.playbook.yaml", Caller);
        Assert.Empty(await editor.FindingsAsync("all.playbook.yaml", 1));
        await editor.OpenAsync("shop.playbook.yaml", Shop.Replace("order_id, type", "number, type", StringComparison.Ordinal));
        Assert.Contains("3:12 PB0210", await editor.FindingsAsync("all.playbook.yaml", 1));
        await editor.ChangeAsync("shop.playbook.yaml", 2, Shop);
        Assert.Empty(await editor.FindingsAsync("shop.playbook.yaml", 2));
        Assert.Empty(await editor.FindingsAsync("all.playbook.yaml", 1));
    }

    [Fact]
    public async Task Playbooks_of_referenced_projects_are_known()
    {
        using var folder = Projects.Referencing();
        await using var editor = await Editor.StartAsync(folder);
        var text = folder.Read("Tests/all.playbook.yaml");
        await editor.OpenAsync("Tests/all.playbook.yaml", text);

        Assert.Empty(await editor.FindingsAsync("Tests/all.playbook.yaml", 1));
        Assert.Contains("**greet**", (string)(await editor.AtAsync("textDocument/hover", "Tests/all.playbook.yaml", Mark(text, "run: gre|et")))!["contents"]!["value"]!, StringComparison.Ordinal);
        Assert.Equal(["greet.playbook.yaml 0:4"], Places(await editor.AtAsync("textDocument/definition", "Tests/all.playbook.yaml", Mark(text, "run: gre|et"))));
    }

    [Fact]
    public async Task Names_and_words_have_colors_and_cases_have_a_command()
    {
        using var folder = new Tool().With("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />").With("Flows/shop.playbook.yaml", Shop);
        await using var editor = await Editor.StartAsync(folder);
        await editor.OpenAsync("Flows/shop.playbook.yaml", Shop);
        var document = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = editor.Uri("Flows/shop.playbook.yaml") } };

        var data = (await editor.RequestAsync("textDocument/semanticTokens/full", document.DeepClone()))["result"]!["data"]!.AsArray().Select(number => (int)number!).ToArray();
        var (line, column) = (0, 0);
        var tokens = data.Chunk(5).Select(token =>
        {
            (line, column) = (line + token[0], token[0] == 0 ? column + token[1] : token[1]);
            return $"{line} {Shop.Split('\n')[line].Substring(column, token[2])} {token[3]} {token[4]}";
        });
        Assert.Equal(
            [
                "0 cancel_order 1 1", "3 order_id 0 1", "3 int 5 0", "5 goto 4 0", "5 order_id 0 0", "6 read 2 1", "7 extract 4 0", "9 order_id 0 0",
                "10 order_status 0 1", "11 wait_for 4 0", "11 order_status 0 0", "13 order_id 0 0", "13 order_status 0 0",
            ],
            tokens);

        var lens = Assert.Single((await editor.RequestAsync("textDocument/codeLens", document.DeepClone()))["result"]!.AsArray())!;
        Assert.Equal((13, "Run case", "playbooks.runCase"), ((int)lens["range"]!["start"]!["line"]!, (string)lens["command"]!["title"]!, (string)lens["command"]!["command"]!));
        var argument = lens["command"]!["arguments"]![0]!;
        Assert.Equal(("cancel_order", "works", "Shop.Flows.CancelOrderTests.Works"), ((string)argument["playbook"]!, (string)argument["case"]!, (string)argument["test"]!));
    }

    [Fact]
    public async Task Messages_that_are_wrong_late_or_canceled_do_no_harm()
    {
        using var folder = new Tool();
        await using var editor = Editor.StartUninitialized(folder);

        var early = await editor.RequestAsync("textDocument/hover", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = editor.Uri("a") }, ["position"] = new JsonObject { ["line"] = 0, ["character"] = 0 } });
        Assert.Equal(-32002, (int)early["error"]!["code"]!);
        await editor.RequestAsync("initialize", new JsonObject { ["capabilities"] = new JsonObject() });

        Assert.Equal(-32601, (int)(await editor.RequestAsync("textDocument/fly", new JsonObject()))["error"]!["code"]!);
        var invalid = (await editor.RequestAsync("textDocument/hover", new JsonObject { ["textDocument"] = 5 }))["error"]!;
        Assert.Equal(-32602, (int)invalid["code"]!);
        Assert.DoesNotContain("   at ", invalid.ToJsonString(), StringComparison.Ordinal);
        await editor.NotifyAsync("textDocument/didChange", new JsonObject { ["contentChanges"] = "nothing" });
        await editor.NotifyAsync("$/cancelRequest", new JsonObject { ["id"] = 4711 });
        Assert.Null((await editor.RequestAsync("textDocument/hover", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = editor.Uri("never-opened") }, ["position"] = new JsonObject { ["line"] = 90, ["character"] = -3 } }))["result"]);

        // An edit that arrives after a later one is not taken back.
        await editor.OpenAsync("a.playbook.yaml", Tool.Bad);
        for (var version = 2; version <= 100; version++)
        {
            await editor.ChangeAsync("a.playbook.yaml", version, version == 100 ? Tool.Good : Tool.Bad);
        }

        await editor.ChangeAsync("a.playbook.yaml", 50, Tool.Bad);
        Assert.Empty(await editor.FindingsAsync("a.playbook.yaml", 100));
        await editor.OpenAsync("b.playbook.yaml", "id: [\n\0");
        Assert.NotEmpty(await editor.FindingsAsync("b.playbook.yaml", 1));

        Assert.Null((await editor.RequestAsync("shutdown", null))["error"]);
        await editor.NotifyAsync("exit", new JsonObject());
        Assert.Equal(0, await editor.ExitCodeAsync());
    }

    [Theory]
    [InlineData("Content-Length: 5\r\n\r\n{{{{{")]
    [InlineData("Content-Length: many\r\n\r\n{}")]
    public async Task Bytes_that_are_no_message_end_the_server_with_an_error_so_that_the_editor_starts_it_again(string bytes)
    {
        using var folder = new Tool();
        await using var editor = await Editor.StartAsync(folder);

        await editor.SendRawAsync(System.Text.Encoding.ASCII.GetBytes(bytes));

        Assert.Equal(1, await editor.ExitCodeAsync());
    }

    [Fact]
    public async Task The_end_of_the_input_ends_the_server()
    {
        using var folder = new Tool();
        await using var editor = await Editor.StartAsync(folder);

        editor.CloseInput();

        Assert.Equal(0, await editor.ExitCodeAsync());
    }

    [Fact]
    public async Task Requests_at_a_place_are_answered()
    {
        using var folder = new Tool().With("shop.playbook.yaml", Shop).With("all.playbook.yaml", Caller);
        await using var editor = await Editor.StartAsync(folder);
        await editor.OpenAsync("shop.playbook.yaml", Shop);
        await editor.OpenAsync("all.playbook.yaml", Caller);

        // Hover: a key, an action, a placeholder, and a call.
        Assert.Contains("The element to act on.", await HoverAsync("    sel|ector: \"#status\""), StringComparison.Ordinal);
        Assert.Contains("Reads from an element, or from all that m", await HoverAsync("action: ext|ract"), StringComparison.Ordinal);
        Assert.Contains("Parameter `order_id`: int", await HoverAsync("q={order|_id}"), StringComparison.Ordinal);
        Assert.Contains("Output `order_status`: string, stored by step 2", await HoverAsync("text={order_st|atus}"), StringComparison.Ordinal);
        Assert.Contains("**cancel_order**", (string)(await editor.AtAsync("textDocument/hover", "all.playbook.yaml", Mark(Caller, "cancel|_order")))!["contents"]!["value"]!, StringComparison.Ordinal);

        // Definition and references, within the file and across files.
        Assert.Equal(["shop.playbook.yaml 3:12"], Places(await editor.AtAsync("textDocument/definition", "shop.playbook.yaml", Mark(Shop, "<order|_id>"))));
        Assert.Equal(["shop.playbook.yaml 0:4"], Places(await editor.AtAsync("textDocument/definition", "all.playbook.yaml", Mark(Caller, "cancel|_order"))));
        Assert.Equal(
            ["all.playbook.yaml 3:12", "shop.playbook.yaml 13:27", "shop.playbook.yaml 3:12", "shop.playbook.yaml 5:47", "shop.playbook.yaml 9:29"],
            Places(await editor.AtAsync("textDocument/references", "shop.playbook.yaml", Mark(Shop, "q={order|_id}"))));

        // Rename changes the callers, too, and refuses a name that is taken.
        var renamed = await editor.AtAsync("textDocument/rename", "shop.playbook.yaml", Mark(Shop, "q={order|_id}"), new() { ["newName"] = "number" });
        Assert.Equal((4, 1), (renamed!["changes"]![editor.Uri("shop.playbook.yaml")]!.AsArray().Count, renamed["changes"]![editor.Uri("all.playbook.yaml")]!.AsArray().Count));
        var taken = await editor.RequestAsync("textDocument/rename", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = editor.Uri("shop.playbook.yaml") }, ["position"] = Editor.PositionOf(Mark(Shop, "q={order|_id}")), ["newName"] = "order_status" });
        Assert.Equal("The name 'order_status' is already used.", (string)taken["error"]!["message"]!);

        // Outline, folding, formatting.
        var document = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = editor.Uri("shop.playbook.yaml") } };
        var symbols = (await editor.RequestAsync("textDocument/documentSymbol", document.DeepClone()))["result"]!.AsArray();
        Assert.Equal(["parameters", "steps", "cases"], symbols.Select(symbol => (string)symbol!["name"]!));
        Assert.Equal(["goto", "read", "wait_for"], symbols[1]!["children"]!.AsArray().Select(symbol => (string)symbol!["name"]!));
        Assert.Contains((await editor.RequestAsync("textDocument/foldingRange", document.DeepClone()))["result"]!.AsArray(), range => ((int)range!["startLine"]!, (int)range["endLine"]!) == (6, 10));
        Assert.Equal(Shop + "\n", (string)Assert.Single((await editor.RequestAsync("textDocument/formatting", document.DeepClone()))["result"]!.AsArray())!["newText"]!);

        async Task<string> HoverAsync(string marked) => (string)(await editor.AtAsync("textDocument/hover", "shop.playbook.yaml", Mark(Shop, marked)))!["contents"]!["value"]!;
    }

    private static IEnumerable<string> Places(JsonNode? locations) => locations!.AsArray().Select(one =>
        $"{((string)one!["uri"]!).Split('/')[^1]} {(int)one["range"]!["start"]!["line"]!}:{(int)one["range"]!["start"]!["character"]!}").Order(StringComparer.Ordinal);

    // The place of a part of a text, in which a | marks the cursor.
    private static string Mark(string text, string part)
    {
        var plain = part.Replace("|", "", StringComparison.Ordinal);
        Assert.Contains(plain, text, StringComparison.Ordinal);
        return text.Replace(plain, part, StringComparison.Ordinal);
    }
}
