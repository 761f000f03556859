namespace BcSalesSync.Endpoints.Tests.Faults;

/// <summary>The list of rows and the cases agree, so that none is forgotten.</summary>
public sealed class RowListTests
{
    [Fact]
    public async Task Every_row_of_the_wire_documents_has_its_case()
    {
        await using var stream = typeof(RowListTests).Assembly.GetManifestResourceStream("wire-rows.txt")!;
        using var reader = new StreamReader(stream);
        var listed = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'));

        IEnumerable<string> cases =
        [
            .. BusinessCentralRetries.Rows.Keys.Select(row => $"wire-bc 4.2: {row}"),
            .. BusinessCentralErrors.Rows.Keys.Select(row => $"wire-bc 4.3: {row}"),
            .. SalesErrors.Rows.Keys.Select(row => $"wire-dataverse 5.4: {row}"),
        ];

        Assert.Equal(listed.Order(StringComparer.Ordinal), cases.Order(StringComparer.Ordinal));
    }
}
