using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Pages;

// A property of an API page: how it reads, whether and how a client may write it.
internal sealed record BcField(Property Property)
{
    public bool Editable { get; init; }

    // Can be given with a new record only.
    public bool EditableOnCreate { get; init; }

    // A page variable: calculated row by row, beyond the reach of $filter and $orderby (wire-bc, type mark *).
    public bool IsPageVariable { get; init; }

    // Null writes the column through its validation.
    public Action<RecordWriter, RowDraft, object>? Write { get; init; }
}
