using System.Text;
using System.Text.Json;
using Playbooks.Guarding.Secrets;
using Playbooks.Recording;

namespace Playbooks.Tests.Runs.Recording;

public sealed class TraceMaskTests
{
    private const string Secret = "geh\"eim ü\\";
    private const string Hash = "014e672ce43157f8bf61cb4ab0c033c2275420d6";

    private static readonly PlaybookSource Source = new("/shop/log in/login.playbook.yaml", () => "name: Log in\nsteps:\n  - goto: /\n");

    [Fact]
    public void Secrets_are_hidden_in_the_strings_of_lines_and_the_rest_stays_as_it_was()
    {
        var line = JsonSerializer.Serialize(new { type = "log", time = 1.25, message = $"fill(\"{Secret}\")", other = "ü\"" }) + "\n";

        var trace = Rewrite(("trace.trace", line + "{\"type\":\"event\"}\n"));

        Assert.Equal("{\"type\":\"log\",\"time\":1.25,\"message\":\"fill(\\\"***\\\")\",\"other\":\"\\u00FC\\u0022\"}\n{\"type\":\"event\"}\n", trace["trace.trace"]);
    }

    [Fact]
    public void Names_of_properties_are_masked_too()
    {
        var trace = Rewrite(("trace.trace", JsonSerializer.Serialize(new Dictionary<string, int> { [Secret] = 1 })));

        Assert.Equal("{\"***\":1}", trace["trace.trace"]);
    }

    [Fact]
    public void A_secret_of_digits_breaks_no_number()
    {
        var trace = Rewrite(new SecretMask(["1234"]), ("trace.trace", "{\"time\":91234.5,\"pin\":1234,\"text\":\"pin 1234\"}"));

        Assert.Equal("{\"time\":91234.5,\"pin\":\"***\",\"text\":\"pin ***\"}", trace["trace.trace"]);
    }

    public static TheoryData<string> WordsOfTheTrace => new("type", "before", "Frame", "goto", "html", "params", "snapshot", "call@1", "a", "1", "DIV", "style", "selector", "text", "1280");

    [Theory]
    [MemberData(nameof(WordsOfTheTrace))]
    public void A_secret_that_is_a_word_of_the_trace_itself_leaves_it_readable(string secret)
    {
        const string Before = "{\"type\":\"before\",\"callId\":\"call@1\",\"class\":\"Frame\",\"method\":\"goto\",\"startTime\":1,\"params\":{\"selector\":\"#x\",\"text\":\"SECRET\"}}";
        const string Snapshot = "{\"type\":\"frame-snapshot\",\"snapshot\":{\"callId\":\"call@1\",\"viewport\":{\"width\":1280,\"height\":1},\"html\":[\"DIV\",{\"style\":\"a\",\"value\":\"SECRET\"},[[1,1280]],\"SECRET\"]}}";
        var masks = new SecretMask([secret]);

        var lines = Rewrite(masks, ("trace.trace", $"{Before}\n{Snapshot}\n".Replace("SECRET", secret, StringComparison.Ordinal)))["trace.trace"].Split('\n');

        using var before = JsonDocument.Parse(lines[0]);
        Assert.Equal("before", before.RootElement.GetProperty("type").GetString());
        Assert.Equal(["call@1", "Frame", "goto"], from name in (string[])["callId", "class", "method"] select before.RootElement.GetProperty(name).GetString());
        Assert.Equal("***", before.RootElement.GetProperty("params").GetProperty("text").GetString());
        using var snapshot = JsonDocument.Parse(lines[1]);
        var html = snapshot.RootElement.GetProperty("snapshot").GetProperty("html");
        Assert.Equal("DIV", html[0].GetString());
        Assert.Equal("***", html[1].GetProperty("value").GetString());
        Assert.Equal("[[1,1280]]", html[2].GetRawText());
        Assert.Equal("***", html[3].GetString());
        Assert.Equal(1280, snapshot.RootElement.GetProperty("snapshot").GetProperty("viewport").GetProperty("width").GetInt32());
    }

    [Fact]
    public void A_secret_that_is_spread_over_elements_letter_by_letter_is_hidden_in_the_pictures_of_a_page()
    {
        const string Spread = "[\"P\",{},[\"B\",{},\"h\"],\"\\n \",[\"B\",{},\"un\"],[\"I\",{},\"ter2\"]],[\"P\",{},\"two\"],[\"INPUT\",{\"__playwright_value_\":\"hunt\"}],[\"INPUT\",{\"__playwright_value_\":\"er2\"}]";
        const string Hidden = "[\"P\",{},[\"B\",{},\"***\"],\"\\n \",[\"B\",{},\"***\"],[\"I\",{},\"***\"]],[\"P\",{},\"two\"],[\"INPUT\",{\"__playwright_value_\":\"***\"}],[\"INPUT\",{\"__playwright_value_\":\"***\"}]";
        const string Line = "{\"type\":\"frame-snapshot\",\"snapshot\":{\"html\":[\"BODY\",{},HTML]}}";

        var trace = Rewrite(
            new SecretMask(["hunter2"]),
            ("trace.trace", Line.Replace("HTML", Spread, StringComparison.Ordinal)),
            ("resources/page.html", "<p class=q><b>h</b><b>unt</b><!-- and -->er2</p> end"));

        Assert.Equal(Line.Replace("HTML", Hidden, StringComparison.Ordinal), trace["trace.trace"]);
        Assert.Equal("<p class=q><b>***</p> end", trace["resources/page.html"]);
    }

    [Fact]
    public void JSON_within_a_string_of_JSON_is_looked_into()
    {
        var inner = JsonSerializer.Serialize(new { password = Secret, url = "/?p=" + Uri.EscapeDataString(Secret) });

        var trace = Rewrite(("trace.network", JsonSerializer.Serialize(new { postData = new { text = inner } })));

        using var json = JsonDocument.Parse(trace["trace.network"]);
        Assert.Equal("{\"password\":\"***\",\"url\":\"/?p=***\"}", json.RootElement.GetProperty("postData").GetProperty("text").GetString());
    }

    [Fact]
    public void A_line_that_is_no_JSON_is_masked_as_text() =>
        Assert.Equal("{\"torn\":\"***", Rewrite(("trace.trace", "{\"torn\":\"geh\\\"eim \\u00fc\\\\"))["trace.trace"]);

    [Fact]
    public void Half_of_a_surrogate_pair_does_not_stop_it() =>
        Assert.Equal("{\"a\":\"\\ud800 ***\"}", Rewrite(("trace.trace", "{\"a\":\"\\ud800 geh\\\"eim \\u00fc\\\\\"}"))["trace.trace"]);

    [Fact]
    public void Pages_as_deep_as_pages_get_are_read()
    {
        var deep = string.Concat(Enumerable.Repeat("[\"DIV\",{},", 3000)) + "\"hunter2\"" + new string(']', 3000);

        Assert.Equal(deep.Replace("hunter2", "***", StringComparison.Ordinal), Rewrite(new SecretMask(["hunter2"]), ("trace.trace", deep))["trace.trace"]);
    }

    [Fact]
    public void Bodies_are_masked_and_keep_their_names()
    {
        var trace = Rewrite(($"resources/{Hash}.dat", "p=geh%22eim+%FC%5C&q=1"), ($"resources/{Hash}.html", "<p>geh&quot;eim &uuml;\\</p>"));

        Assert.Equal("p=***&q=1", trace[$"resources/{Hash}.dat"]);
        Assert.Equal("<p>***</p>", trace[$"resources/{Hash}.html"]);
    }

    [Fact]
    public void A_file_that_is_no_text_stays_byte_by_byte_and_one_that_holds_a_secret_is_emptied()
    {
        byte[] image = [0x89, 0, 1, .. Encoding.UTF8.GetBytes("geheim"), 0xFF];
        byte[] wide = [0xFF, 0xFE, 0, .. Encoding.Unicode.GetBytes(Secret), 1];
        byte[] plain = [0, .. Encoding.UTF8.GetBytes(Secret)];
        var rewritten = new MemoryStream();
        using var zip = ZippedTrace.Of(($"resources/{Hash}.png", image), ("resources/wide.bin", wide), ("resources/plain.bin", plain));

        new TraceMask(new([Secret])).Rewrite(zip, rewritten, Source, default);

        var files = ZippedTrace.Files(rewritten);
        Assert.Equal(image, files[$"resources/{Hash}.png"]);
        Assert.Empty(files["resources/wide.bin"]);
        Assert.Empty(files["resources/plain.bin"]);
    }

    [Fact]
    public void A_name_that_holds_a_secret_is_masked_where_it_is_used_too_and_hashes_stay()
    {
        var trace = Rewrite(
            new SecretMask(["4e67", "hunter2"]),
            ("trace.network", $"{{\"_file\":\"resources/hunter2.txt\",\"other\":\"resources/{Hash}.dat\",\"text\":\"4e67\"}}"),
            ("resources/hunter2.txt", "a"),
            ("resources/***.txt", "b"),
            ($"resources/{Hash}.dat", "c"));

        Assert.Equal($"{{\"_file\":\"resources/***.txt\",\"other\":\"resources/{Hash}.dat\",\"text\":\"***\"}}", trace["trace.network"]);
        Assert.Equal("a", trace["resources/***.txt"]);
        Assert.Equal("b", trace["resources/***.txt_"]);
        Assert.Equal("c", trace[$"resources/{Hash}.dat"]);
    }

    [Fact]
    public void The_viewer_finds_the_playbooks_lines_for_every_call_of_a_step()
    {
        var trace = Rewrite(
            ("trace.stacks", "{\"files\":[\"/_/src/Library.cs\"],\"stacks\":[[\"c@2\",[[0,7,7,\"\"]]]]}"),
            ("trace.trace",
                """
                {"type":"before","callId":"c@0","class":"BrowserContext","method":"newPage","params":{}}
                {"type":"before","callId":"c@1","title":"1 Open","class":"Tracing","method":"tracingGroup","params":{},"stack":[{"file":"/shop/log in/login.playbook.yaml","line":3,"column":5}]}
                {"type":"before","callId":"c@2","class":"Frame","method":"goto","params":{},"parentId":"c@1"}
                {"type":"before"}

                """));

        Assert.Equal("{\"files\":[\"/shop/log in/login.playbook.yaml\"],\"stacks\":[[\"c@1\",[[0,3,5,\"\"]]],[\"c@2\",[[0,3,5,\"\"]]]]}", trace["trace.stacks"]);
        Assert.Equal(Source.ReadText(), trace["src/5a9b354b0c94f1028d59a058bf3f22882202c301.yaml"]);
    }

    [Fact]
    public void The_playbooks_file_is_masked() =>
        Assert.Contains("name: ***\n", Rewrite(new SecretMask(["Log in"])).Values.Single(), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_trace_is_refused() =>
        Assert.Throws<InvalidDataException>(() => new TraceMask(SecretMask.None).Rewrite(new MemoryStream([1, 2, 3]), new MemoryStream(), Source, default));

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(71)]
    [InlineData(100)]
    [InlineData(1000)]
    public void A_secret_is_hidden_wherever_it_falls_between_two_pieces(int pieceSize)
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(static n => n % 3 == 0 ? "hunter2," : n % 3 == 1 ? "h%75nter2;" : $"{n}."));
        var masked = new MemoryStream();

        new BodyMask(new(["hunter2"]), pieceSize).Write(() => new MemoryStream(Encoding.UTF8.GetBytes(text)), masked, default);

        Assert.Equal(text.Replace("hunter2", "***", StringComparison.Ordinal).Replace("h%75nter2", "***", StringComparison.Ordinal), Encoding.UTF8.GetString(masked.ToArray()));
    }

    [Fact]
    public void A_secret_between_two_pieces_of_a_file_that_is_no_text_empties_it()
    {
        byte[] body = [.. new byte[150], .. Encoding.UTF8.GetBytes("hunter2"), .. new byte[300]];
        for (var size = 64; size < 74; size++)
        {
            var masked = new MemoryStream();

            new BodyMask(new(["hunter2"]), size).Write(() => new MemoryStream(body), masked, default);

            Assert.Equal(0, masked.Length);
        }
    }

    private static Dictionary<string, string> Rewrite(params (string Name, string Content)[] files) => Rewrite(new SecretMask([Secret]), files);

    private static Dictionary<string, string> Rewrite(SecretMask mask, params (string Name, string Content)[] files)
    {
        using var zip = ZippedTrace.Of(files);
        var rewritten = new MemoryStream();
        new TraceMask(mask).Rewrite(zip, rewritten, Source, default);
        return ZippedTrace.Texts(rewritten);
    }
}
