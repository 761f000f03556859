using BcSalesSync.Engine.Changes.Translating.Orders;
using BcSalesSync.Engine.Documents.Lookups;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>
/// Builds the lines of a document: products, written-in ones, their comment lines and the freight, numbered ten thousand apart
/// (spec/documents.md 1.6-1.10). Pure.
/// </summary>
/// <param name="form">The tables that take the document.</param>
/// <param name="lookups">What documents refer to.</param>
/// <param name="failures">What keeps the document from being taken over.</param>
/// <param name="customer">SystemId of its customer.</param>
internal sealed class LinesBuilder(BcDocumentForm form, DocumentLookups lookups, DocumentFailures failures, Guid customer)
{
    private const int Step = 10000;
    private readonly ProductResolution products = new(lookups, failures, customer);
    private readonly List<string> untold = [];
    private decimal sold;
    private decimal net;
    private readonly List<IReadOnlyList<KeyValuePair<string, FieldValue>>> lines = [];

    /// <summary>The lines, or the first reason why there are none.</summary>
    public (IReadOnlyList<IReadOnlyList<KeyValuePair<string, FieldValue>>> Lines, PlanFailure? Failure) Build(SalesDocument document)
    {
        foreach (var line in document.Lines)
        {
            var (product, failure) = products.Resolve(line);
            if (product is null)
                return ([], failure);
            AddProduct(line, product);
        }

        var freight = document.Amount("freightamount");
        if (freight <= 0)
            return (lines, null);
        if (lookups.FreightAccount is not { } account)
            return ([], failures.NoFreightAccount());
        AddFreight(account, freight);
        return (lines, null);
    }

    /// <summary>Numbers of items whose prices include tax that the connection does not tell; they are taken as they are.</summary>
    public IEnumerable<string> TaxUntold => untold.Distinct();

    /// <summary>What is left of a discount of the whole without the tax that is in the prices: as much as of the lines it is spread over.</summary>
    public decimal WithoutTax(decimal discount) =>
        net == sold || sold == 0 ? discount : decimal.Round(discount * net / sold, 2, MidpointRounding.AwayFromZero);

    private void AddProduct(Record line, LineProduct product)
    {
        var (description, written) = (line["description"].AsText(), line["productdescription"].AsText());
        var text = product.Description is { } own
            ? LineText.BelowOwn(description, written, own, form.DescriptionLength)
            : LineText.WrittenIn(description, written, form.DescriptionLength);
        var money = LineMoney.Of(line, product.PriceTaxPercent);
        (sold, net) = (sold + money.Sold, net + money.Net);
        if (product.IsTaxUntold)
            untold.Add(product.Number);
        var sequence = Add(
        [
            new("lineType", product.Type),
            new("lineObjectNumber", FieldValue.Text(product.Number)),
            .. product.Unit is { } unit ? Pair("unitOfMeasureCode", FieldValue.Text(unit)) : [],
            new("quantity", FieldValue.Number(line["quantity"].AsNumber() ?? 0)),
            new("unitPrice", FieldValue.Number(money.Price)),
            .. money.Discount != 0 ? Pair("discountAmount", FieldValue.Number(money.Discount)) : [],
            .. text.Main is { } main ? Pair("description", FieldValue.Text(main)) : [],
        ]);
        foreach (var comment in text.Comments)
            AddComment(comment, sequence);
    }

    private void AddComment(string text, int owner) => Add(
    [
        new("lineType", form.CommentLine),
        new("description", FieldValue.Text(text)),
        .. form.IsCompanion ? Pair("attachedToLineNumber", FieldValue.Number(owner)) : [],
    ]);

    private void AddFreight(string account, decimal amount) => Add(
    [
        new("lineType", form.AccountLine),
        new("lineObjectNumber", FieldValue.Text(account)),
        new("quantity", FieldValue.Number(1)),
        new("unitPrice", FieldValue.Number(amount)),
        new("description", FieldValue.Text("Freight")),
    ]);

    private int Add(IReadOnlyList<KeyValuePair<string, FieldValue>> values)
    {
        var sequence = (lines.Count + 1) * Step;
        lines.Add([new("sequence", FieldValue.Number(sequence)), .. values]);
        return sequence;
    }

    private static KeyValuePair<string, FieldValue>[] Pair(string column, FieldValue value) => [new(column, value)];
}
