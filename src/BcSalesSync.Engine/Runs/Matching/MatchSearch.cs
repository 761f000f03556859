using System.Runtime.CompilerServices;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Changes.Translating;
using BcSalesSync.Engine.Couplings.Matching;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Runs.Matching;

/// <summary>
/// Reads both sides of a mapping once, page by page, and tells which records belong together. Requests grow with pages, never with
/// records; memory holds an entry for each uncoupled record of Business Central and each row that fits one (spec/engine.md 8, 12).
/// </summary>
internal sealed class MatchSearch
{
    private readonly EngineParts parts;
    private readonly PassDefinition pass;
    private readonly IReadOnlyList<MatchGroup> groups;
    private readonly MatchValues values;
    private readonly TranslatorLoader translators;
    private readonly MatchIndex index = new();

    private MatchSearch(EngineParts parts, MappingSet mappings, PassDefinition pass, IReadOnlyList<MatchGroup> groups)
    {
        this.parts = parts;
        this.pass = pass;
        this.groups = groups;
        values = new MatchValues(pass, groups);
        translators = new TranslatorLoader(
            parts.Endpoints, mappings, parts.State.Couplings, parts.State.Pending, parts.Clock, mayCreate: false);
        View = new MatchView(pass.Mapping, groups);
    }

    /// <summary>Shows results.</summary>
    public MatchView View { get; }

    /// <summary>Told about records that are coupled already; nobody by default.</summary>
    public Action<CouplingState>? OnCoupled { get; set; }

    /// <summary>Told about uncoupled rows, and whether some record looks for them; nobody by default.</summary>
    public Action<MatchRow, bool>? OnFreeRow { get; set; }

    /// <summary>Prepares a search.</summary>
    /// <exception cref="SyncException">The mapping has no criteria, or the connection does not offer them.</exception>
    public static async Task<MatchSearch> PrepareAsync(
        EngineParts parts, MappingSet mappings, TableMapping mapping, MatchRequest request, CancellationToken cancellationToken)
    {
        var builder = new PassBuilder(parts.Endpoints, mappings);
        var tables = await builder.BuildComparisonAsync(mapping, [], cancellationToken).ConfigureAwait(false);
        var facts = await parts.Endpoints.BusinessCentral.GetFactsAsync(cancellationToken).ConfigureAwait(false);
        var groups = MatchCriteria.Of(
            mapping, mapping.Fields.Where(row => row.BelongsTo(mappings.Setup)),
                new OfferedTables(tables.SourceTable, tables.DestinationTable, facts.Tier), request.Fields, request.CaseSensitive,
                    parts.Clock.GetUtcNow());
        var rows = groups.SelectMany(group => group.Criteria).SelectMany(criterion => criterion.Rows).Distinct().ToArray();
        var pass = await builder.BuildComparisonAsync(mapping, rows, cancellationToken).ConfigureAwait(false);
        return new MatchSearch(parts, mappings, pass, groups);
    }

    /// <summary>Reads both sides; gives the size of each page.</summary>
    public async IAsyncEnumerable<int> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = parts.Endpoints.BusinessCentral.ReadAsync(
            pass.SourceTable.Name, pass.SourceColumns, pass.SourceFilter, cancellationToken);
        await foreach (var page in records.ConfigureAwait(false))
        {
            await AddAsync(page, cancellationToken).ConfigureAwait(false);
            yield return page.Count;
        }

        var rows = parts.Endpoints.Sales.ReadAsync(
            pass.DestinationTable.Name, pass.DestinationColumns, pass.DestinationFilter, cancellationToken);
        await foreach (var page in rows.ConfigureAwait(false))
        {
            await CompareAsync(page, cancellationToken).ConfigureAwait(false);
            yield return page.Count;
        }
    }

    /// <summary>What was found, in the order of numbers. Who has a row that others look for is asked for once more: it may be gone.</summary>
    public async Task<IReadOnlyList<MatchResult>> DecideAsync(CancellationToken cancellationToken)
    {
        var results = MatchDecider.Decide(index.Records, groups.Count);
        var owners = results.Select(OwnerOf).OfType<Guid>().Distinct().ToArray();
        if (owners.Length == 0)
            return results;
        var there = (await parts.Endpoints.BusinessCentral.ReadByIdAsync(pass.SourceTable.Name, pass.SourceColumns, owners, cancellationToken)
            .ConfigureAwait(false)).Select(record => record.Id).ToHashSet();
        return [.. results.Select(result => OwnerOf(result) is { } owner && !there.Contains(owner)
            ? result with { OwnerIsGone = true }
            : result)];
    }

    private async Task AddAsync(IReadOnlyList<Record> page, CancellationToken cancellationToken)
    {
        var ids = page.Select(record => record.Id).ToArray();
        var coupled = (await parts.State.Couplings.FindByBcIdAsync(pass.Mapping.Family, ids, cancellationToken).ConfigureAwait(false))
            .ToDictionary(coupling => coupling.BcId);
        foreach (var coupling in page.Select(record => coupled.GetValueOrDefault(record.Id)).OfType<CouplingState>())
            OnCoupled?.Invoke(coupling);
        var uncoupled = page.Where(record => !coupled.ContainsKey(record.Id));
        var candidates = uncoupled.Select(record => new Candidate { Source = record }).ToArray();
        if (candidates.Length == 0)
            return;
        var translator = await translators.LoadAsync(pass, candidates, cancellationToken).ConfigureAwait(false);
        foreach (var candidate in candidates)
        {
            index.Add(
                candidate.Source.Id, Text(candidate.Source, pass.SourceTable.NumberColumn),
                    Text(candidate.Source, pass.SourceTable.NameColumn), values.Of(candidate, translator));
        }
    }

    private async Task CompareAsync(IReadOnlyList<Record> page, CancellationToken cancellationToken)
    {
        var compared = page.Select(row => (Row: row, Entries: index.Fitting(values.Of(row))))
            .Where(pair => pair.Entries.Count > 0 || OnFreeRow is not null).ToArray();
        if (compared.Length == 0)
            return;
        var ids = compared.Select(pair => pair.Row.Id).ToArray();
        var owners = (await parts.State.Couplings.FindBySalesIdAsync(pass.Mapping.Family, ids, cancellationToken).ConfigureAwait(false))
            .ToDictionary(coupling => coupling.SalesId);
        foreach (var (record, entries) in compared)
        {
            var owner = owners.GetValueOrDefault(record.Id);
            var row = new MatchRow(record.Id, Text(record, pass.DestinationTable.NameColumn), owner?.BcNo ?? owner?.BcId.ToString())
            {
                OwnerId = owner?.BcId,
            };
            foreach (var entry in entries)
                entry.Add(row);
            if (row.Owner is null)
                OnFreeRow?.Invoke(row, entries.Count > 0);
        }
    }

    private static Guid? OwnerOf(MatchResult result) => result.Outcome is MatchOutcome.Taken ? result.Row?.OwnerId : null;

    private static string? Text(Record record, string? column) => column is null ? null : record[column].AsText();
}
