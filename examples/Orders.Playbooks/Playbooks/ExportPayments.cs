using System.Globalization;

namespace Orders.Tests.Playbooks;

public partial class ExportPayments
{
    private async partial Task ComparePaymentsAsync(ComparePaymentsArguments arguments, CodeContext context)
    {
        var rows = (await File.ReadAllLinesAsync(arguments.File, context.CancellationToken)).Skip(1).Select(static row => row.Split(',')).ToList();

        Assert.Equal(arguments.Count, rows.Count);
        Assert.Equal(arguments.Total, rows.Sum(static row => decimal.Parse(row[^1], CultureInfo.InvariantCulture)));
    }
}
