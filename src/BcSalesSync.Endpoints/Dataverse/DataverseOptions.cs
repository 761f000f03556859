namespace BcSalesSync.Endpoints.Dataverse;

/// <summary>What a connection to Dataverse is made from.</summary>
public sealed record DataverseOptions
{
    /// <summary>
    /// Base address of the Web API, such as <c>https://adatum.api.crm4.dynamics.com/api/data/v9.2</c>; http for loopback only.
    /// </summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>
    /// Finds the SystemId of the company in Business Central, which leads to the company's row in Sales (spec/wire-dataverse.md 10). Asked
    /// once, when
    /// the facts are first needed; null, or a null answer, leaves the company unknown.
    /// </summary>
    public Func<CancellationToken, Task<Guid?>>? FindCompany { get; init; }

    /// <summary>Rows a page; the service gives at most 5,000 (spec/wire-dataverse.md 2.1).</summary>
    public int PageSize { get; init; } = 5000;

    /// <summary>Rows a request that writes; at most 1,000 (spec/wire-dataverse.md 3).</summary>
    public int BatchSize { get; init; } = 100;
}
