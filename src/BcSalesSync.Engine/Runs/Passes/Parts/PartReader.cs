using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Passes.Parts;

/// <summary>Reads the parts of records on one side, those that no mapping looks at included.</summary>
internal sealed class PartReader(EndpointPair endpoints, PassDefinition pass)
{
    // What tells a line of freight and text to put below a line, a prepayment that is due and the place of a line, besides what the mapping looks at.
    private static readonly string[] Beside =
    [
        "lineType", "lineObjectNumber", "unitPrice", "shippedQuantity", "prepaymentAmount", "prepmtAmtInv", "sequence", "lineitemnumber",
        "sequencenumber", "bcbi_businesscentrallinenumber", "description", "quantity", "productdescription",
    ];

    /// <summary>The parts by the id of the record they belong to, in their order.</summary>
    public async Task<ILookup<Guid, Record>> ReadAsync(SystemSide side, IReadOnlyCollection<Guid> owners, CancellationToken cancellationToken)
    {
        var table = side == pass.Source ? pass.SourceTable : pass.DestinationTable;
        var parent = ParentColumn(side);
        var columns = (side == pass.Source ? pass.SourceColumns : pass.DestinationColumns)
            .Append(parent).Concat(Beside.Where(table.Columns.ContainsKey)).Distinct().ToArray();
        var rows = owners.Count == 0 ? [] : await endpoints.On(side)
            .ReadByValueAsync(table.Name, columns, parent, [.. owners.Select(id => FieldValue.Id(id))], cancellationToken).ConfigureAwait(false);
        return rows.OrderBy(Place).ToLookup(row => row[parent].AsId() ?? Guid.Empty);
    }

    private string ParentColumn(SystemSide side) =>
        side is SystemSide.BusinessCentral ? pass.Mapping.Parent!.BcField : pass.Mapping.Parent!.SalesField!;

    private static decimal Place(Record row) =>
        row["sequence"].AsNumber() ?? row["sequencenumber"].AsNumber() ?? row["lineitemnumber"].AsNumber() ?? decimal.MaxValue;
}
