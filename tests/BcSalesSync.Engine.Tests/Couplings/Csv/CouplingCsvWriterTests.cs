using System.Runtime.CompilerServices;
using System.Text;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Couplings.Csv;
using FsCheck;
using FsCheck.Fluent;

namespace BcSalesSync.Engine.Tests.Couplings.Csv;

public sealed class CouplingCsvWriterTests : IDisposable
{
    private static readonly FixedClock Clock = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly TemporaryFolder folder = new();

    private string Target => folder.FileNamed("couplings.csv");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("=1+1")]
    [InlineData("Litware, Inc.")]
    [InlineData("The \"Rack\" GmbH; 19\"")]
    [InlineData("two\r\nlines")]
    [InlineData(" outer blanks ")]
    [InlineData("\tTab")]
    [InlineData("Süd ∑ 😀")]
    [InlineData("'quoted'")]
    public async Task What_is_written_is_read_the_same(string name)
    {
        var coupling = Coupling(1) with { SalesName = name, BcName = name, Error = name };

        var request = Assert.Single(await RoundTripAsync([coupling]));

        Assert.Equal("CUSTOMER", request.Mapping);
        Assert.Equal(
            new RecordSelector { BcId = coupling.BcId, BcNo = "C1", SalesId = coupling.SalesId, SalesName = name },
            request.Records);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task Any_names_survive_with_any_delimiter(string? delimiter)
    {
        var names = ArbMap.Default.GeneratorFor<NonWhiteSpaceString>().Select(name => name.Get)
            .Where(IsWellFormed).Sample(20, new Rnd(4711), 200);
        var couplings = names.Select((name, number) => Coupling(number) with { SalesName = name }).ToList();

        var requests = await RoundTripAsync(couplings, delimiter);

        Assert.Equal(couplings.Select(coupling => coupling.SalesName), requests.Select(request => request.Records.SalesName));
    }

    [Fact]
    public async Task The_number_of_couplings_is_returned() => Assert.Equal(3, await WriteAsync([Coupling(1), Coupling(2), Coupling(3)]));

    [Fact]
    public async Task Nothing_to_write_leaves_a_file_with_headings()
    {
        Assert.Equal(0, await WriteAsync([]));

        var text = await File.ReadAllTextAsync(Target);
        Assert.StartsWith("Mapping,BcTable,BcId,BcNo,BcName,SalesTable,SalesId,SalesName,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_culture_chooses_separator_and_form_of_times()
    {
        var time = new DateTimeOffset(2026, 1, 31, 8, 5, 0, TimeSpan.Zero);

        await WriteAsync([Coupling(1) with { LastSynchronized = time }], culture: "de-DE");

        var row = (await File.ReadAllLinesAsync(Target))[1];
        Assert.Contains(";31.01.2026 08:05:00;", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_existing_file_is_replaced_and_nothing_is_left_beside_it()
    {
        await File.WriteAllTextAsync(Target, "old");

        await WriteAsync([Coupling(1)]);

        Assert.DoesNotContain("old", await File.ReadAllTextAsync(Target), StringComparison.Ordinal);
        Assert.Equal([Target], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task When_writing_breaks_off_the_old_file_stays()
    {
        await File.WriteAllTextAsync(Target, "old");

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => NewWriter().WriteAsync(new() { Path = Target }, Breaking(), CancellationToken.None));

        Assert.Equal("old", await File.ReadAllTextAsync(Target));
        Assert.Equal([Target], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_an_error_with_a_next_step()
    {
        var file = new CouplingFile { Path = folder.FileNamed("none/couplings.csv") };

        var error = (await Assert.ThrowsAsync<SyncException>(() => NewWriter().WriteAsync(file, Stream([]), CancellationToken.None))).Error;

        Assert.Equal("BcSync.Coupling.FileUnwritable", error.ErrorId);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    public async Task A_culture_that_does_not_exist_is_an_error()
    {
        var error = (await Assert.ThrowsAsync<SyncException>(() => WriteAsync([], culture: "no such"))).Error;

        Assert.Equal("BcSync.Coupling.InvalidCulture", error.ErrorId);
    }

    private static bool IsWellFormed(string name) => !name.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static CouplingCsvWriter NewWriter() => new(Clock, new CountingIds());

    private Task<int> WriteAsync(IEnumerable<BcCoupling> couplings, string? delimiter = null, string? culture = null) =>
        NewWriter().WriteAsync(
            new() { Path = Target, Delimiter = delimiter, Culture = culture }, Stream(couplings), CancellationToken.None);

    private async Task<List<CouplingRequest>> RoundTripAsync(IReadOnlyList<BcCoupling> couplings, string? delimiter = null)
    {
        await WriteAsync(couplings, delimiter);
        var requests = new List<CouplingRequest>();
        await foreach (var outcome in new CouplingCsvReader(Clock).ReadAsync(new() { Path = Target }, CancellationToken.None))
            requests.Add(outcome.Value ?? throw new InvalidOperationException(outcome.Error!.Message));
        return requests;
    }

    private static BcCoupling Coupling(int number) => new()
    {
        Mapping = "CUSTOMER",
        BcTable = "customers",
        BcId = new Guid(number + 1, 1, 0, new byte[8]),
        BcNo = FormattableString.Invariant($"C{number}"),
        SalesTable = "account",
        SalesId = new Guid(number + 1, 2, 0, new byte[8]),
        SalesName = "Adatum Corporation",
        ToSalesResult = SyncOutcome.None,
        ToBusinessCentralResult = SyncOutcome.None,
    };

    private static async IAsyncEnumerable<BcCoupling> Stream(IEnumerable<BcCoupling> couplings)
    {
        foreach (var coupling in couplings)
        {
            await Task.Yield();
            yield return coupling;
        }
    }

    private static async IAsyncEnumerable<BcCoupling> Breaking([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return Coupling(1);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        throw new InvalidOperationException("broken off");
    }
}
