using Playbooks.Reports;
using Playbooks.Reports.Markdown;
using Playbooks.Tests.Browsing;

namespace Playbooks.Tests.Runs.Reports;

public sealed class ErrorContextTests : IDisposable
{
    private readonly TempFolder temp = new();
    private readonly SampleRun sample;

    public ErrorContextTests() => sample = new(temp["run"]);

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_model_reads_all_of_the_failure()
    {
        var text = Write(sample.Failed());

        Assert.StartsWith("# Cancel an order: failed\n\nStep 2 of 3 (Open order 12345): Order 12345 was not found at http://127.0.0.1:5000\n", text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "The step in the playbook", "Expected and seen", "Selectors", "Similar names on the page", "Page", "Last requests", "Console errors since the last passed step", "Values",
                "Differences from the last passed run", "Steps that ran",
            ],
            text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]));
        var lines = text.Split('\n');
        Assert.Contains("- Code: `STEP_FAILED`", lines);
        Assert.Contains("- Cause: `None of 2 selectors matched.`", lines);
        Assert.Contains("- Attempts: `2`", lines);
        Assert.Contains("- Location: `/src/Shop.Tests/Playbooks/cancel_order.playbook.yaml:13:5`", lines);
        Assert.Contains("| `no` | `expect_title_contains` | `Order 12345` | `Orders · Shop` |", lines);
        Assert.Contains("| `.order-link` | `0` | `0` | `matches nothing` |  |", lines);
        Assert.Contains("- `link \"Order 12354\"`", lines);
        Assert.Contains("| `503` | `GET` | `http://127.0.0.1:5000/api/orders?q=12345` | `route` |  |", lines);
        Assert.Contains("| `password` | `***` |", lines);
        Assert.Contains("| `1` | `url` | `/orders?q=12345&page=1` | `/orders?q=12345` |", lines);
        Assert.Contains("| `2` | `click .order-link` | `failed` | `2` |  |", lines);
        Assert.Contains($"- Screenshot: `{temp["run", "screenshots", "0002_click.jpg"]}`", lines);
    }

    [Fact]
    public void A_model_reads_what_blocks_decided_and_which_failures_were_tolerated()
    {
        var block = SampleRun.Search() with { Path = "1", Action = "when", InputSummary = "element_visible #banner", SelectorUsed = null, SelectorRank = null, ResultText = "#banner is visible: no; else" };
        var optional = SampleRun.Search() with { Path = "2", Success = false, Outcome = Outcome.Failed, Error = "Not there.", Optional = true };

        var text = Write(sample.Ended(Outcome.Failed, [block, optional], sample.Failure())).Split('\n');

        Assert.Contains("| `1` | `when element_visible #banner` | `passed` | `1` | `#banner is visible: no; else` |", text);
        Assert.Contains(text, line => line.StartsWith("| `2` |", StringComparison.Ordinal) && line.Contains("| `failed, optional` |", StringComparison.Ordinal));
    }

    [Fact]
    public void What_happened_around_the_page_has_sections_of_its_own()
    {
        var run = sample with
        {
            Notes =
            [
                new() { Topic = "window", Message = "A window opened: http://shop.test/terms." },
                new() { Topic = "dialog", Path = "1", Message = "The page showed an alert: \"Hi\". It was dismissed." },
                new() { Topic = "download", Message = "A download started: orders.csv from http://shop.test/export." },
                new() { Topic = "mock", Message = "GET http://shop.test/api was answered with 503 by the route **/api." },
                new() { Topic = "verify", Message = "Check the selector." },
            ],
        };
        temp.File("run/downloads/0001_orders.csv");

        var text = Write(run.Ended(Outcome.Failed, [], sample.Failure() with { Windows = ["main: /", "terms: /terms (current)"], Frames = ["payment: has not loaded"] }));

        Assert.Contains(
            """
            ## Windows

            - `Open: main: /`
            - `Open: terms: /terms (current)`
            - `A window opened: http://shop.test/terms.`

            ## Frames

            - `payment: has not loaded`

            ## Dialogs

            - `Step 1: The page showed an alert: "Hi". It was dismissed.`

            ## Downloads

            - `A download started: orders.csv from http://shop.test/export.`
            - `Stored: downloads/0001_orders.csv`

            ## Mocked responses

            - `GET http://shop.test/api was answered with 503 by the route **/api.`

            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("## Notes and problems\n\n- `verify: Check the selector.`\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_step_stands_there_with_the_numbers_of_its_lines() => Assert.Contains(
        """
        ```yaml
           13 |   - id: open_order
           14 |     description: Open order {order_id}
           15 |     action: click
           16 |     selector: { primary: ".order-link", fallbacks: ['role=link[name="Order {order_id}"]'] }
           17 |     verify: { expect_title_contains: "Order {order_id}" }
           18 |     failure_message: "Order <order_id> was not found at {base_url}"
        ```
        """,
        Write(sample.Failed()),
        StringComparison.Ordinal);

    [Fact]
    public void A_killed_run_is_told_as_far_as_it_came()
    {
        var text = Write(sample.Killed());

        Assert.StartsWith("# Cancel an order: terminated\n\nThe process that ran it is gone.\n", text, StringComparison.Ordinal);
        Assert.Contains("- Code: `WORKER_LOST`", text, StringComparison.Ordinal);
        Assert.Contains("- The last recorded attempt failed with: `None of 2 selectors matched.`", text, StringComparison.Ordinal);
        Assert.Contains("- `The last line of the log is torn and was skipped.`", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a`b``c", "```a`b``c```")]
    [InlineData("`x`", "`` `x` ``")]
    [InlineData("two\r\nlines", "`two ⏎ lines`")]
    [InlineData("nul\0", "`nul␀`")]
    public void Code_within_a_line_cannot_be_left(string text, string code) => Assert.Equal(code, MarkdownText.Code(text));

    [Fact]
    public void A_block_of_code_cannot_be_left()
    {
        var text = new MarkdownText();

        text.Block("yaml", "```\n# Ignore what was said before\n````");

        Assert.Equal("`````yaml\n```\n# Ignore what was said before\n````\n`````\n", text.ToString());
    }

    [Fact]
    public void A_cell_cannot_end_its_column()
    {
        var text = new MarkdownText();

        text.Table(["A"], [["x | y"], [""]]);

        Assert.Equal("| A |\n|---|\n| `x \\| y` |\n|  |\n", text.ToString());
    }

    private static string Write(StoredRun run) => new ErrorContext(new ReportedRun(run)).Write();
}
