

using Playbooks.Steps;

namespace Playbooks.Tests.Browser;

// The classes that a generator would write, with everything settable.
internal static class Infos
{
    public static StepInfo Of(string action) => new() { Number = 3, Path = "3", Action = action, Location = new(1, 1, 1, 2) };
}

internal sealed class Goto(string url, bool allowStatus = false) : GotoStep(Infos.Of("goto"))
{
    public override string Url => url;

    public override bool AllowStatus => allowStatus;
}

internal sealed class Click(SelectorChain selector) : ClickStep(Infos.Of("click"))
{
    public MouseButton WithButton { get; init; }

    public int Times { get; init; } = 1;

    public IReadOnlyList<ModifierKey> With { get; init; } = [];

    public override SelectorChain Selector => selector;

    public override MouseButton Button => WithButton;

    public override int Count => Times;

    public override IReadOnlyList<ModifierKey> Modifiers => With;
}

internal sealed class KeyPress(SelectorChain? selector, string? text = null, string? key = null) : KeyPressStep(Infos.Of("key_press"))
{
    public override SelectorChain? Selector => selector;

    public override string? Text => text;

    public override string? Key => key;
}

internal sealed class Scroll(SelectorChain? selector = null) : ScrollStep(Infos.Of("scroll"))
{
    public ScrollDirection? To { get; init; }

    public int By { get; init; } = 600;

    public override SelectorChain? Selector => selector;

    public override ScrollDirection Direction => To ?? base.Direction;

    public override int Amount => By;
}

internal sealed class WaitFor(SelectorChain selector, ElementState state) : WaitForStep(Infos.Of("wait_for"))
{
    public override SelectorChain Selector => selector;

    public override ElementState State => state;
}

internal sealed class Select(SelectorChain selector, string? value = null, string? label = null, int index = -1) : SelectStep(Infos.Of("select"))
{
    public override SelectorChain Selector => selector;

    public override string? Value => value;

    public override string? Label => label;

    public override int Index => index;
}

internal sealed class Evaluate(string script) : EvaluateStep(Infos.Of("evaluate"))
{
    public Dictionary<string, string> With { get; init; } = [];

    public override string Script => script;

    public override IReadOnlyDictionary<string, string> Args => With;
}

internal sealed class Extract<T>(SelectorChain selector, ExtractMode mode = ExtractMode.Text) : ExtractStep<T>(Infos.Of("extract"))
    where T : notnull
{
    public string? Of { get; init; }

    public string? In { get; init; }

    public override SelectorChain Selector => selector;

    public override ExtractMode Mode => mode;

    public override string? Attribute => Of;

    public override string? Culture => In;
}

internal sealed class LlmExtract<T>(string prompt, SelectorChain? selector = null) : LlmExtractStep<T>(Infos.Of("llm_extract"))
    where T : notnull
{
    public override SelectorChain? Selector => selector;

    public override string Prompt => prompt;
}

internal sealed class Upload(SelectorChain selector, params string[] files) : UploadStep(Infos.Of("upload"))
{
    public override SelectorChain Selector => selector;

    public override IReadOnlyList<string> Files => files;
}

internal sealed class Hover(SelectorChain selector) : HoverStep(Infos.Of("hover"))
{
    public override SelectorChain Selector => selector;
}

internal sealed class Check(SelectorChain selector) : CheckStep(Infos.Of("check"))
{
    public override SelectorChain Selector => selector;
}

internal sealed class Uncheck(SelectorChain selector) : UncheckStep(Infos.Of("uncheck"))
{
    public override SelectorChain Selector => selector;
}

internal sealed class Screenshot(string? name = null, SelectorChain? selector = null) : ScreenshotStep(Infos.Of("screenshot"))
{
    public override SelectorChain? Selector => selector;

    public override string? Name => name;
}
