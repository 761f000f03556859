using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes;

/// <summary>
/// Finds out which uncoupled records the other direction created itself, without having heard so, and from what: such a record is no new
/// one, and a counterpart of its own would be there twice.
/// </summary>
internal sealed class LostCreates(EndpointPair endpoints, IPendingReader pending, FreeRecords free)
{
    // An id that is taken leads to the next one; more than these nobody has seen.
    private const int Attempts = 3;

    /// <summary>The candidates, in their order: with the record they were created from, or with why it cannot be told.</summary>
    public async Task<IReadOnlyList<Candidate>> FindAsync(
        PassDefinition pass, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        if (pass.Mapping.Direction is not SyncDirection.Both)
            return candidates;
        var open = candidates.Where(candidate => candidate is { Coupling: null, Match: null, Doubt: null }).ToArray();
        var doubts = new Dictionary<Guid, PlanFailure>();
        var origins = pass.SourceTable.AcceptsClientIds
            ? await DerivedAsync(pass, open, cancellationToken).ConfigureAwait(false)
            : await IntendedAsync(pass, open, doubts, cancellationToken).ConfigureAwait(false);
        if (origins.Count + doubts.Count == 0)
            return candidates;
        var rows = await ReadAsync(pass, [.. origins.Values.Distinct()], cancellationToken).ConfigureAwait(false);
        return [.. candidates.Select(candidate => candidate with
        {
            Match = origins.TryGetValue(candidate.Source.Id, out var origin) ? rows.GetValueOrDefault(origin) ?? candidate.Match : candidate.Match,
            Doubt = doubts.GetValueOrDefault(candidate.Source.Id) ?? candidate.Doubt,
        })];
    }

    // An id tells nothing of what it was derived from, so the ids of what is there are derived and compared.
    private async Task<Dictionary<Guid, Guid>> DerivedAsync(PassDefinition pass, Candidate[] open, CancellationToken cancellationToken)
    {
        var origins = new Dictionary<Guid, Guid>();
        var suspects = open.Select(candidate => candidate.Source.Id).Where(DerivedId.MayBe).ToHashSet();
        if (suspects.Count == 0)
            return origins;
        var company = (await endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false)).CompanyId ?? Guid.Empty;
        var pages = endpoints.On(pass.Destination).ReadAsync(pass.DestinationTable.Name, [], Filter.All, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var row in page)
            {
                for (var attempt = 0; attempt < Attempts; attempt++)
                {
                    var derived = DerivedId.For(company, pass.SourceTable.Name, row.Id, attempt);
                    if (suspects.Remove(derived))
                        origins[derived] = row.Id;
                }
            }

            if (suspects.Count == 0)
                break;
        }

        return origins;
    }

    private async Task<Dictionary<Guid, Guid>> IntendedAsync(
        PassDefinition pass, Candidate[] open, Dictionary<Guid, PlanFailure> doubts, CancellationToken cancellationToken)
    {
        var origins = new Dictionary<Guid, Guid>();
        var intents = open.Length == 0
            ? [] : await pending.IntentsAsync(pass.Mapping.Name, pass.Reverse, cancellationToken).ConfigureAwait(false);
        foreach (var key in intents.GroupBy(intent => (intent.KeyColumn, Value: intent.KeyValue.ToUpperInvariant())))
        {
            var rows = open.Select(candidate => candidate.Source)
                .Where(row => string.Equals(row[key.Key.KeyColumn].ToString(), key.Key.Value, StringComparison.OrdinalIgnoreCase)).ToArray();
            if (rows.Length == 0)
                continue;
            var resolution = new IntentResolution([.. key], rows);
            foreach (var intent in key)
            {
                var (created, doubtful) = resolution.Resolve(intent);
                if (created is not null)
                    origins[created.Id] = intent.SourceId;
                foreach (var row in doubtful)
                    doubts[row.Id] = Unsettled(pass, intent);
            }
        }

        return origins;
    }

    private async Task<Dictionary<Guid, Record>> ReadAsync(PassDefinition pass, Guid[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
            return [];
        var rows = await endpoints.On(pass.Destination)
            .ReadByIdAsync(pass.DestinationTable.Name, pass.DestinationColumns, ids, cancellationToken).ConfigureAwait(false);
        return (await free.OfAsync(pass, rows, cancellationToken).ConfigureAwait(false)).ToDictionary(row => row.Id);
    }

    private static PlanFailure Unsettled(PassDefinition pass, CreateIntent intent) => new(
        FailureClass.Transient,
        "BcSync.Record.CreateUnsettled",
        $"The answer to creating '{intent.KeyValue}' in {WriteFailures.Name(pass.Source)} was lost, and this record may be what was created.",
        $"Nothing to do as a rule: direction {pass.Reverse} of mapping {pass.Mapping.Name} finds out, and this record is tried again by itself.");
}
