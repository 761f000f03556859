namespace BcSalesSync.Contracts;

/// <summary>Keeps profiles, for this user only.</summary>
public interface IProfileStore
{
    /// <summary>The profiles by name.</summary>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="SyncException">A file cannot be read; the error names it.</exception>
    IAsyncEnumerable<BcProfile> ListAsync(CancellationToken cancellationToken);

    /// <summary>One profile.</summary>
    /// <param name="name">Its name, in any case.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SyncException">There is none of this name, or its file cannot be read.</exception>
    Task<BcProfile> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>Keeps a profile; one of the same name is replaced.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="SyncException">The name cannot be a file's, or the file cannot be written.</exception>
    Task SaveAsync(BcProfile profile, CancellationToken cancellationToken);

    /// <summary>Forgets a profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="SyncException">There is none of this name.</exception>
    Task RemoveAsync(string name, CancellationToken cancellationToken);
}
