using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>Selectors of verify that name the frames of their element.</summary>
public sealed class VerifyFrameTests
{
    [Fact]
    public void A_selector_of_verify_can_have_frames()
    {
        var file = Check.Steps("""
            - action: click
              selector: "#go"
              verify:
                expect_element_visible: { frame: "#payment", primary: "#done" }
                expect_count: { selector: { frame: ["#payment", "#items"], primary: tr }, at_least: 2 }
                expect_enabled: { primary: "#save" }
            """);

        var verify = file.Model.Steps[0].Verify!;
        Assert.Equal(("#done", "#payment"), (verify.ElementVisible!.Raw, verify.ElementVisible.Frames[0].Raw));
        Assert.Equal(["#payment", "#items"], verify.Count!.Selector.Frames.Select(frame => frame.Raw));
        Assert.Empty(verify.Enabled!.Frames);
    }

    [Theory]
    [InlineData("expect_element_visible: { frame: \"#payment\", primary: body }")]
    [InlineData("{|PB0003:expect_element_visible|}: { frame: \"#payment\" }", "'primary'")]
    [InlineData("expect_element_visible: { primary: \"#a\", {|PB0002:fallbacks|}: [\"#b\"] }", "fallbacks")]
    [InlineData("expect_element_visible: { frame: {|PB0301:\"div[\"|}, primary: \"#a\" }")]
    [InlineData("expect_element_visible: { frame: \"#a\", primary: \"{|PB0102:{unknown}|}\" }")]
    [InlineData("expect_focused: {|PB0004:[\"#a\", \"#b\"]|}", "Write a single text value.")]
    [InlineData("expect_element_gone: {|PB0004:{save}|}", "Put it in quotes: expect_element_gone: \"{save}\"")]
    public void What_is_in_it_is_checked(string expectation, params string[] messages) =>
        Check.Steps("- action: click\n  selector: \"#a\"\n  verify: { expect_url_contains: /a, " + expectation + " }", messages);
}
