namespace Playbooks.Browsing;

/// <summary>Specifies the engine of a browser.</summary>
public enum BrowserEngine
{
    /// <summary>Chromium, Chrome, or Edge.</summary>
    Chromium,

    /// <summary>Firefox.</summary>
    Firefox,

    /// <summary>WebKit, the engine of Safari.</summary>
    WebKit,
}
