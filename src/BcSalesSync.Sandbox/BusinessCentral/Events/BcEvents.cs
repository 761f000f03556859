using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Events;

// What happens in Business Central beside the writing of records, played by a person.
internal sealed class BcEvents(SandboxWorld world)
{
    // False when the event is none of Business Central's.
    public bool Play(EventRequest request, UnitOfWork work)
    {
        var session = new BcSession(world, work, isPerson: true);
        switch (request.Type)
        {
            case "adjustInventory":
                AdjustInventory(request, session);
                return true;
            default:
                return new DocumentEvents(session).Play(request);
        }
    }

    private static void AdjustInventory(EventRequest request, BcSession session)
    {
        var number = request.Text("itemNo").Trim().ToUpperInvariant();
        var item = session.FindByKey(ItemTable.Table, number) ?? throw new ControlException($"There is no item '{number}'.");
        new ItemLedger(session).Adjust(item, request.Number("quantity"));
    }
}
