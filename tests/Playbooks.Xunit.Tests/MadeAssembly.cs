using System.Reflection;
using System.Reflection.Emit;

namespace Playbooks.Xunit.Tests;

/// <summary>An assembly with an attribute that no project here has.</summary>
internal static class MadeAssembly
{
    public static Assembly With(Type attribute, params object[] arguments)
    {
        var made = new PersistedAssemblyBuilder(new AssemblyName("Made" + Guid.NewGuid().ToString("N")), typeof(object).Assembly);
        made.DefineDynamicModule("Made");
        var constructor = attribute.GetConstructors().Single();
        made.SetCustomAttribute(new CustomAttributeBuilder(constructor, arguments));
        using var bytes = new MemoryStream();
        made.Save(bytes);
        return Assembly.Load(bytes.ToArray());
    }
}
