using BcSalesSync.Sandbox.OData;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// An API page: an entity set with its editability.
internal sealed class BcPage
{
    private readonly Dictionary<string, BcField> _fields;

    public BcPage(EntitySet set, IEnumerable<BcField> fields)
    {
        Set = set;
        _fields = fields.ToDictionary(field => field.Property.Name, StringComparer.Ordinal);
    }

    public EntitySet Set { get; }

    public bool CanInsert { get; init; }

    public bool CanModify { get; init; }

    public bool CanDelete { get; init; }

    // Lies outside any company.
    public bool IsSystemWide { get; init; }

    public BcField? Find(string property) => _fields.GetValueOrDefault(property);
}
