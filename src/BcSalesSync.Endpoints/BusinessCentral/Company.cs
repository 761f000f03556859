namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>A company of the environment.</summary>
/// <param name="Id">Its SystemId.</param>
/// <param name="Name">Its name, which people use to choose it.</param>
internal sealed record Company(Guid Id, string Name)
{
    /// <summary>Version of Business Central; null when it does not tell.</summary>
    public string? Version { get; init; }

    public string Path => $"companies({Id})";
}
