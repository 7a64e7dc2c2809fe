namespace Playbooks.Generators.Emitting;

/// <summary>The names of .NET and xunit that generated code uses.</summary>
internal static class FrameworkNames
{
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string Func = "global::System.Func";
    public const string FromMilliseconds = "global::System.TimeSpan.FromMilliseconds";
    public const string DateOnly = "global::System.DateOnly";
    public const string InvariantCulture = "global::System.Globalization.CultureInfo.InvariantCulture";
    public const string List = "global::System.Collections.Generic.IReadOnlyList";
    public const string Map = "global::System.Collections.Generic.IReadOnlyDictionary";
    public const string Dictionary = "global::System.Collections.Generic.Dictionary";
    public const string Pair = "global::System.Collections.Generic.KeyValuePair";
    public const string Ordinal = "global::System.StringComparer.Ordinal";
    public const string Select = "global::System.Linq.Enumerable.Select";
    public const string Regex = "global::System.Text.RegularExpressions.Regex";
    public const string RegexCultureInvariant = "global::System.Text.RegularExpressions.RegexOptions.CultureInvariant";
    public const string ThrowIfNull = "global::System.ArgumentNullException.ThrowIfNull";
    public const string ArgumentException = "global::System.ArgumentException";
    public const string OutOfRange = "global::System.ArgumentOutOfRangeException";
    public const string SuppressMessage = "global::System.Diagnostics.CodeAnalysis.SuppressMessage";
    public const string GeneratedCode = "global::System.CodeDom.Compiler.GeneratedCode";

    public const string XunitFact = "global::Xunit.Fact";
    public const string XunitTrait = "global::Xunit.Trait";
    public const string XunitClassFixture = "global::Xunit.IClassFixture";
    public const string XunitOutput = "global::Xunit.Abstractions.ITestOutputHelper";
    public const string XunitV3Output = "global::Xunit.ITestOutputHelper";
    public const string XunitV3Token = "global::Xunit.TestContext.Current.CancellationToken";
}
