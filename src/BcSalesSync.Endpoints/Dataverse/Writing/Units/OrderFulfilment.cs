using System.Text.Json;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Endpoints.Dataverse.Writing.Units;

/// <summary>
/// The action that fulfils an order, the only one a unit may hold: Sales takes the state from it and from no write (spec/wire-dataverse.md 7.3).
/// It is bound to the orders as a whole and names its order in an activity of its own.
/// </summary>
internal static class OrderFulfilment
{
    private const string Table = "salesorder";
    private const string Name = "FulfillSalesOrder";
    private const int Complete = 100001;

    /// <summary>True for that action.</summary>
    internal static bool Is(UnitStep step) => step is UnitAction { Table: Table, Name: Name };

    /// <summary>The action as an operation of a batch.</summary>
    internal static BatchOperation Of(string setName, Guid order)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["Status"] = Complete,
            ["OrderClose"] = new Dictionary<string, string>
            {
                ["@odata.type"] = "#Microsoft.Dynamics.CRM.orderclose",
                ["subject"] = "Shipped in Business Central",
                ["salesorderid@odata.bind"] = $"/{setName}({order})",
            },
        });
        return new BatchOperation(HttpMethod.Post, $"{setName}/Microsoft.Dynamics.CRM.{Name}", [], body);
    }
}
