using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Documents;

// Ends a quote or an order in one of its last states and keeps an activity about it.
internal sealed class DocumentCloser(SalesOrganization organization, RowWriter writer, DocumentKind kind, SalesTable close)
{
    private readonly Field _document = close.Find(kind.Header.Name + "id")!;
    private readonly Field? _number = close.Find(kind.HeaderColumns.Number.Name);
    private readonly ClosingActivity _activity = new(organization, close);

    public SalesTable Table => close;

    public DocumentKind Kind => kind;

    // The document an activity is about.
    public Row DocumentOf(RowInput activity) =>
        organization.Find(kind.Header, activity.Values.GetValueOrDefault(_document) as Guid?)
        ?? throw SalesError.Argument($"The id of the {kind.Header.Name} is missing.");

    // Null takes the first reason of the state.
    public void Close(WriteScope scope, Row document, int state, int? reason, RowInput activity)
    {
        var columns = kind.HeaderColumns;
        if (!CanBeClosed((int)document[columns.State]!))
        {
            throw SalesError.InvalidState(kind == DocumentKind.Quote
                ? "Only an active quote can be won or closed."
                : "Only an active or submitted order can be fulfilled or canceled.");
        }

        var draft = _activity.Draft(activity);
        draft[_document.Column] = document.Id;
        if (_number is { } number)
        {
            draft[number.Column] ??= document[columns.Number];
        }

        writer.Save(scope, kind.Header, new RowDraft(document) { [columns.State] = state, [columns.Status] = reason });
        writer.Save(scope, close, draft);
    }

    private bool CanBeClosed(int state) => kind == DocumentKind.Quote
        ? state == QuoteTables.Active
        : state is OrderTables.Active or OrderTables.Submitted;
}
