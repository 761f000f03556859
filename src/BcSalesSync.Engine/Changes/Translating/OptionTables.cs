using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>
/// Translates codes of Business Central into choices of Sales and back (spec/mappings.md 2.0, option map). Tables and their couplings are
/// read once, and only when a record needs them.
/// </summary>
internal sealed class OptionTables(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings)
{
    private readonly OptionTableReader reader = new(endpoints, mappings, couplings);
    private readonly Dictionary<string, OptionTable?> tables = [];

    /// <summary>Reads the tables that the given candidates need.</summary>
    public async Task LoadAsync(PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        foreach (var field in pass.Fields.Where(field => field.Row.OptionTable is not null && !tables.ContainsKey(field.Row.OptionTable)))
        {
            if (candidates.Any(candidate => !candidate.IsEcho && !candidate.Source[field.Source!].IsEmpty))
                tables[field.Row.OptionTable!] = await reader.ReadAsync(field.Row.OptionTable!, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What a code or choice becomes on the other side.</summary>
    public Translation Translate(PassDefinition pass, PassField field, FieldValue value)
    {
        if (value.IsEmpty)
            return Translation.To(FieldValue.Empty);
        return tables.GetValueOrDefault(field.Row.OptionTable!) switch
        {
            null => Translation.LeaveAlone,
            var table when pass.Direction is Contracts.SyncDirection.ToSales => table.ToSales(field, value.ToString()),
            var table => table.ToBusinessCentral(pass.SourceTable.Columns[field.Source!], value),
        };
    }
}
