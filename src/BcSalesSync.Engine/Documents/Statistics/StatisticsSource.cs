using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Statistics;

/// <summary>Reads the figures of customers, worked out by Business Central at the moment of reading.</summary>
/// <param name="system">Business Central.</param>
/// <param name="table">Table with the figures.</param>
/// <param name="figures">The figures it has.</param>
internal sealed class StatisticsSource(IEndpoint system, string table, IReadOnlyList<StatisticsFigure> figures)
{
    private const string Companion = "customerStatistics";
    private const string Standard = "customerFinancialDetails";

    /// <summary>The figures.</summary>
    public IReadOnlyList<StatisticsFigure> Figures => figures;

    /// <summary>True when it has all figures.</summary>
    public bool IsComplete => table == Companion;

    /// <summary>An amount among the figures of a customer; null where this source does not have it.</summary>
    public decimal? Amount(Record? row, StatisticsFigure figure) =>
        figures.FirstOrDefault(known => known.Sales == figure.Sales) is { } known ? row?[known.Bc].AsNumber() : null;

    /// <summary>The source that this connection offers.</summary>
    /// <exception cref="SyncException">It offers none.</exception>
    public static async Task<StatisticsSource> FindAsync(IEndpoint system, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await system.GetSchemaAsync(Companion, cancellationToken).ConfigureAwait(false) is not null)
            return new StatisticsSource(system, Companion, StatisticsFigure.Companion);
        return await system.GetSchemaAsync(Standard, cancellationToken).ConfigureAwait(false) is not null
            ? new StatisticsSource(system, Standard, StatisticsFigure.Standard)
            : throw new SyncException(DocumentErrors.TableMissing(now, Standard));
    }

    /// <summary>Figures by customer; customers that are gone are absent.</summary>
    public async Task<IReadOnlyDictionary<Guid, Record>> ReadAsync(IReadOnlyCollection<Guid> customers, CancellationToken cancellationToken)
    {
        string[] columns = [.. figures.Select(figure => figure.Bc)];
        var rows = await system.ReadByIdAsync(table, columns, customers, cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id);
    }
}
