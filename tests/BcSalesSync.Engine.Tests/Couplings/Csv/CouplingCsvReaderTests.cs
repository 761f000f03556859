using System.Text;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings.Csv;

namespace BcSalesSync.Engine.Tests.Couplings.Csv;

public sealed class CouplingCsvReaderTests : IDisposable
{
    private const string Id = "5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01";
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_row_becomes_a_request_with_its_origin_and_itself_as_input()
    {
        var outcome = Assert.Single(await ReadAsync($"Mapping,BcNo,SalesId\nCUSTOMER,C00120,{Id}\n"));

        var request = outcome.Value!;
        Assert.Equal("CUSTOMER", request.Mapping);
        Assert.Equal(new RecordSelector { BcNo = "C00120", SalesId = new Guid(Id) }, request.Records);
        Assert.Equal("couplings.csv line 2", request.Origin);
        Assert.Equal($"CUSTOMER,C00120,{Id}", request.Input);
        Assert.Equal(request.Input, outcome.Input);
    }

    [Theory]
    [InlineData("SystemId,AccountId", $"{Id},{Id}")]
    [InlineData("bcid,SALESID", $"{Id},{{{Id}}}")]
    [InlineData(" BcId , Sales Id", $" {Id} , {Id} ")]
    [InlineData("system_id,DataverseId", $"{Id},{Id}")]
    [InlineData("\"BcId\",CrmId", $"\"{Id}\",{Id}")]
    public async Task Headings_have_aliases_and_ids_several_forms(string headings, string row)
    {
        var outcome = Assert.Single(await ReadAsync($"{headings}\r\n{row}\r\n", mapping: "CUSTOMER"));

        Assert.Equal(new RecordSelector { BcId = new Guid(Id), SalesId = new Guid(Id) }, outcome.Value!.Records);
    }

    [Theory]
    [InlineData("No.,Name")]
    [InlineData("Number,AccountName")]
    [InlineData("Code,SalesName")]
    [InlineData("CustomerNo,Name")]
    [InlineData("ItemNo,Account Name")]
    public async Task Numbers_and_names_have_aliases_too(string headings)
    {
        var outcome = Assert.Single(await ReadAsync($"{headings}\nC00120,Litware\n", mapping: "CUSTOMER"));

        Assert.Equal(new RecordSelector { BcNo = "C00120", SalesName = "Litware" }, outcome.Value!.Records);
    }

    [Theory]
    [InlineData("BcNo,Code,SalesName")]
    [InlineData("Code,BcNo,SalesName")]
    public async Task The_own_name_of_a_column_is_preferred_to_an_alias(string headings)
    {
        var values = headings.StartsWith("BcNo", StringComparison.Ordinal) ? "right,wrong" : "wrong,right";

        var outcome = Assert.Single(await ReadAsync($"{headings}\n{values},Litware\n", mapping: "CUSTOMER"));

        Assert.Equal("right", outcome.Value!.Records.BcNo);
    }

    [Theory]
    [InlineData(",", false)]
    [InlineData(";", true)]
    [InlineData("\t", true)]
    public async Task The_delimiter_is_detected_from_the_headings_with_or_without_byte_order_mark(string delimiter, bool mark)
    {
        var text = $"Mapping,BcNo,SalesName\nCUSTOMER,C00120,Adatum".Replace(",", delimiter, StringComparison.Ordinal) + "\n";

        var outcome = Assert.Single(await ReadAsync(text, encoding: new UTF8Encoding(mark)));

        Assert.Equal("Adatum", outcome.Value!.Records.SalesName);
    }

    [Fact]
    public async Task Commas_in_names_do_not_mislead_the_detection()
    {
        var outcomes = await ReadAsync("BcNo;SalesName\nC1;Litware, Inc., Berlin, Ltd.\nC2;a, b, c, d\n", mapping: "CUSTOMER");

        Assert.Equal(["Litware, Inc., Berlin, Ltd.", "a, b, c, d"], outcomes.Select(outcome => outcome.Value!.Records.SalesName));
    }

    [Fact]
    public async Task A_first_line_that_tells_the_separator_is_obeyed() =>
        Assert.Equal("C1", Assert.Single(await ReadAsync("sep=|\nBcNo|SalesName\nC1|Litware\n", mapping: "CUSTOMER")).Value!.Records.BcNo);

    [Fact]
    public async Task A_given_delimiter_is_obeyed() =>
        Assert.Equal(
            "a;b",
            Assert.Single(await ReadAsync("BcNo|SalesName\nC1|a;b\n", mapping: "CUSTOMER", delimiter: "|")).Value!.Records.SalesName);

    [Fact]
    public async Task Unicode_text_as_spreadsheets_write_it_is_read() =>
        Assert.Equal(
            "Fabrikam Süd GmbH",
            Assert.Single(await ReadAsync("BcNo\tSalesName\nC1\tFabrikam Süd GmbH\n", "CUSTOMER", encoding: Encoding.Unicode))
                .Value!.Records.SalesName);

    [Fact]
    public async Task Quoted_fields_hold_delimiters_quotes_and_line_breaks_and_lines_are_still_counted()
    {
        var outcomes = await ReadAsync("BcNo,SalesName\nC1,\"a, \"\"b\"\"\nc\"\n\nC2,d\n", mapping: "CUSTOMER");

        Assert.Equal("a, \"b\"\nc", outcomes[0].Value!.Records.SalesName);
        Assert.Equal(["couplings.csv line 2", "couplings.csv line 5"], outcomes.Select(outcome => outcome.Value!.Origin));
    }

    [Fact]
    public async Task Blank_rows_are_passed_over() =>
        Assert.Equal(2, (await ReadAsync("BcNo,SalesName\n,\nC1,a\n , \nC2,b\n,,\n", mapping: "CUSTOMER")).Count);

    [Fact]
    public async Task The_mapping_of_the_row_comes_before_that_of_the_file()
    {
        var outcomes = await ReadAsync("Mapping,BcNo,SalesName\nCONTACT,C1,a\n,C2,b\n", mapping: "CUSTOMER");

        Assert.Equal(["CONTACT", "CUSTOMER"], outcomes.Select(outcome => outcome.Value!.Mapping));
    }

    [Fact]
    public async Task A_counterpart_can_be_asked_for_and_synchronised()
    {
        var outcome = Assert.Single(await ReadAsync("BcNo,CreateIn,Sync\nC1,sales,tosales\n", mapping: "CUSTOMER"));

        Assert.Equal((SystemSide.Sales, SyncDirection.ToSales), (outcome.Value!.CreateIn, outcome.Value.Sync));
    }

    [Theory]
    [InlineData("CUSTOMER,C1,,not-an-id,", "column AccountId: 'not-an-id' is not an id")]
    [InlineData("CUSTOMER,,0,,Litware", "column BcId: '0' is not an id")]
    [InlineData("CUSTOMER,,00000000-0000-0000-0000-000000000000,,Litware", "column BcId:")]
    [InlineData(",C1,,,Litware", "column Mapping: The row names no mapping")]
    [InlineData("CUSTOMER,C1,,,", "column AccountId: The row names no record in Sales")]
    [InlineData("CUSTOMER,,,,Litware", "column No.: The row names no record in Business Central")]
    [InlineData("CUSTOMER", "column No.: The row names no record in Business Central")]
    [InlineData("CUSTOMER,C1,,,Litware, Inc.", "The row has 6 fields under 5 headings")]
    [InlineData("CUSTOMER,C1,,,\"Litware\" Inc", "Text follows after a closing quote")]
    public async Task A_bad_row_is_one_error_that_names_file_line_and_column_and_the_rest_goes_on(string row, string problem)
    {
        var outcomes = await ReadAsync($"Mapping,No.,BcId,AccountId,Name\nCUSTOMER,C0,,,a\n{row}\nCUSTOMER,C9,,,z\n");

        Assert.Equal(["C0", null, "C9"], outcomes.Select(outcome => outcome.Value?.Records.BcNo));
        var error = outcomes[1].Error!;
        Assert.Equal("BcSync.Coupling.InvalidRow", error.ErrorId);
        Assert.Equal(FailureClass.Data, error.Class);
        Assert.Equal(Now, error.Time);
        Assert.StartsWith("couplings.csv line 3", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.Equal(row, outcomes[1].Input);
    }

    [Theory]
    [InlineData("C1,Elsewhere,", "column CreateIn: 'Elsewhere'")]
    [InlineData("C1,1,", "column CreateIn: '1'")]
    [InlineData("C1,Sales,Both", "column Sync: 'Both'")]
    [InlineData("C1,BusinessCentral,", "names no record in Sales")]
    public async Task A_wish_that_cannot_be_understood_is_an_error_of_its_row(string row, string problem)
    {
        var outcome = Assert.Single(await ReadAsync($"BcNo,CreateIn,Sync\n{row}\n", mapping: "CUSTOMER"));

        Assert.Contains(problem, outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_an_error_and_not_a_name()
    {
        var outcomes = await ReadAsync("BcNo,SalesName\nC1,a\nC2,\"b\nC3,c\n", mapping: "CUSTOMER");

        Assert.Equal("C1", outcomes[0].Value!.Records.BcNo);
        Assert.StartsWith("couplings.csv line 3: A quote is never closed", outcomes[1].Error!.Message, StringComparison.Ordinal);
        Assert.Equal(2, outcomes.Count);
    }

    [Fact]
    public async Task A_file_in_another_encoding_gives_errors_instead_of_wrong_names()
    {
        var outcome = Assert.Single(await ReadAsync("BcNo,SalesName\nC1,Süd\n", mapping: "CUSTOMER", encoding: Encoding.Latin1));

        Assert.Contains("column SalesName: The text holds characters that are not UTF-8", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData(",,\n")]
    public async Task An_empty_file_is_one_error(string text) =>
        Assert.Contains("is empty", (await FailsAsync(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("First,Second\na,b\n", "do not name a record on each side")]
    [InlineData("BcNo,BcId\na,b\n", "do not name a record on each side")]
    [InlineData("BcNo,SalesName,SALESNAME\na,b,c\n", "'SalesName' and 'SALESNAME' both stand for SalesName")]
    [InlineData("No,Code,SalesName\na,b,c\n", "'No' and 'Code' both stand for BcNo")]
    public async Task Headings_that_cannot_be_used_are_one_error(string text, string problem)
    {
        var error = await FailsAsync(text);

        Assert.Equal("BcSync.Coupling.FileHeadings", error.ErrorId);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_mapping_the_file_is_one_error()
    {
        var error = await FailsAsync("BcNo,SalesName\na,b\n", mapping: null);

        Assert.Contains("No heading names the mapping", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_one_error()
    {
        var error = (await Assert.ThrowsAsync<SyncException>(() => ReadFileAsync(folder.FileNamed("none.csv")))).Error;

        Assert.Equal("BcSync.Coupling.FileUnreadable", error.ErrorId);
        Assert.Contains("none.csv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_file_is_one_error()
    {
        var path = folder.FileNamed("couplings.csv");
        await using var locked = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);

        var error = (await Assert.ThrowsAsync<SyncException>(() => ReadFileAsync(path))).Error;

        Assert.Equal("BcSync.Coupling.FileUnreadable", error.ErrorId);
    }

    [Theory]
    [InlineData("::")]
    [InlineData("\"")]
    [InlineData("")]
    public async Task A_delimiter_that_cannot_separate_is_one_error(string delimiter) =>
        Assert.Equal("BcSync.Coupling.InvalidDelimiter", (await FailsAsync("BcNo,SalesName\na,b\n", delimiter: delimiter)).ErrorId);

    [Fact]
    public async Task A_thousand_rows_with_three_bad_ones_give_three_errors()
    {
        var text = new StringBuilder("Mapping,BcNo,SalesId\n");
        for (var number = 0; number < 1000; number++)
            text.Append(FormattableString.Invariant($"CUSTOMER,C{number},{(number % 400 == 7 ? "bad" : Id)}\n"));

        var outcomes = await ReadAsync(text.ToString());

        Assert.Equal(997, outcomes.Count(outcome => outcome.Value is not null));
        Assert.Equal(
            ["couplings.csv line 9", "couplings.csv line 409", "couplings.csv line 809"],
            outcomes.Select(outcome => outcome.Error).OfType<BcSyncError>().Select(error => error.Message.Split(',')[0]));
    }

    private async Task<BcSyncError> FailsAsync(string text, string? mapping = "CUSTOMER", string? delimiter = null) =>
        (await Assert.ThrowsAsync<SyncException>(() => ReadAsync(text, mapping, delimiter))).Error;

    private async Task<List<Outcome<CouplingRequest>>> ReadAsync(
        string text, string? mapping = null, string? delimiter = null, Encoding? encoding = null)
    {
        var path = folder.FileNamed("couplings.csv");
        await File.WriteAllTextAsync(path, text, encoding ?? new UTF8Encoding(false));
        return await ReadFileAsync(path, mapping, delimiter);
    }

    private static async Task<List<Outcome<CouplingRequest>>> ReadFileAsync(string path, string? mapping = null, string? delimiter = null)
    {
        var outcomes = new List<Outcome<CouplingRequest>>();
        var file = new CouplingFile { Path = path, Mapping = mapping, Delimiter = delimiter };
        await foreach (var outcome in new CouplingCsvReader(new FixedClock(Now)).ReadAsync(file, CancellationToken.None))
            outcomes.Add(outcome);
        return outcomes;
    }
}
