using BcSalesSync.Sandbox.Sales.Options;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;

namespace BcSalesSync.Sandbox.Sales.Actions;

// The actions of the organisation by name.
internal sealed class SalesActions
{
    private readonly Dictionary<string, ISalesAction> _unbound;
    private readonly Dictionary<(SalesTable Table, string Name), ISalesAction> _bySet;
    private readonly Dictionary<(SalesTable Table, string Name), IRowAction> _byRow;

    public SalesActions(SalesOrganization organization, RowWriter writer, SetReader reader)
    {
        var options = new OptionEditor(organization);
        var documents = new DocumentActions(organization, writer, reader);
        ISalesAction[] unbound =
        [
            new CloseOpportunityAction("WinOpportunity", OpportunityTable.Won, organization, writer),
            new CloseOpportunityAction("LoseOpportunity", OpportunityTable.Lost, organization, writer),
            new InsertOptionAction(options),
            new RenameOptionAction(options),
            new PublishAction(options),
            .. documents.Unbound,
        ];
        IRowAction[] onRows = [new PublishProductAction(organization, writer), .. documents.OnRows];
        _unbound = unbound.ToDictionary(action => action.Name, StringComparer.Ordinal);
        _bySet = new() { [(SalesSchema.Order, Segment(documents.Fulfil.Name))] = documents.Fulfil };
        _byRow = onRows.ToDictionary(action => (action.Table, Segment(action.Name)));
    }

    public ISalesAction? FindUnbound(string name) => _unbound.GetValueOrDefault(name);

    // Bound to the rows of a table as a whole.
    public ISalesAction? FindOnSet(SalesTable table, string segment) => _bySet.GetValueOrDefault((table, segment));

    public IRowAction? FindOnRow(SalesTable table, string segment) => _byRow.GetValueOrDefault((table, segment));

    private static string Segment(string name) => $"{SalesModel.Namespace}.{name}";
}
