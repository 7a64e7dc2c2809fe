namespace Playbooks.Browsing;

/// <summary>Reads the environment variables that choose a browser: those of Playbooks, and then those of Playwright for .NET.</summary>
internal static class BrowserEnvironment
{
    /// <summary>Playwright's variable for the engine.</summary>
    private const string PlaywrightEngine = "BROWSER";

    /// <summary>Playwright's variable for visible windows.</summary>
    private const string PlaywrightHeaded = "HEADED";

    /// <summary>Playwright's variable for debugging with its inspector.</summary>
    private const string PlaywrightDebug = "PWDEBUG";

    private static readonly Dictionary<string, BrowserEngine> Engines = new(StringComparer.OrdinalIgnoreCase)
    {
        ["chromium"] = BrowserEngine.Chromium,
        ["firefox"] = BrowserEngine.Firefox,
        ["webkit"] = BrowserEngine.WebKit,
    };

    /// <summary>Returns the options with the engine and the visibility that the environment chooses where they leave it open.</summary>
    /// <param name="options">The options.</param>
    /// <param name="variable">Returns the value of an environment variable.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: a variable has an unknown value.</exception>
    public static BrowserOptions Complete(BrowserOptions options, Func<string, string?> variable) => options with
    {
        Engine = options.Engine ?? FindEngine(variable),
        Headed = options.Headed || IsHeaded(variable),
    };

    /// <summary>Determines whether a person debugs with Playwright's inspector, so that nothing may time out.</summary>
    /// <param name="variable">Returns the value of an environment variable.</param>
    public static bool IsDebugging(Func<string, string?> variable) => variable(PlaywrightDebug) is "1" or "console";

    private static BrowserEngine FindEngine(Func<string, string?> variable)
    {
        if (variable(BrowserOptions.EngineVariable) is { Length: > 0 } own)
        {
            return Parse(own, BrowserOptions.EngineVariable, "Set it to one of them");
        }

        // On a desktop and in containers of an editor, BROWSER is also the program that opens links.
        return variable(PlaywrightEngine) is { Length: > 0 } other && other.AsSpan().IndexOfAny('/', '\\', '%') < 0
            ? Parse(other, PlaywrightEngine, $"Set it to one of them, or set {BrowserOptions.EngineVariable}, which takes precedence")
            : BrowserEngine.Chromium;
    }

    private static BrowserEngine Parse(string word, string variable, string advice) => Engines.TryGetValue(word, out var engine)
        ? engine
        : throw new PlaybookException(
            ErrorCode.SetupFailed,
            $"The environment variable {variable} is '{word}', which is not a browser engine. The engines are {string.Join(", ", Engines.Keys)}. {(NearestName.Find(word, Engines.Keys) is { } near ? $"Did you mean {near}?" : advice + ".")}");

    private static bool IsHeaded(Func<string, string?> variable) => variable(BrowserOptions.HeadedVariable) switch
    {
        "1" or "true" => true,
        "0" or "false" => false,
        { Length: > 0 } word => throw new PlaybookException(ErrorCode.SetupFailed, $"The environment variable {BrowserOptions.HeadedVariable} is '{word}'. Set it to 1 or 0."),
        _ => variable(PlaywrightHeaded) is "1" || IsDebugging(variable),
    };
}
