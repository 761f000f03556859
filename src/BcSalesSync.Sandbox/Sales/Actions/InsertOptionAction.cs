using System.Net;
using BcSalesSync.Sandbox.Sales.Options;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// Adds an option to a choice column and answers its number.
internal sealed class InsertOptionAction(OptionEditor options) : ISalesAction
{
    public string Name => "InsertOptionValue";

    public SalesResponse Run(SalesRequest request, UnitOfWork work)
    {
        using var json = request.Json();
        var body = new ActionBody(Name, json.RootElement);
        var (table, field) = body.ChoiceColumn();
        var value = options.Insert(work, table, field, body.FindNumber("Value"), body.Label("Label"));
        return new SalesResponse(HttpStatusCode.OK)
        {
            Body = JsonBody.Object(writer =>
            {
                writer.WriteString("@odata.context", $"{request.Api}/$metadata#{SalesModel.Namespace}.InsertOptionValueResponse");
                writer.WriteNumber("NewOptionValue", value);
            }),
        };
    }
}
