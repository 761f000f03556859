using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Reading;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// Makes a document of the one a parameter names and answers it.
internal sealed class CreateDocumentAction(
    string name, DocumentKind source, DocumentKind target, SalesOrganization organization, SetReader reader,
    Func<WriteScope, Row, Row> create) : ISalesAction
{
    public string Name => name;

    public SalesResponse Run(SalesRequest request, UnitOfWork work)
    {
        using var json = request.Json();
        var body = new ActionBody(name, json.RootElement);
        var document = body.Document(source);
        // The columns of the answer; all of them are shown here whatever is asked for.
        _ = body.Row("ColumnSet");
        var row = create(
            new WriteScope(work, SalesOrganization.IntegrationUser),
            organization.Find(source.Header, document) ?? throw SalesError.Gone(source.Header, document));
        return reader.RowAnswer(request, target.Header, row, HttpStatusCode.OK) with
        {
            RowPath = $"{target.Header.SetName}({row.Id:D})",
        };
    }
}
