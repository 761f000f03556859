using BcSalesSync.Endpoints.BusinessCentral.Reading;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>A table and the way to it.</summary>
/// <param name="Schema">What it offers.</param>
/// <param name="Root">Base address of the API that offers it.</param>
/// <param name="Path">Path of the set below the root, company included.</param>
/// <param name="IsCompanion">True when it has row versions and takes ids from clients.</param>
/// <param name="LocalCurrency">Code that stands for blank in currencyCode (spec/wire-bc.md 5.1).</param>
internal sealed record BcTable(TableSchema Schema, Uri Root, string Path, bool IsCompanion, string? LocalCurrency)
{
    public const string CurrencyColumn = "currencyCode";

    /// <summary>Columns of the schema that another table holds; empty with the companion.</summary>
    public IReadOnlyList<BorrowedColumn> Borrowed { get; init; } = [];

    /// <summary>Column whose value is the record's version and by which changes are found.</summary>
    public string StampColumn => IsCompanion ? "systemRowVersion" : "lastModifiedDateTime";

    /// <summary>Column with the time of the last write.</summary>
    public string ModifiedColumn => IsCompanion ? "systemModifiedAt" : "lastModifiedDateTime";

    public FieldKind KindOf(string column) => Schema.Columns.TryGetValue(column, out var known) ? known.Kind : FieldKind.Text;

    /// <summary>The asked columns with those every record needs, each once.</summary>
    public IReadOnlyList<string> Select(IEnumerable<string> columns) =>
        new[] { "id", StampColumn, ModifiedColumn }
            .Where(Schema.Columns.ContainsKey)
            .Concat(columns)
            .Distinct(StringComparer.Ordinal)
            .ToList();
}
