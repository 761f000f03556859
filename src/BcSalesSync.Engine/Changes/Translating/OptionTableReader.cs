using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>Reads tables of codes together with their couplings.</summary>
internal sealed class OptionTableReader(EndpointPair endpoints, MappingSet mappings, ICouplingReader couplings)
{
    /// <summary>A table of codes; null when this connection does not offer it.</summary>
    public async Task<OptionTable?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        if (await endpoints.BusinessCentral.GetSchemaAsync(name, cancellationToken).ConfigureAwait(false) is not { } schema)
            return null;
        var codes = new Dictionary<string, OptionCode>(StringComparer.OrdinalIgnoreCase);
        var label = schema.NameColumn ?? "code";
        await foreach (var page in endpoints.BusinessCentral.ReadAsync(name, ["code", label], Filter.All, cancellationToken)
            .ConfigureAwait(false))
        {
            foreach (var row in page)
                codes[row["code"].ToString()] = new OptionCode(row[label].ToString(), row.Id);
        }

        var mapping = mappings.FindOptionMapping(name);
        var coupled = new List<CouplingState>();
        if (mapping is not null)
        {
            await foreach (var coupling in couplings.ReadAsync(mapping.Name, new CouplingCondition(), cancellationToken).ConfigureAwait(false))
                coupled.Add(coupling);
        }

        return new OptionTable(name, codes, mapping, coupled);
    }
}
