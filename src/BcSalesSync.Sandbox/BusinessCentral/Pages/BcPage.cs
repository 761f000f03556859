using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Tables;

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

    // The column that names the row a part hangs below; null when the rows stand for themselves.
    public Column? Parent { get; init; }

    // Rows are shown for one parent or one id only (wire-bc 5.3).
    public bool NeedsParent { get; init; }

    // What every new row of the page has.
    public IReadOnlyList<(Column Column, object Value)> Presets { get; init; } = [];

    public IReadOnlyDictionary<string, PageAction> Actions { get; init; } = new Dictionary<string, PageAction>();

    public BcField? Find(string property) => _fields.GetValueOrDefault(property);
}
