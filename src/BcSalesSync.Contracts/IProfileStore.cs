namespace BcSalesSync.Contracts;

/// <summary>Keeps profiles, for this user only.</summary>
public interface IProfileStore
{
    /// <summary>The names of all profiles, in order; a name says nothing about whether its profile can be read.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Checks that a profile can be kept under a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="SyncException">The name cannot be a file's.</exception>
    void RequireName(string name);

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
    /// <exception cref="SyncException">There is none of this name, or its file is protected.</exception>
    Task RemoveAsync(string name, CancellationToken cancellationToken);
}
