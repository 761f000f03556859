using BcSalesSync.Contracts;

namespace BcSalesSync.PowerShell.Commands.Couplings;

/// <summary>Says what a repair does, before it does it.</summary>
internal static class RepairText
{
    internal static string Of(BcCouplingRepair repair) => (repair.Action, repair.Coupling.Missing) switch
    {
        (CouplingRepair.RestoreRecord, MissingRecord.Sales) => "Create the row in Sales anew from the record in Business Central",
        (CouplingRepair.RestoreRecord, _) => "Create the record in Business Central anew from the row in Sales",
        (CouplingRepair.DeleteRecord, MissingRecord.Sales) => "Delete the record in Business Central and remove the coupling",
        (CouplingRepair.DeleteRecord, _) => "Delete the row in Sales and remove the coupling",
        (_, MissingRecord.Both) => "Remove the coupling, both records are gone",
        (_, MissingRecord.Sales) => "Remove the coupling, the record in Business Central stays",
        _ => "Remove the coupling, the row in Sales stays",
    };
}
