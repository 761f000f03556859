using BcSalesSync.Sandbox.Sales.Options;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;

namespace BcSalesSync.Sandbox.Sales.Actions;

// The actions of the organisation by name.
internal sealed class SalesActions
{
    private readonly Dictionary<string, ISalesAction> _unbound;

    public SalesActions(SalesOrganization organization, RowWriter writer)
    {
        var options = new OptionEditor(organization);
        ISalesAction[] unbound =
        [
            new CloseOpportunityAction("WinOpportunity", OpportunityTable.Won, organization, writer),
            new CloseOpportunityAction("LoseOpportunity", OpportunityTable.Lost, organization, writer),
            new InsertOptionAction(options),
            new RenameOptionAction(options),
            new PublishAction(options),
        ];
        _unbound = unbound.ToDictionary(action => action.Name, StringComparer.Ordinal);
        PublishProduct = new PublishProductAction(organization, writer);
    }

    // Bound to a product.
    public PublishProductAction PublishProduct { get; }

    public ISalesAction? FindUnbound(string name) => _unbound.GetValueOrDefault(name);

    public static bool IsPublishProduct(SalesTable table, string segment) =>
        table == SalesSchema.Product && segment == SalesModel.Namespace + ".PublishProductHierarchy";
}
