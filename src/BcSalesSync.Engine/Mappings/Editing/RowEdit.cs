using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings.Transformations;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Editing;

/// <summary>Makes and changes field rows as people ask for them. Whether they can work is for the checks to say.</summary>
internal sealed class RowEdit(TableMapping mapping, OfferedTables offered, IReadOnlyList<TableMapping> all)
{
    /// <summary>A new row; what is not given follows from the columns.</summary>
    /// <exception cref="TransformationSyntaxException">A transformation cannot be understood.</exception>
    public FieldMapping Create(FieldMappingChange request)
    {
        var row = new FieldMapping
        {
            BcField = ColumnNames.In(offered.Bc, request.BcField),
            SalesField = ColumnNames.In(offered.Sales, request.SalesField),
        };
        row = Apply(row, request);
        row = WithOptions(row with { LookupMapping = row.LookupMapping ?? FindLookup(row) });
        row = row with
        {
            BlankIsLocalCurrency = row is { LookupMapping: not null, BcField: "currencyCode" }
                && Column(offered.Sales, row.SalesField)?.Targets.Contains("transactioncurrency") is true,
        };
        return row with { Direction = request.Direction ?? Possible(row) };
    }

    /// <summary>A row with a change.</summary>
    /// <exception cref="TransformationSyntaxException">A transformation cannot be understood.</exception>
    public FieldMapping Apply(FieldMapping row, FieldMappingChange change) => row with
    {
        Direction = change.Direction ?? row.Direction,
        Constant = change.ConstantValue is { } constant ? Stored(row, constant) : row.Constant,
        Enabled = change.Enabled ?? row.Enabled,
        ClearOnFailedSync = change.ClearOnFailedSync ?? row.ClearOnFailedSync,
        NotNull = change.NotNull ?? row.NotNull,
        UseForMatching = change.UseForMatching ?? row.UseForMatching,
        CaseSensitive = change.CaseSensitive ?? row.CaseSensitive,
        MatchPriority = change.MatchPriority ?? row.MatchPriority,
        LookupMapping = change.LookupMapping is { } lookup
            ? all.FirstOrDefault(known => known.Name.Equals(lookup, StringComparison.OrdinalIgnoreCase))?.Name ?? lookup
            : row.LookupMapping,
        Transform = change.Transformation is { } texts ? TransformationChain.Parse(texts) : row.Transform,
    };

    private string Stored(FieldMapping row, string constant)
    {
        var isSales = row.SalesField is not null;
        return TemplateEdit.Stored(isSales ? Column(offered.Sales, row.SalesField) : Column(offered.Bc, row.BcField), constant, isSales);
    }

    private string? FindLookup(FieldMapping row)
    {
        if (row is not { Constant: null, BcField: not null, Transform: null } || Column(offered.Sales, row.SalesField) is not { } column)
            return null;
        return LookupCandidates.For(column, all) is [var only] ? only.Name : null;
    }

    // A choice whose options are coupled with codes is translated by them, unless the row says otherwise.
    private FieldMapping WithOptions(FieldMapping row)
    {
        if (row is not { Constant: null, Transform: null } || Column(offered.Sales, row.SalesField) is not { } column
            || Column(offered.Bc, row.BcField) is not { Kind: FieldKind.Code or FieldKind.Text }
            || LookupCandidates.Options(mapping, column, all) is not { } options)
            return row;
        return row.LookupMapping is null || row.LookupMapping == options.Name
            ? row with { OptionTable = options.BcTable, LookupMapping = null }
            : row;
    }

    private SyncDirection Possible(FieldMapping row)
    {
        if (row.Constant is not null)
            return row.SalesField is null ? SyncDirection.ToBusinessCentral : SyncDirection.ToSales;
        var oneWay = row.Transform?.OneWay.Any() is true;
        var passes = mapping.Direction.Passes().Where(pass => FieldAvailability.Obstacle(mapping, row, offered, pass) is null).ToList();
        return passes.Count == 2 ? (oneWay ? SyncDirection.ToSales : SyncDirection.Both)
            : passes.Count == 1 ? passes[0] : mapping.Direction;
    }

    private static ColumnSchema? Column(TableSchema? table, string? name) => name is null ? null : table?.Columns.GetValueOrDefault(name);
}
