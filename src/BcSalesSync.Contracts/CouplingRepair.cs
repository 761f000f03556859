namespace BcSalesSync.Contracts;

/// <summary>What to do with a coupling whose record is gone on one side. One whose records are both gone is always removed.</summary>
public enum CouplingRepair
{
    /// <summary>Nothing but tell about it.</summary>
    Report,

    /// <summary>Remove the coupling; the surviving record stays.</summary>
    RemoveCoupling,

    /// <summary>Create the record anew from the surviving one, and couple both.</summary>
    RestoreRecord,

    /// <summary>Delete the surviving record and remove the coupling.</summary>
    DeleteRecord,
}
