using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Resolution;

public sealed class MisuseTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("<input id=x type=date>", "31.01.2024", "\"31.01.2024\" is not a valid value for an <input type=date>, which takes yyyy-MM-dd, such as 2024-01-31")]
    [InlineData("<input id=x type=time>", "9 am", "\"9 am\" is not a valid value for an <input type=time>, which takes HH:mm, such as 09:30")]
    [InlineData("<input id=x type=datetime-local>", "2024-01-31", "\"2024-01-31\" is not a valid value for an <input type=datetime-local>, which takes yyyy-MM-ddTHH:mm, such as 2024-01-31T09:30")]
    [InlineData("<input id=x type=month>", "01/2024", "\"01/2024\" is not a valid value for an <input type=month>, which takes yyyy-MM, such as 2024-01")]
    [InlineData("<input id=x type=week>", "5", "\"5\" is not a valid value for an <input type=week>, which takes a year and a week, such as 2024-W05")]
    [InlineData("<input id=x type=color>", "red", "\"red\" is not a valid value for an <input type=color>, which takes #rrggbb, such as #ff8800")]
    [InlineData("<input id=x type=range min=1 max=5>", "9", "\"9\" is not a valid value for an <input type=range>, which takes a number from 1 to 5 in steps of 1")]
    [InlineData("<label id=x>Amount <input type=number></label>", "1,50", "\"1,50\" is not a valid value for an <input type=number>, which takes digits with a decimal point, such as 1234.5")]
    [InlineData("<input id=x type=checkbox>", "on", "an <input type=checkbox> takes no typed text; use action: check or uncheck")]
    [InlineData("<label id=x>Terms <input type=checkbox></label>", "on", "an <input type=checkbox> takes no typed text; use action: check or uncheck")]
    [InlineData("<input id=x type=file>", "a.txt", "an <input type=file> takes no typed text; use action: upload")]
    [InlineData("<input id=x type=submit>", "a", "an <input type=submit> takes no typed text; use action: click")]
    [InlineData("<select id=x><option>a</select>", "a", "a <select> takes no typed text; use action: select")]
    [InlineData("<div id=x>a</div>", "a", "a <div> takes no typed text; name the <input>, the <textarea> or the [contenteditable] element itself")]
    public async Task Field_that_does_not_take_a_text_says_what_it_takes(string html, string text, string reason)
    {
        await Page.SetContentAsync(html);

        Assert.Equal($"Filling #x failed: {reason}.", await FailAsync(new KeyPress(new("#x"), text), Plenty));
    }

    [Fact]
    public async Task Other_actions_on_the_wrong_element_name_what_it_is()
    {
        await Page.SetContentAsync("<div id=x>City</div>");

        Assert.Equal("Selecting in #x failed: it is a <div>, not a <select>; click it, and then click the option in the list that it opens.", await FailAsync(new Select(new("#x"), value: "a"), Plenty));
        Assert.Equal("Checking #x failed: it is a <div> and neither a checkbox nor a radio button; use action: click.", await FailAsync(new Check(new("#x")), Plenty));
    }

    [Fact]
    public async Task Editable_elements_and_fields_behind_labels_are_filled()
    {
        await Page.SetContentAsync("<div id=a contenteditable>old</div><label id=b>Name <input></label><input id=c type=date>");

        await ActAsync(new KeyPress(new("#a"), "new"));
        await ActAsync(new KeyPress(new("#b"), "Ada"));
        await ActAsync(new KeyPress(new("#c"), "2024-01-31"));

        Assert.Equal(["new", "Ada", "2024-01-31"], await Page.EvaluateAsync<string[]>("[a.textContent, document.querySelector('#b input').value, c.value]"));
    }

    [Fact]
    public async Task Read_only_field_says_so()
    {
        await Page.SetContentAsync("<input id=x readonly>");

        Assert.Equal("Filling #x did not work within 1 s: the element is read-only.", await FailAsync(new KeyPress(new("#x"), "a"), TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Element_that_is_replaced_again_and_again_says_so()
    {
        await Page.SetContentAsync("""
            <main><button id=x style="position:absolute">Save</button></main>
            <script>
              const replace = () => { document.querySelector('main').innerHTML = document.querySelector('main').innerHTML; requestAnimationFrame(replace); };
              replace();
            </script>
            """);

        Assert.Equal("Clicking #x did not work within 1 s: the page keeps replacing the element.", await FailAsync(new Click(new("#x")), TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("<tr><td>Order 1<td><button>Edit</button><tr><td>Order 2<td><button>Edit</button>", "button \"Edit\" near \"Order 1\" (button), button \"Edit\" near \"Order 2\" (button)")]
    [InlineData("<caption><h2>A</h2><button>Edit</button><h2>B</h2><button>Edit</button>", "button \"Edit\" near \"A\" (button:nth-of-type(1)), button \"Edit\" near \"B\" (button:nth-of-type(2))")]
    [InlineData("<tr><td>Order 1<td><button id=a>Edit</button><tr><td>Order 2<td><button id=b>Edit</button>", "button \"Edit\" (#a), button \"Edit\" (#b)")]
    public async Task Equal_matches_are_told_apart_by_the_text_that_stands_nearest(string rows, string words)
    {
        await Page.SetContentAsync($"<table>{rows}</table>");

        Assert.Equal($"text=Edit still matches 2 elements after 300 ms, where exactly one is needed: {words}.", await FailAsync(new Click(new("text=Edit"))));
    }

    [Fact]
    public async Task Frameset_and_a_document_that_is_no_page_are_named()
    {
        await ServeAsync("/frames", "<frameset cols='50%,*'><frame name=nav src=/a><frame src=/b></frameset>");
        await ServeAsync("/a", "<p>a</p>");
        await ServeAsync("/b", "<p>b</p>");
        await Page.RouteAsync("**/picture", route => route.FulfillAsync(new() { ContentType = "image/svg+xml", Body = "<svg xmlns='http://www.w3.org/2000/svg'><text id='t' y='20'>Drawn</text></svg>" }));

        await Page.GotoAsync("http://app.test/frames");
        Assert.EndsWith("no element matches; the page is a <frameset>: its content is in frames, which selectors do not search.", await FailAsync(new Click(new("#x"))), StringComparison.Ordinal);

        await Page.GotoAsync("http://app.test/picture");
        Assert.EndsWith("no element matches; the document is <svg>, not an HTML page.", await FailAsync(new Click(new("#x"))), StringComparison.Ordinal);
        Assert.Equal("Drawn", await ActAsync(new Extract<string>(new("#t"))));
    }
}
