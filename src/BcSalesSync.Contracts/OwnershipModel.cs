namespace BcSalesSync.Contracts;

/// <summary>Who owns rows that the synchronisation creates in Sales (spec/mappings.md 3.1).</summary>
public enum OwnershipModel
{
    /// <summary>The company's default owning team.</summary>
    Team,

    /// <summary>The user coupled to the salesperson.</summary>
    Person,
}
