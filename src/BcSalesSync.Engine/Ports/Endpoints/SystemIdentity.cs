namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>
/// What tells a system apart from every other of its kind, however its address is written. A copied environment keeps the ids of its
/// companies, so that the id of a company alone does not tell.
/// </summary>
/// <param name="Id">Business Central: SystemId of the company. Dataverse: id of the organisation.</param>
/// <param name="Environment">Business Central: host and environment, or instance. Empty where the id says it all.</param>
/// <param name="Tenant">Business Central: id of the tenant; null when the address does not tell it, or tells it by name.</param>
/// <param name="Name">What people call it; it may change.</param>
public sealed record SystemIdentity(Guid Id, string Environment, Guid? Tenant, string Name)
{
    /// <summary>True when both are the same system as far as both are known.</summary>
    public bool IsSameAs(SystemIdentity other) =>
        Id == other.Id
        && string.Equals(Environment, other.Environment, StringComparison.OrdinalIgnoreCase)
        && (Tenant is null || other.Tenant is null || Tenant == other.Tenant);
}
