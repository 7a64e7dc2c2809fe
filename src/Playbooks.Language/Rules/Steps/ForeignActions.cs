namespace Playbooks.Language.Rules.Steps;

/// <summary>Actions as other tools call them, with what to write instead (PB0201).</summary>
internal static class ForeignActions
{
    private const string TypeText = "Write action: key_press with the selector and params: { text: … }.";
    private const string PressKey = "Write action: key_press with params: { key: … }, such as Enter.";
    private const string Open = "Write action: goto with params: { url: … }.";
    private const string Click = "Write action: click.";
    private const string Expect = "Put what must hold in the 'verify' of the previous step, such as verify: { expect_element_visible: … }, or use action: wait_for.";
    private const string Wait = "Write action: wait_for with the selector that must appear. Steps and verify wait by themselves, so no fixed time is needed.";
    private const string Choose = "Write action: select with params: { label: … }.";
    private const string SwitchPage = "Write action: switch_page with params: { to: … }.";
    private const string Frame = "Put the frame in the selector of the step that acts inside the frame: selector: { frame: …, primary: … }.";
    private const string Dialog = "Add dialog: { accept: … } to the step that causes the dialog.";
    private const string Upload = "Write action: upload with params: { files: [ … ] }.";

    private static readonly Dictionary<string, string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fill"] = TypeText,
        ["type"] = TypeText,
        ["input"] = TypeText,
        ["inputtext"] = TypeText,
        ["settext"] = TypeText,
        ["sendkeys"] = TypeText,
        ["clear"] = "Write action: key_press with the selector and params: { text: \"\" }.",
        ["press"] = PressKey,
        ["presskey"] = PressKey,
        ["keyboard"] = PressKey,
        ["navigate"] = Open,
        ["navigateto"] = Open,
        ["open"] = Open,
        ["openurl"] = Open,
        ["visit"] = Open,
        ["refresh"] = "Write action: reload.",
        ["goback"] = "Write action: back.",
        ["goforward"] = "Write action: forward.",
        ["dragto"] = "Write action: drag with the selector and params: { to: … }.",
        ["draganddrop"] = "Write action: drag with the selector and params: { to: … }.",
        ["switchtab"] = SwitchPage,
        ["switchtotab"] = SwitchPage,
        ["switchwindow"] = SwitchPage,
        ["switchtowindow"] = SwitchPage,
        ["switchframe"] = Frame,
        ["switchtoframe"] = Frame,
        ["iframe"] = Frame,
        ["close"] = "Write action: close_page.",
        ["closetab"] = "Write action: close_page.",
        ["closewindow"] = "Write action: close_page.",
        ["acceptdialog"] = Dialog,
        ["acceptalert"] = Dialog,
        ["dismissdialog"] = Dialog,
        ["dismissalert"] = Dialog,
        ["handledialog"] = Dialog,
        ["tap"] = Click,
        ["tapon"] = Click,
        ["clickon"] = Click,
        ["doubleclick"] = "Write action: click with params: { count: 2 }.",
        ["dblclick"] = "Write action: click with params: { count: 2 }.",
        ["rightclick"] = "Write action: click with params: { button: right }.",
        ["assert"] = Expect,
        ["expect"] = Expect,
        ["verify"] = Expect,
        ["assertvisible"] = Expect,
        ["assertnotvisible"] = "Write verify: { expect_element_gone: … } in the previous step, or action: wait_for with params: { state: hidden }.",
        ["asserttext"] = "Write verify: { expect_text_on_page: … } in the previous step.",
        ["wait"] = Wait,
        ["sleep"] = Wait,
        ["pause"] = Wait,
        ["delay"] = Wait,
        ["waitforselector"] = Wait,
        ["waituntil"] = Wait,
        ["selectoption"] = Choose,
        ["choose"] = Choose,
        ["setinputfiles"] = Upload,
        ["attach"] = Upload,
        ["scrollto"] = "Write action: scroll with the selector.",
        ["gettext"] = "Write action: extract with store_as.",
        ["eval"] = "Write action: evaluate with params: { script: … }.",
        ["execute"] = "Write action: evaluate with params: { script: … }.",
        ["javascript"] = "Write action: evaluate with params: { script: … }.",
    };

    /// <summary>What to write instead; null: no other tool calls an action so.</summary>
    public static string? Advise(string word) =>
        Ours.TryGetValue(word.Replace("_", string.Empty).Replace("-", string.Empty).Replace(" ", string.Empty), out var ours) ? ours : null;
}
