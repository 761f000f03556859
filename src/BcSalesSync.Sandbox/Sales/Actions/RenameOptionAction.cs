using System.Net;
using BcSalesSync.Sandbox.Sales.Options;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// Changes the label of an option.
internal sealed class RenameOptionAction(OptionEditor options) : ISalesAction
{
    public string Name => "UpdateOptionValue";

    public SalesResponse Run(SalesRequest request, UnitOfWork work)
    {
        using var json = request.Json();
        var body = new ActionBody(Name, json.RootElement);
        var (table, field) = body.ChoiceColumn();

        // There is one language here, so merging labels or replacing them comes to the same; the service wants to be told nevertheless.
        _ = body.Flag("MergeLabels");
        options.Rename(work, table, field, body.Number("Value"), body.Label("Label"));
        return new SalesResponse(HttpStatusCode.NoContent);
    }
}
