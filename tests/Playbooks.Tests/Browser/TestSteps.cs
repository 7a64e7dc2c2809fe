using Playbooks.Steps;

namespace Playbooks.Tests.Browser;

// The steps of the runtime, as short as a test wants them.
internal static class Infos
{
    public static StepInfo Of(string action) => new() { Number = 3, Path = "3", Action = action, Location = new(1, 1, 1, 2) };
}

internal sealed class Goto(string url) : GotoStep(Infos.Of("goto"), url);

internal sealed class Click(SelectorChain selector) : ClickStep(Infos.Of("click"), selector);

internal sealed class KeyPress : KeyPressStep
{
    public KeyPress(SelectorChain? selector, string? text = null, string? key = null)
        : base(Infos.Of("key_press"), selector) => (Text, Key) = (text, key);
}

internal sealed class Scroll(SelectorChain? selector = null) : ScrollStep(Infos.Of("scroll"), selector);

internal sealed class WaitFor : WaitForStep
{
    public WaitFor(SelectorChain selector, ElementState state)
        : base(Infos.Of("wait_for"), selector) => State = state;
}

internal sealed class Select : SelectStep
{
    public Select(SelectorChain selector, string? value = null, string? label = null, int index = -1)
        : base(Infos.Of("select"), selector) => (Value, Label, Index) = (value, label, index);
}

internal sealed class Evaluate(string script) : EvaluateStep(Infos.Of("evaluate"), script);

internal sealed class Extract<T> : ExtractStep<T>
    where T : notnull
{
    public Extract(SelectorChain selector, ExtractMode mode = ExtractMode.Text)
        : base(Infos.Of("extract"), selector) => Mode = mode;
}

internal sealed class LlmExtract<T>(string prompt, SelectorChain? selector = null) : LlmExtractStep<T>(Infos.Of("llm_extract"), prompt, selector)
    where T : notnull;

internal sealed class Upload(SelectorChain selector, params string[] files) : UploadStep(Infos.Of("upload"), selector, files);

internal sealed class Hover(SelectorChain selector) : HoverStep(Infos.Of("hover"), selector);

internal sealed class Check(SelectorChain selector) : CheckStep(Infos.Of("check"), selector);

internal sealed class Uncheck(SelectorChain selector) : UncheckStep(Infos.Of("uncheck"), selector);

internal sealed class Screenshot : ScreenshotStep
{
    public Screenshot(string? name = null, SelectorChain? selector = null)
        : base(Infos.Of("screenshot"), selector) => Name = name;
}

internal sealed class Request<T>(ApiRequest request, StepInfo? info = null) : ApiRequestStep<T>(info ?? Infos.Of("api_request"), request)
    where T : notnull;
