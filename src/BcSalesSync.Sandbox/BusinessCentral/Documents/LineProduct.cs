using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// What a line takes from its item, resource or account.
internal sealed class LineProduct(BcSession session)
{
    private readonly DocumentMoney _money = new(session);
    private readonly VatRates _rates = new(session);

    public void Fill(RowDraft line, Row header)
    {
        var number = line.Text(SalesLineTable.Number);
        if (number.Length == 0)
        {
            return;
        }

        line[SalesLineTable.AllowInvoiceDiscount] = true;
        if (ProductKind.Find(line.Text(SalesLineTable.Type)) is { } kind)
        {
            FillProduct(line, kind, session.FindByKey(kind.Table, number)!);
        }
        else if (line.Text(SalesLineTable.Type) == SalesLineTable.Account)
        {
            FillAccount(line, session.FindByKey(GlAccountTable.Table, number)!);
        }

        line[SalesLineTable.TaxPercent] = _rates.Percent(
            header.Text(SalesHeaderTable.VatGroup), line.Text(SalesLineTable.VatGroup));
        ApplyUnit(line, header);
    }

    // A unit of the item or resource, else any; the price is the one of that unit.
    public void ApplyUnit(RowDraft line, Row header)
    {
        var code = line.Text(SalesLineTable.Unit);
        line[SalesLineTable.UnitQuantity] = 1m;
        if (ProductKind.Find(line.Text(SalesLineTable.Type)) is { } kind)
        {
            var number = line.Text(SalesLineTable.Number);
            if (code.Length > 0)
            {
                var unit = new ProductUnits(session, kind).Find(number, code)
                    ?? throw BcException.NotRelated(line.Table, SalesLineTable.Unit, code, kind.Units.Table);
                line[SalesLineTable.UnitQuantity] = unit[kind.Units.Quantity];
            }

            line[SalesLineTable.UnitPrice] = PriceOf(line, header, kind, session.FindByKey(kind.Table, number)!);
        }
        else if (code.Length > 0 && session.FindByKey(CodeTables.UnitOfMeasure, code) is null)
        {
            throw BcException.NotRelated(line.Table, SalesLineTable.Unit, code, CodeTables.UnitOfMeasure);
        }
    }

    // As after a change of what the header's prices mean.
    public void Reprice(RowDraft line, Row header)
    {
        line[SalesLineTable.TaxPercent] = _rates.Percent(
            header.Text(SalesHeaderTable.VatGroup), line.Text(SalesLineTable.VatGroup));
        ApplyUnit(line, header);
        var amounts = new LineAmounts(_money);
        amounts.DiscountFromPercent(line, header);
        amounts.Total(line, header);
    }

    private static void FillProduct(RowDraft line, ProductKind kind, Row product)
    {
        var draft = new RowDraft(product);
        FieldTest.IsEqual(draft, kind.Table["blocked"], false);
        FieldTest.HasValue(draft, kind.BaseUnit);
        line[SalesLineTable.Description] = product[kind.Name];
        line[SalesLineTable.Unit] = product[kind.BaseUnit];
        line[SalesLineTable.VatGroup] = kind == ProductKind.Item ? product.Text(ItemTable.TaxGroup) : "";
    }

    private static void FillAccount(RowDraft line, Row account)
    {
        var draft = new RowDraft(account);
        FieldTest.IsEqual(draft, GlAccountTable.Type, GlAccountTable.Posting);
        FieldTest.IsEqual(draft, GlAccountTable.Blocked, false);
        FieldTest.IsEqual(draft, GlAccountTable.DirectPosting, true);
        line[SalesLineTable.Description] = account[GlAccountTable.Name];
        line[SalesLineTable.Unit] = "";
        line[SalesLineTable.VatGroup] = account[GlAccountTable.VatGroup];
        line[SalesLineTable.AllowInvoiceDiscount] = false;
    }

    // The card's price in the document's unit, currency and tax.
    private decimal PriceOf(RowDraft line, Row header, ProductKind kind, Row product)
    {
        var price = (decimal)product[kind.Table["unitPrice"]]! * (decimal)line[SalesLineTable.UnitQuantity]!;
        var rate = 1m + ((decimal)line[SalesLineTable.TaxPercent]! / 100m);
        if (kind == ProductKind.Item && (bool)product[ItemTable.PriceIncludesTax]!)
        {
            var own = _rates.Percent(product.Text(ItemTable.PriceVatGroup), product.Text(ItemTable.TaxGroup));
            price /= 1m + (own / 100m);
        }

        if ((bool)header[SalesHeaderTable.PricesIncludeTax]!)
        {
            price *= rate;
        }

        var factor = (decimal)header[SalesHeaderTable.CurrencyFactor]!;
        return DocumentMoney.RoundPrice(factor == 0m ? price : price * factor);
    }
}
