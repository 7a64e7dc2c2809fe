namespace Playbooks.Recording;

/// <summary>The words of Playwright's trace format, without which a trace is unreadable. They are not texts of a page or of a user.</summary>
internal static class TraceFormat
{
    // The content of these properties belongs to the page, to the author, or to a server.
    private static readonly HashSet<string> Foreign = ["params", "args", "arg", "result", "error", "attachments", "headers", "cookies", "queryString", "log"];

    // The values of these properties are words and numbers of the format, or Playwright's own names.
    private static readonly HashSet<string> Fixed =
    [
        "type", "class", "method", "callId", "parentId", "stepId", "pageId", "contextId", "frameId", "snapshotName", "beforeSnapshot", "inputSnapshot",
        "afterSnapshot", "origin", "browserName", "platform", "sdkLanguage", "channel", "version", "libraryName", "messageType", "sha1", "_sha1", "ref",
        "pageref", "httpVersion", "testIdAttributeName", "_resourceType", "_frameref", "startedDateTime", "mimeType", "startTime", "endTime", "time",
        "timestamp", "wallTime", "monotonicTime", "_monotonicTime", "collectionTime", "line", "column", "lineNumber", "columnNumber", "width", "height",
        "x", "y", "status", "size", "bodySize", "headersSize", "_transferSize", "compression", "isMainFrame", "doctype",
    ];

    private static readonly HashSet<string> Names =
    [
        .. Foreign, .. Fixed, "title", "options", "stack", "file", "function", "point", "message", "name", "value", "text", "event", "snapshot",
        "frameUrl", "html", "viewport", "resourceOverrides", "url", "request", "response", "postData", "content", "statusText", "redirectURL", "cache",
        "timings", "blocked", "dns", "connect", "send", "wait", "receive", "ssl", "serverIPAddress", "_serverPort", "_securityDetails", "_file",
        "preview", "location", "selector", "strict", "timeout", "key", "expression", "isFunction", "waitUntil", "files", "context", "page", "frame",
        "files", "state", "button", "clickCount", "delay", "modifiers", "position", "force", "index", "label", "valueOrLabel", "elements",
        "k", "v", "o", "a", "s", "n", "b", "h", "d", "u", "id", "e", "r", "p", "i",
    ];

    /// <summary>Determines whether the content of a property is not part of the format, at any depth.</summary>
    public static bool IsForeign(string property) => Foreign.Contains(property);

    /// <summary>Determines whether the value of a property, outside of foreign content, is a word or a number of the format.</summary>
    public static bool IsFixed(string property) => Fixed.Contains(property);

    /// <summary>Determines whether the name of a property is part of the format.</summary>
    public static bool IsName(string property) => Names.Contains(property);
}
