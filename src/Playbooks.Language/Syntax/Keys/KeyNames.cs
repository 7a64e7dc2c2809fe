namespace Playbooks.Language.Syntax.Keys;

/// <summary>The keys of Playwright's keyboard, which is a US one.</summary>
internal static class KeyNames
{
    // Every character that a US keyboard types with or without Shift is the name of its key.
    private const string Typed = "`~1!2@3#4$5%6^7&8*9(0)-_=+\\|qQwWeErRtTyYuUiIoOpP[{]}aAsSdDfFgGhHjJkKlL;:'\"zZxXcCvVbBnNmM,<.>/? \r\n";

    private static readonly string[] Words =
    [
        "Shift", "Control", "Alt", "Meta", "ControlOrMeta",
        "ShiftLeft", "ShiftRight", "ControlLeft", "ControlRight", "AltLeft", "AltRight", "AltGraph", "MetaLeft", "MetaRight",
        "Enter", "Tab", "Escape", "Backspace", "Delete", "Insert", "Home", "End", "PageUp", "PageDown", "Space",
        "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown",
        "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12",
        "Backquote", "Minus", "Equal", "Backslash", "BracketLeft", "BracketRight", "Semicolon", "Quote", "Comma", "Period", "Slash",
        "CapsLock", "ContextMenu", "PrintScreen", "ScrollLock", "Pause", "NumLock",
        "Numpad0", "Numpad1", "Numpad2", "Numpad3", "Numpad4", "Numpad5", "Numpad6", "Numpad7", "Numpad8", "Numpad9",
        "NumpadDivide", "NumpadMultiply", "NumpadSubtract", "NumpadAdd", "NumpadDecimal", "NumpadEnter",
        "AudioVolumeMute", "AudioVolumeDown", "AudioVolumeUp", "MediaTrackNext", "MediaTrackPrevious", "MediaPlayPause",
    ];

    /// <summary>The names that are words; a key that types a character has that character as its name.</summary>
    public static IReadOnlyList<string> Named => Words;

    // What other tools and people call these keys.
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Return"] = "Enter",
        ["Esc"] = "Escape",
        ["Ctrl"] = "Control",
        ["Ctl"] = "Control",
        ["Cmd"] = "Meta",
        ["Command"] = "Meta",
        ["Win"] = "Meta",
        ["Windows"] = "Meta",
        ["Super"] = "Meta",
        ["Option"] = "Alt",
        ["AltGr"] = "AltGraph",
        ["CmdOrCtrl"] = "ControlOrMeta",
        ["Mod"] = "ControlOrMeta",
        ["Del"] = "Delete",
        ["Ins"] = "Insert",
        ["Back"] = "Backspace",
        ["Left"] = "ArrowLeft",
        ["Up"] = "ArrowUp",
        ["Right"] = "ArrowRight",
        ["Down"] = "ArrowDown",
        ["PgUp"] = "PageUp",
        ["PgDn"] = "PageDown",
        ["PgDown"] = "PageDown",
        ["Spacebar"] = "Space",
        ["Plus"] = "+",
    };

    private static readonly HashSet<string> Known = new(
        Words
            .Concat(Typed.Select(character => character.ToString()))
            .Concat("ABCDEFGHIJKLMNOPQRSTUVWXYZ".Select(letter => "Key" + letter))
            .Concat("0123456789".Select(digit => "Digit" + digit)),
        StringComparer.Ordinal);

    /// <summary>Whether there is such a key.</summary>
    public static bool Contains(string key) => Known.Contains(key);

    /// <summary>The key that was probably meant; null: none is near.</summary>
    public static string? NearestTo(string key) =>
        Synonyms.TryGetValue(key, out var meant) ? meant : NearestName.Find(key, Words);
}
