using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes;

/// <summary>
/// Finds uncoupled records whose number or name another row of Sales holds already. Creating them would be refused, time and again; the
/// answer is to couple the two.
/// </summary>
internal sealed class TakenKeys(EndpointPair endpoints)
{
    /// <summary>The candidates, in their order; those whose key is taken with the row that holds it.</summary>
    public async Task<IReadOnlyList<Candidate>> FindAsync(
        PassDefinition pass, IReadOnlyList<Candidate> candidates, ITranslator translator, CancellationToken cancellationToken)
    {
        if (pass.Destination is not SystemSide.Sales || pass.Mapping.SalesKey is not { } column
            || !pass.DestinationTable.Columns.ContainsKey(column))
            return candidates;
        var keys = KeysOf(pass, column, candidates, translator);
        if (keys.Count == 0)
            return candidates;
        var rows = await endpoints.Sales.ReadByValueAsync(
            pass.DestinationTable.Name, [column], column, [.. keys.Values.Distinct()], cancellationToken).ConfigureAwait(false);
        var company = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var holders = rows.ToLookup(row => Comparable(row[column]));
        return [.. candidates.Select(candidate => keys.TryGetValue(candidate.Source.Id, out var key)
            && holders[Comparable(key)].FirstOrDefault(row => !IsOwn(pass, candidate, row, company)) is { } holder
                ? candidate with { Doubt = Taken(pass, candidate, column, key, holder) } : candidate)];
    }

    private static Dictionary<Guid, FieldValue> KeysOf(
        PassDefinition pass, string column, IReadOnlyList<Candidate> candidates, ITranslator translator)
    {
        var rows = pass.Fields.Where(field => field.Destination.Name == column).ToArray();
        return candidates
            .Where(candidate => candidate is { Coupling: null, Match: null, Doubt: null } && pass.SourceFilter.Matches(candidate.Source))
            .Select(candidate => (candidate.Source.Id, Key: ColumnValue.Of(rows, candidate, translator)))
            .Where(candidate => !candidate.Key.IsEmpty)
            .ToDictionary(candidate => candidate.Id, candidate => candidate.Key);
    }

    // What an earlier attempt of ours left behind is found by its id when it is created again.
    private static bool IsOwn(PassDefinition pass, Candidate candidate, Record row, Guid company) =>
        Enumerable.Range(0, candidate.IdAttempt + 1)
            .Any(attempt => row.Id == DerivedId.For(company, pass.DestinationTable.Name, candidate.Source.Id, attempt));

    private static string Comparable(FieldValue value) => value.ToString().ToUpperInvariant();

    private static PlanFailure Taken(PassDefinition pass, Candidate candidate, string column, FieldValue key, Record holder) => new(
        FailureClass.Data,
        "BcSync.Record.AlreadyExists",
        $"Sales has a {pass.DestinationTable.Name} whose {column} is '{key}' already: {holder.Id}.",
        $"If it is the counterpart, couple the two: New-BcCoupling -Mapping {pass.Mapping.Name.Typed()} -BcId {candidate.Source.Id} "
            + $"-SalesId {holder.Id}. If not, change the value on one side; the record is tried again with the next run.");
}
