namespace Playbooks.Shared;

/// <summary>Names the zero-based place of a loop's item.</summary>
internal static class LoopIndex
{
    /// <summary>The name: <c>order_index</c> for the item <c>order</c>.</summary>
    public static string NameOf(string item) => item + "_index";
}
