using Playbooks.Execution.Steps;
using Playbooks.Guarding.Secrets;
using Playbooks.Steps;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Steps;

public sealed class InputsTests
{
    private static readonly SelectorChain Field = new("#field", "text=Field");

    [Fact]
    public void Each_action_names_what_it_is_given_and_leaves_out_what_is_as_by_default()
    {
        Assert.Equal("url=/orders", Shown(new Goto("/orders")));
        Assert.Equal("url=/orders; allow_status=true", Shown(new Goto("/orders") { AllowStatus = true }));
        Assert.Equal("selector=#field", Shown(new Click(Field)));
        Assert.Equal("selector=#field; button=right; count=2; modifiers=Alt, Shift", Shown(new Click(Field) { Button = MouseButton.Right, Count = 2, Modifiers = [ModifierKey.Alt, ModifierKey.Shift] }));
        Assert.Equal("selector=#field; text=late; key=Enter", Shown(new KeyPress(Field, "late", "Enter")));
        Assert.Equal("key=Escape", Shown(new KeyPress(null, key: "Escape")));
        Assert.Equal("selector=#field", Shown(new Scroll(Field)));
        Assert.Equal("direction=up; amount=50", Shown(new Scroll { Direction = ScrollDirection.Up, Amount = 50 }));
        Assert.Equal("selector=#field; state=hidden", Shown(new WaitFor(Field, ElementState.Hidden)));
        Assert.Equal("selector=#field; label=Open", Shown(new Select(Field, label: "Open")));
        Assert.Equal("selector=#field; index=0", Shown(new Select(Field, index: 0)));
        Assert.Equal("script=a => a.id; args.id=12345", Shown(new Evaluate("a => a.id") { Args = new Dictionary<string, string> { ["id"] = "12345" } }));
        Assert.Equal("selector=#field; mode=attribute; attribute=href; culture=de-DE", Shown(new Extract<decimal>(Field, ExtractMode.Attribute) { Attribute = "href", Culture = "de-DE" }));
        Assert.Equal("url=/api", Shown(new Request<string>(new("/api"))));
        Assert.Equal(
            "method=POST; url=/api; query.q=a; headers.Accept=text/plain; headers.Authorization=***; form.f=b; expect_status=200, 404; mode=json_path; path=a[0]; culture=de-DE",
            Shown(new Request<decimal>(new("/api")
            {
                Method = RequestMethod.Post,
                Query = new Dictionary<string, string> { ["q"] = "a" },
                Headers = new Dictionary<string, string> { ["Accept"] = "text/plain", ["Authorization"] = "Bearer 1" },
                Form = new Dictionary<string, string> { ["f"] = "b" },
                ExpectStatus = [200, 404],
                ResponseMode = ResponseMode.JsonPath,
                ResponsePath = "a[0]",
            })
            { Culture = "de-DE" }));
        Assert.Equal("prompt=Which state?", Shown(new LlmExtract<string>("Which state?")));
        Assert.Equal("selector=#field; files=a.txt, b.txt", Shown(new Upload(Field, "a.txt", "b.txt")));
        Assert.Equal("selector=#field", Shown(new Hover(Field)));
        Assert.Equal("selector=#field; name=form", Shown(new Screenshot("form", Field)));
    }

    [Fact]
    public void A_secret_is_masked_before_a_long_text_is_cut_and_its_whole_length_is_named()
    {
        var text = new string('x', 495) + "hunter2" + new string('y', 498);

        Assert.Equal($"text={new string('x', 495)}***yy… (996 characters)", Shown(new KeyPress(null, text), "hunter2"));
        Assert.Equal($"text={new string('x', 500)}", Shown(new KeyPress(null, new string('x', 500))));
    }

    [Fact]
    public void A_text_is_not_cut_within_a_character()
    {
        Assert.Equal($"text={new string('x', 499)}… (501 characters)", Shown(new KeyPress(null, new string('x', 499) + "😀")));
    }

    private static string Shown(Step step, params string[] secrets) =>
        string.Join("; ", StepArguments.From(step, new SecretMask(secrets)).Select(each => $"{each.Key}={each.Value}"));
}
