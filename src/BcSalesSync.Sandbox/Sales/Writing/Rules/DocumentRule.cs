using System.Globalization;
using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Seeds;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// A document has a number no other one has (a quote shares it with its revisions); account and contact follow from its customer.
internal sealed class DocumentRule(SalesOrganization organization) : IRowRule
{
    // Numbers given by the organisation begin above those of a seed.
    private const int FirstNumber = 1000;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (DocumentKind.OfHeader(table) is not { } kind)
        {
            return;
        }

        var columns = kind.HeaderColumns;
        if (draft.IsNew)
        {
            if (columns.Revision is { } revision)
            {
                draft[revision] ??= 0;
            }

            draft[columns.Number] ??= NextNumber(kind);
            CheckNumber(draft, kind);
        }

        draft[columns.Account] = organization.Find(SalesSchema.Account, draft[columns.Customer] as Guid?)?.Id;
        draft[columns.Contact] = organization.Find(SalesSchema.Contact, draft[columns.Customer] as Guid?)?.Id;
        if (draft.Changed(columns.PriceList) || draft.Changed(columns.Currency))
        {
            PriceListCurrency.Check(organization, draft, table, table.Find("pricelevelid")!, "0x80048CEF");
        }
    }

    private string NextNumber(DocumentKind kind)
    {
        var number = FirstNumber + organization.World.Store.Next("sales.number." + kind.Header.Name);
        var suffix = SeedIds.Of(string.Create(CultureInfo.InvariantCulture, $"sales/number/{kind.Prefix}/{number}")).ToString("N")[..6];
        return string.Create(CultureInfo.InvariantCulture, $"{kind.Prefix}-{number:00000}-{suffix.ToUpperInvariant()}");
    }

    private void CheckNumber(RowDraft draft, DocumentKind kind)
    {
        var columns = kind.HeaderColumns;
        if (organization.World.Store[draft.Table].Index(columns.Number).Equal(draft[columns.Number])
            .Any(row => row.Id != draft.Id && (columns.Revision is null || Equals(row[columns.Revision], draft[columns.Revision]))))
        {
            throw new SalesException(
                HttpStatusCode.PreconditionFailed, SalesError.DuplicateKeyCode,
                $"A record with the value '{draft[columns.Number]}' for '{columns.Number.Name}' already exists.");
        }
    }
}
