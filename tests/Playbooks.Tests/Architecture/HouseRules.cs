namespace Playbooks.Tests.Architecture;

/// <summary>What a project of the house may know.</summary>
/// <param name="Name">The project's name, which is its assembly's.</param>
/// <param name="MayReference">The projects of the house that it may reference.</param>
/// <param name="MayUse">What the names of its packages, and of the foreign assemblies it is compiled against, begin with.</param>
internal sealed record Room(string Name, string[] MayReference, string[] MayUse)
{
    /// <summary>Types of the framework that it must not touch, by full name.</summary>
    public string[] MustNotTouch { get; init; } = [];

    /// <summary>Whether it may know every other room.</summary>
    public bool MayKnowAll { get; init; }
}

/// <summary>A folder of a project that must not know another one.</summary>
internal sealed record Wall(string Project, string Folder, string MustNotKnow);

/// <summary>The house, as its plan draws it.</summary>
internal static class HouseRules
{
    private static readonly string[] FileSystemAndClock =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.IO.StreamReader", "System.IO.StreamWriter", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
    ];

    // What a host plugs a library into. No implementation of it.
    private static readonly string[] HostAbstractions =
        ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options", "Microsoft.Extensions.Configuration.Abstractions"];

    // Where credentials come from, read as every .NET program reads them.
    private static readonly string[] CredentialSources =
        ["Microsoft.Extensions.Configuration.EnvironmentVariables", "Microsoft.Extensions.Configuration.UserSecrets", "Microsoft.Extensions.Configuration"];

    /// <summary>Every room there is or will be.</summary>
    public static IReadOnlyList<Room> Rooms { get; } =
    [
        new("Playbooks.Language", [], ["YamlDotNet"]) { MustNotTouch = FileSystemAndClock },
        new("Playbooks.Generators", ["Playbooks.Language"], ["YamlDotNet", "Microsoft.CodeAnalysis"]),
        new("Playbooks", [], ["Microsoft.Playwright", "Microsoft.Extensions.Logging.Abstractions", .. HostAbstractions, .. CredentialSources, "Microsoft.Bcl.AsyncInterfaces"]),
        new("Playbooks.Xunit", ["Playbooks"], ["xunit", "Microsoft.Playwright", "Microsoft.Extensions.Logging.Abstractions"]),
        new("Playbooks.Accessibility", ["Playbooks"], ["Deque.AxeCore.Commons", "Microsoft.Playwright"]),
        new("Playbooks.Xunit.V3", ["Playbooks"], ["xunit", "Microsoft.Playwright", "Microsoft.Extensions.Logging.Abstractions"]),
        new("Playbooks.Agent", ["Playbooks"], ["Microsoft.Extensions.AI", "Anthropic", "OpenAI", "Microsoft.Playwright", "Microsoft.Extensions.Logging.Abstractions"]),
        new("Playbooks.Server", ["Playbooks"], ["Microsoft.AspNetCore", "Microsoft.Net.Http.Headers", "Microsoft.Extensions", "Microsoft.OpenApi", "ModelContextProtocol", "Microsoft.Playwright"]),
        new("Playbooks.Templates", [], []),
        new("Playbooks.Cli", [], []) { MayKnowAll = true },
    ];

    /// <summary>What flows, flows one way: these folders must not look back.</summary>
    public static IReadOnlyList<Wall> Walls { get; } =
    [
        new("Playbooks.Language", "Syntax", "Rules"),
        new("Playbooks.Language", "Syntax", "Project"),
        new("Playbooks.Language", "Model", "Rules"),
        new("Playbooks.Language", "Model", "Project"),
        new("Playbooks.Language", "Grammar", "Rules"),
        new("Playbooks.Language", "Grammar", "Syntax"),
        new("Playbooks.Language", "Rules", "Project"),
        new("Playbooks", "Browsing", "Steps"),
        new("Playbooks", "Browsing", "Execution"),
        new("Playbooks", "Browsing", "RunFolder"),
        new("Playbooks", "Browsing", "Reports"),
        new("Playbooks", "Guarding", "Steps"),
        new("Playbooks", "Guarding", "Browsing"),
        new("Playbooks", "Guarding", "Execution"),
        new("Playbooks", "Guarding", "Recording"),
        new("Playbooks", "Guarding", "Reports"),
        new("Playbooks", "Guarding", "Resolution"),
        new("Playbooks", "Guarding", "RunFolder"),
        new("Playbooks", "Guarding", "Verification"),
        new("Playbooks", "Imaging", "Browsing"),
        new("Playbooks", "Imaging", "Recording"),
        new("Playbooks", "Imaging", "Verification"),
        new("Playbooks", "Texts", "Browsing"),
        new("Playbooks", "Texts", "Execution"),
        new("Playbooks", "Texts", "Steps"),
        new("Playbooks", "Resolution", "Steps"),
        new("Playbooks", "Resolution", "Verification"),
        new("Playbooks", "Verification", "Steps"),
        new("Playbooks", "Resolution", "Execution"),
        new("Playbooks", "Verification", "Execution"),
        new("Playbooks", "Steps", "Execution"),
        new("Playbooks", "Steps", "RunFolder"),
        new("Playbooks", "Steps", "Reports"),
        new("Playbooks", "RunFolder", "Steps"),
        new("Playbooks", "RunFolder", "Browsing"),
        new("Playbooks", "RunFolder", "Execution"),
        new("Playbooks", "RunFolder", "Resolution"),
        new("Playbooks", "RunFolder", "Verification"),
        new("Playbooks", "Recording", "Steps"),
        new("Playbooks", "Recording", "Browsing"),
        new("Playbooks", "Recording", "Execution"),
        new("Playbooks", "Recording", "Resolution"),
        new("Playbooks", "Recording", "Verification"),
        new("Playbooks", "Recording", "Reports"),
        new("Playbooks", "Reports", "Steps"),
        new("Playbooks", "Reports", "Browsing"),
        new("Playbooks", "Reports", "Execution"),
        new("Playbooks", "Reports", "Resolution"),
        new("Playbooks", "Reports", "Verification"),
        new("Playbooks.Server", "Api", "Working"),
        new("Playbooks.Server", "Assistants", "Working"),
        new("Playbooks.Server", "Assistants", "Pages"),
        new("Playbooks.Server", "Pages", "Working"),
        new("Playbooks.Server", "Working", "Pages"),
        new("Playbooks.Server", "Gateway", "Pages"),
        new("Playbooks.Server", "Starting", "Pages"),
        new("Playbooks.Server", "Streaming", "Pages"),
        new("Playbooks.Server", "Files", "Pages"),
        new("Playbooks.Server", "Security", "Pages"),
    ];
}
