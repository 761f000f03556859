namespace BcSalesSync.State.Sql;

/// <summary>A database that holds one state.</summary>
internal interface IStateDatabase : IAsyncDisposable
{
    /// <summary>What this database is asked differently.</summary>
    SqlDialect Dialect { get; }

    /// <summary>Runs statements that only read; several at a time, and beside writers.</summary>
    Task<T> ReadAsync<T>(Func<StateSession, T> read, CancellationToken cancellationToken);

    /// <summary>Runs statements in one transaction; it may be begun anew when others were in the way.</summary>
    Task<T> WriteAsync<T>(Func<StateSession, T> write, CancellationToken cancellationToken);
}
