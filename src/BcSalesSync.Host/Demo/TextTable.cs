using System.Globalization;

namespace BcSalesSync.Host.Demo;

// Rows of text in columns as wide as their longest cell.
internal static class TextTable
{
    public static async Task WriteAsync(TextWriter output, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<object?>> rows)
    {
        List<IReadOnlyList<string>> lines =
        [
            headings,
            .. rows.Select(row => row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").ToArray()),
        ];
        var widths = headings.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
            await output.WriteLineAsync("  " + string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
