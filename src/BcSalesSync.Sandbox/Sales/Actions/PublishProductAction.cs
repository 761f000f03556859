using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Sales.Writing;
using BcSalesSync.Sandbox.Store;
using static BcSalesSync.Sandbox.Sales.Schema.ProductTable;

namespace BcSalesSync.Sandbox.Sales.Actions;

// Publishes a product, and with a family what lies below it.
internal sealed class PublishProductAction(SalesOrganization organization, RowWriter writer) : IRowAction
{
    private static readonly Field State = SalesSchema.Product.Find("statecode")!;
    private static readonly Field Parent = SalesSchema.Product.Find("parentproductid")!;

    public string Name => "PublishProductHierarchy";

    public SalesTable Table => SalesSchema.Product;

    public SalesResponse Run(Guid id, UnitOfWork work)
    {
        var product = organization.Find(SalesSchema.Product, id) ?? throw SalesError.Gone(SalesSchema.Product, id);
        if (!CanBePublished(product))
        {
            throw SalesError.Refused("0x8004F90A", "You can only publish a product that is a draft or under revision.");
        }

        Publish(new WriteScope(work, SalesOrganization.IntegrationUser), product);
        return new SalesResponse(HttpStatusCode.NoContent);
    }

    private static bool CanBePublished(Row product) => product[State.Column] is Draft or UnderRevision;

    private void Publish(WriteScope scope, Row product)
    {
        var input = new RowInput();
        input.Values[State] = Active;
        writer.Update(scope, SalesSchema.Product, product.Id, input);
        foreach (var child in organization.World.Store[product.Table].Index(Parent.Column).Equal(product.Id).Where(CanBePublished).ToList())
        {
            Publish(scope, child);
        }
    }
}
