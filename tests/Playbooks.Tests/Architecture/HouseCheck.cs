namespace Playbooks.Tests.Architecture;

/// <summary>Compares what a room knows with what it may know; each answer is a sentence for whoever broke the rule.</summary>
internal static class HouseCheck
{
    /// <summary>What the project file says that the plan does not allow.</summary>
    public static IEnumerable<string> Violations(Room room, ProjectFile project) => room.MayKnowAll
        ? []
        : project.ProjectReferences.Except(room.MayReference).Select(name => $"{room.Name}.csproj references the project {name}")
            .Concat(project.Packages.Where(package => !IsAllowed(room, package)).Select(name => $"{room.Name}.csproj references the package {name}"));

    /// <summary>What the compiled assembly knows that the plan does not allow.</summary>
    public static IEnumerable<string> Violations(Room room, CompiledAssembly assembly) => room.MayKnowAll
        ? []
        : assembly.References.Where(name => !IsFramework(name) && !IsAllowed(room, name) && !room.MayReference.Contains(name))
            .Select(name => $"{room.Name}.dll is compiled against {name}")
            .Concat(assembly.TouchedTypes.Intersect(room.MustNotTouch).Select(type => $"{room.Name}.dll uses {type}"));

    /// <summary>What lies behind the wall and is used nevertheless.</summary>
    public static IEnumerable<string> Violations(Wall wall, CompiledAssembly assembly)
    {
        var inside = $"{wall.Project}.{wall.Folder}";
        var outside = $"{wall.Project}.{wall.MustNotKnow}";
        return assembly.Uses
            .Where(use => IsIn(use.UserNamespace, inside) && IsIn(use.UsedNamespace, outside))
            .Select(use => $"{use.User} in {wall.Folder} uses {use.Used} in {wall.MustNotKnow}")
            .Distinct();
    }

    private static bool IsIn(string space, string room) => space == room || space.StartsWith(room + ".", StringComparison.Ordinal);

    private static bool IsAllowed(Room room, string name) =>
        room.MayUse.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) || IsBuildTool(name);

    // They check the code and are no part of what it knows.
    private static bool IsBuildTool(string package) => package.EndsWith("Analyzers", StringComparison.Ordinal);

    private static bool IsFramework(string assembly) =>
        assembly is "netstandard" or "mscorlib" or "System"
        || assembly.StartsWith("System.", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
}
