namespace Playbooks.Benchmarks;

/// <summary>The middle of measured times: one odd moment of the machine does not move it.</summary>
internal static class Medians
{
    /// <summary>The median; of an even number of times, the larger of the middle two.</summary>
    public static double Median(this IReadOnlyCollection<double> times) => times.Order().ElementAt(times.Count / 2);
}
