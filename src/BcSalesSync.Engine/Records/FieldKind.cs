namespace BcSalesSync.Engine.Records;

/// <summary>What a column holds, in the terms both systems share.</summary>
public enum FieldKind
{
    /// <summary>Text as typed.</summary>
    Text,

    /// <summary>A Business Central code: trimmed, upper case.</summary>
    Code,

    /// <summary>Decimal or whole number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Calendar date without zone.</summary>
    Date,

    /// <summary>Point in time, UTC.</summary>
    DateTime,

    /// <summary>Unique id that is no reference.</summary>
    UniqueId,

    /// <summary>A choice; Dataverse stores its number, Business Central its name.</summary>
    Option,

    /// <summary>Reference to a row by table and id.</summary>
    Lookup,
}
