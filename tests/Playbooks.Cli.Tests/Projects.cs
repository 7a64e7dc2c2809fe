namespace Playbooks.Cli.Tests;

/// <summary>Projects that reference each other.</summary>
internal static class Projects
{
    /// <summary>Tests that reference a project with a playbook, which references another one.</summary>
    public static Tool Referencing() => new Tool()
        .With("Tests/Tests.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><ProjectReference Include=\"..\\Flows\\Flows.csproj\" /></ItemGroup></Project>")
        .With("Flows/Flows.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><ProjectReference Include=\"../Base/Base.csproj\" /><ProjectReference Include=\"../Missing/Missing.csproj\" /></ItemGroup></Project>")
        .With("Base/Base.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />")
        .With("Base/count.playbook.yaml", "id: count\nstart_url: \"data:text/html,<h1>5</h1>\"\nsteps:\n  - { action: extract, selector: h1, params: { as: int }, store_as: number }\n")
        .With("Flows/greet.playbook.yaml", "id: greet\nparameters:\n  - { name: who }\nstart_url: \"data:text/html,<h1>Hello {who}</h1>\"\nsteps:\n  - { action: extract, selector: h1, store_as: greeting }\n  - run: count\n    store: { number: number }\n")
        .With("Tests/all.playbook.yaml", "id: all\nsteps:\n  - run: count\n    store: { number: first }\n  - run: greet\n    with: { who: Grace }\n    store: { greeting: second, number: third }\n  - run: of_three\n    with: { three: \"{third}\" }\n")
        .With("Tests/of_three.playbook.yaml", "id: of_three\nparameters:\n  - { name: three, type: int }\nsteps:\n  - { action: goto, params: { url: \"data:text/html,{three}\" } }\n")
        .With("Tests/wrong.playbook.yaml", "id: wrong\nsteps:\n  - run: gret\n  - run: greet\n    with: { whom: Grace }\n");
}
