using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;
using static BcSalesSync.Sandbox.Sales.Schema.ProductTable;

namespace BcSalesSync.Sandbox.Sales.Writing.States;

// The life of a product: draft, active, under revision and active again, retired.
internal sealed class ProductStateRule(SalesOrganization organization) : IStateRule
{
    private static readonly Field State = SalesSchema.Product.Find("statecode")!;
    private static readonly Field Structure = SalesSchema.Product.Find("productstructure")!;
    private static readonly Field Parent = SalesSchema.Product.Find("parentproductid")!;
    private static readonly Field IsKit = SalesSchema.Product.Find("iskit")!;

    public void Check(SalesTable table, Row row, int wanted)
    {
        if (table != SalesSchema.Product)
        {
            return;
        }

        var refusal = (From: (int)row[State.Column]!, To: wanted) switch
        {
            (Retired, Retired) => ("0x8004F980", "The product is already retired."),
            (Draft, Draft) => ("0x8004F981", "The product is already a draft."),
            (Active, Active) => ("0x8004F982", "The product is already active."),
            (Draft, Retired) => ("0x8004F978", "You can't retire a product that is a draft."),
            (_, Draft) => ("0x8004F912", "You can't set a published product record to the draft state."),
            (Draft or Retired, UnderRevision) => ("0x8004F913", "You can only revise an active product."),
            (Retired, Active) when !CanReturn(row) => ("0x8004F977", "You can't activate a retired product that belongs to a family."),
            (_, Active) when !HasPublishedParent(row) =>
                ("0x8004F909", "You can't publish this record because it belongs to a product family that isn't published."),
            _ => default((string Code, string Text)?),
        };
        if (refusal is (var code, var text))
        {
            throw SalesError.Refused(code, text);
        }
    }

    // Families, bundles and what lies below a family stay retired; a kit comes back in any case.
    private static bool CanReturn(Row row) =>
        row[IsKit.Column] is true || ((int?)row[Structure.Column] == Product && row[Parent.Column] is null);

    private bool HasPublishedParent(Row row) =>
        organization.Find(SalesSchema.Product, row[Parent.Column] as Guid?) is not { } parent || (int?)parent[State.Column] == Active;
}
