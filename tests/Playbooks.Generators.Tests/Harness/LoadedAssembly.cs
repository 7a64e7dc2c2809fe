using System.Reflection;
using System.Runtime.Loader;

namespace Playbooks.Generators.Tests.Harness;

/// <summary>A compiled project, loaded to be looked at from inside.</summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly AssemblyLoadContext context = new(nameof(LoadedAssembly), isCollectible: true);

    public LoadedAssembly(byte[] image, byte[] symbols) =>
        Assembly = context.LoadFromStream(new MemoryStream(image), new MemoryStream(symbols));

    public Assembly Assembly { get; }

    /// <summary>The description of a playbook.</summary>
    public PlaybookInfo Definition(string typeName) =>
        (PlaybookInfo)Assembly.GetType(typeName, throwOnError: true)!.GetProperty("Definition")!.GetValue(null)!;

    public void Dispose() => context.Unload();
}
