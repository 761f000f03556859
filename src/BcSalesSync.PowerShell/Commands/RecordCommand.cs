using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Completers;
using BcSalesSync.PowerShell.Output;

namespace BcSalesSync.PowerShell.Commands;

/// <summary>
/// A cmdlet whose input names records. Ids arrive as text and are read here, so that a bad one costs its own row and no other.
/// </summary>
public abstract class RecordCommand : ConnectedCommand
{
    private static readonly string[] Names = [nameof(BcNo), nameof(BcId), nameof(SalesId), nameof(SalesName)];

    private int rows;

    private protected RecordCommand()
    {
    }

    /// <summary>Names of table mappings, such as CUSTOMER; Get-BcTableMapping lists them. Rows of the pipeline may name their own.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("MappingName", "Table")]
    [ArgumentCompleter(typeof(MappingNameCompleter))]
    public string[]? Mapping { get; set; }

    /// <summary>Number of the record in Business Central, or its code, as of a salesperson.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("No", "Number", "Code", "CustomerNo", "ItemNo")]
    [ArgumentCompleter(typeof(RecordCompleter))]
    public string? BcNo { get; set; }

    /// <summary>SystemId of the record in Business Central, a GUID.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SystemId")]
    public string? BcId { get; set; }

    /// <summary>Id of the row in Sales, a GUID.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccountId", "CrmId", "DataverseId")]
    public string? SalesId { get; set; }

    /// <summary>
    /// Primary name of the row in Sales; with products the product number is tried first. A name that fits several rows is an error.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccountName", "Name")]
    [ArgumentCompleter(typeof(RecordCompleter))]
    public string? SalesName { get; set; }

    /// <summary>Object from the pipeline whose properties name the record: a coupling, a mapping, an error, a row of a CSV file.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Reads the row at hand; every call is a new row.</summary>
    private protected IReadOnlyList<RecordRow> ReadRows()
    {
        rows++;
        if (InputObject?.BaseObject is BcTableMapping mapping)
            return [new RecordRow { Mapping = mapping.Name, Input = InputObject }];

        CommandError? error = null;
        var row = new RecordRow
        {
            Selector = new RecordSelector
            {
                BcId = ReadId(BcId, nameof(BcId), ref error),
                BcNo = Text(BcNo),
                SalesId = ReadId(SalesId, nameof(SalesId), ref error),
                SalesName = Text(SalesName),
            },
            Input = InputObject,
            Origin = InputObject is null ? null : $"row {rows}",
        };
        string?[] names = [.. (Mapping ?? []).Select(Text).Where(m => m is not null)];
        return [.. names.DefaultIfEmpty().Select(name => row with { Mapping = name, Error = error })];
    }

    /// <summary>
    /// The row with an error when it names no record although it came as a row and stands for no whole mapping, or although a parameter was given
    /// to name one. A variable that is empty must not stand for everything.
    /// </summary>
    private protected RecordRow RequireRecord(RecordRow row)
    {
        if (row.Input is null && row.Mapping is null && Streams.IsGiven(nameof(Mapping)))
            return RequireMapping(row);
        return row.Error is not null || row.NamesRecord || !IsMeantToName(row)
            ? row
            : row with
            {
                Error = Refuse(
                    "BcSync.Input.RecordMissing",
                    $"{At(row)}No record is named: BcNo, BcId, SalesId and SalesName are all empty.",
                    row.Input is null ? "Fill one of these parameters, or leave them out to mean all records." : "Fill one of these fields.",
                    row.Input),
            };
    }

    private protected RecordRow RequireMapping(RecordRow row) =>
        row.Error is not null || row.Mapping is not null
            ? row
            : row with
            {
                Error = Refuse(
                    "BcSync.Input.MappingMissing",
                    $"{At(row)}The field Mapping is empty.",
                    "Give -Mapping, or fill the field; Get-BcTableMapping lists the names.",
                    row.Input),
            };

    private protected static string At(RecordRow row) => row.Origin is null ? string.Empty : $"In {row.Origin}: ";

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private bool IsMeantToName(RecordRow row) => row.Input is null
        ? Streams.ReadsPipeline || Array.Exists(Names, Streams.IsGiven)
        : InputObject?.BaseObject is not (BcTableMapping or BcSyncStatus);

    private Guid? ReadId(string? text, string field, ref CommandError? error)
    {
        if (Text(text) is not { } given)
            return null;
        if (Guid.TryParse(given, out var id) && id != Guid.Empty)
            return id;

        // A record without a partner comes in the shape of a coupling.
        if (id == Guid.Empty && InputObject?.BaseObject is BcCoupling)
            return null;
        var place = InputObject is null ? string.Empty : $"In row {rows}: ";
        error ??= Refuse(
            "BcSync.Input.InvalidId",
            $"{place}The field {field} holds '{given}', which is not an id.",
            "Give a GUID, or leave the field empty and give a number or name.",
            InputObject);
        return null;
    }
}
