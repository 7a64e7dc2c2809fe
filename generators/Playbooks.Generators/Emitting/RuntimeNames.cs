namespace Playbooks.Generators.Emitting;

/// <summary>
/// The names of the runtime that generated code uses. The generator does not reference the runtime: this is the one file
/// that knows it, and a test compiles generated code against the real one.
/// </summary>
internal static class RuntimeNames
{
    public const string Playbook = Root + "Playbook";
    public const string PlaybookInfo = Root + "PlaybookInfo";
    public const string PlaybookSource = Root + "PlaybookSource";
    public const string StepInfo = Root + "StepInfo";
    public const string PlaybookEntry = Root + "PlaybookEntry";
    public const string PlaybookCatalogAttribute = Root + "PlaybookCatalogAttribute";
    public const string PlaybookException = Root + "PlaybookException";
    public const string SetupFailed = Root + "ErrorCode.SetupFailed";
    public const string ParameterType = Root + "ParameterType";
    public const string ParameterCheck = Generated + "ParameterCheck";
    public const string ParameterTexts = Generated + "ParameterTexts";
    public const string Secret = Root + "Secret";
    public const string LoginInfo = Root + "LoginInfo";
    public const string CaptureSource = Root + "CaptureSource.";
    public const string LoginCredentials = Generated + "LoginCredentials";
    public const string Hooks = Root + "Hooks";
    public const string CodeContext = Root + "CodeContext";
    public const string Outcome = Root + "Outcome.";
    public const string RunExpectation = Root + "RunExpectation";

    public const string BrowserSettings = Root + "BrowserSettings";
    public const string ColorScheme = Root + "PageColorScheme";
    public const string DialogPolicy = Root + "DialogPolicy";
    public const string PageErrorPolicy = Root + "PageErrorPolicy";
    public const string MockedRoute = Root + "MockedRoute";

    public const string RunValues = Generated + "RunValues";
    public const string NamedValue = Root + "NamedValue";
    public const string PlaybookSignature = Generated + "PlaybookSignature";
    public const string StepRunner = Generated + "StepRunner";
    public const string FailurePolicy = Root + "FailurePolicy";

    public const string Steps = Root + "Steps.";
    public const string Bind = Generated + "Bind";
    public const string ExtractedRecord = Generated + "IExtractedRecord";
    public const string ExtractedFields = FrameworkNames.List + "<" + FrameworkNames.Pair + "<string, object>>";
    public const string SelectorChain = Root + "SelectorChain";
    public const string ApiRequest = Root + "ApiRequest";
    public const string StepVerification = Root + "StepVerification";

    public const string XunitFixture = Root + "Xunit.PlaybookFixture";
    public const string XunitAssertions = Root + "Xunit.PlaybookAssertions";
    public const string XunitCaseSecrets = Root + "Xunit.CaseSecrets";

    public const string AxeScanner = Root + "Accessibility.AxeScanner";

    private const string Generated = Root + "Generated.";
    private const string Root = "global::Playbooks.";
}
