using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;

namespace BcSalesSync.Engine.Couplings.Csv;

/// <summary>Makes requests of rows. The first thing that is wrong with a row becomes its error.</summary>
/// <param name="file">What was asked for.</param>
/// <param name="headings">The columns.</param>
/// <param name="clock">Time of errors.</param>
internal sealed class CouplingRowReader(CouplingFile file, CouplingHeadings headings, TimeProvider clock)
{
    private const char Undecodable = '\uFFFD';

    private readonly string fileName = Path.GetFileName(file.Path);

    public Outcome<CouplingRequest> Read(CouplingRow row)
    {
        var origin = $"{fileName} line {row.Line}";
        try
        {
            return new() { Value = ReadRequest(row, origin), Input = row.Raw };
        }
        catch (CouplingRowException problem)
        {
            var error = CouplingErrors.InvalidRow(clock.GetUtcNow(), origin, problem.Column, problem.Message, problem.NextStep) with
            {
                Mapping = MappingOf(row),
                BcNo = TextOf(row, CouplingColumn.BcNo)?.Trim(),
                SalesName = TextOf(row, CouplingColumn.SalesName),
            };
            return new() { Error = error, Input = row.Raw };
        }
    }

    private CouplingRequest ReadRequest(CouplingRow row, string origin)
    {
        CheckShape(row);
        var mapping = MappingOf(row)
            ?? throw Problem(CouplingColumn.Mapping, "The row names no mapping.", "Fill in the mapping, or give -Mapping for all rows.");
        var records = new RecordSelector
        {
            BcId = IdOf(row, CouplingColumn.BcId),
            BcNo = TextOf(row, CouplingColumn.BcNo)?.Trim(),
            SalesId = IdOf(row, CouplingColumn.SalesId),
            SalesName = TextOf(row, CouplingColumn.SalesName),
        };
        var createIn = ChoiceOf<SystemSide>(row, CouplingColumn.CreateIn, "BusinessCentral", "Sales");
        var sync = ChoiceOf<SyncDirection>(row, CouplingColumn.Sync, "ToSales", "ToBusinessCentral");
        CheckSides(records, createIn);
        return new()
        {
            Mapping = mapping,
            Records = records,
            CreateIn = createIn,
            Sync = sync,
            Input = row.Raw,
            Origin = origin,
        };
    }

    private void CheckShape(CouplingRow row)
    {
        if (row.Malformed is { } problem)
            throw new CouplingRowException(null, problem, "Put texts with quotes in quotes and double the quotes inside.");
        if (row.HasMoreThan(headings.Count))
            throw new CouplingRowException(
                null,
                $"The row has {row.Fields.Count} fields under {headings.Count} headings.",
                "Put texts that hold the separator in quotes.");
        foreach (var column in Enum.GetValues<CouplingColumn>())
        {
            if (row[headings.PlaceOf(column)]?.Contains(Undecodable) == true)
                throw Problem(column, "The text holds characters that are not UTF-8.", "Save the file as CSV UTF-8 and import it again.");
        }
    }

    private void CheckSides(RecordSelector records, SystemSide? createIn)
    {
        const string nextStep = "Name one record on each side, or one side and where to create the counterpart (CreateIn).";
        if (records.BcId is null && records.BcNo is null && createIn is not SystemSide.BusinessCentral)
            throw Problem(Given(CouplingColumn.BcNo, CouplingColumn.BcId), "The row names no record in Business Central.", nextStep);
        if (records.SalesId is null && records.SalesName is null && createIn is not SystemSide.Sales)
            throw Problem(Given(CouplingColumn.SalesId, CouplingColumn.SalesName), "The row names no record in Sales.", nextStep);
    }

    private Guid? IdOf(CouplingRow row, CouplingColumn column)
    {
        if (TextOf(row, column) is not { } text)
            return null;
        return Guid.TryParse(text, out var id) && id != Guid.Empty
            ? id
            : throw Problem(column, $"'{text}' is not an id.", "Give a GUID such as 5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01.");
    }

    private T? ChoiceOf<T>(CouplingRow row, CouplingColumn column, params string[] names)
        where T : struct, Enum
    {
        if (TextOf(row, column) is not { } text)
            return null;
        var name = Array.Find(names, name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
        return name is not null
            ? Enum.Parse<T>(name)
            : throw Problem(column, $"'{text}' is not understood.", $"Write {string.Join(" or ", names)}, or leave it blank.");
    }

    private string? MappingOf(CouplingRow row) => TextOf(row, CouplingColumn.Mapping)?.Trim() ?? file.Mapping;

    private string? TextOf(CouplingRow row, CouplingColumn column) => row[headings.PlaceOf(column)];

    private CouplingColumn Given(CouplingColumn preferred, CouplingColumn other) =>
        headings.Has(preferred) || !headings.Has(other) ? preferred : other;

    private CouplingRowException Problem(CouplingColumn column, string message, string nextStep) =>
        new(headings.NameOf(column), message, nextStep);
}
